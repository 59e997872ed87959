import type { Members } from '../model/members.ts';
import type { Finding, Outcome } from './finding.ts';

/**
 * What is asked of a credential, one after the other. Who recognised its issuer, where it is accepted and what is left to do are asked of it
 * elsewhere, once these are answered.
 */
export const LAYERS = ['form', 'crypto', 'issuer', 'key', 'time', 'status', 'schema', 'holder'] as const;
export type Layer = (typeof LAYERS)[number];

export type CredentialForm = 'data-integrity' | 'vc+jwt' | 'dc+sd-jwt';

/** What depends on the day, on one day. */
export type OnDay = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly time: Finding;
  readonly key: Finding;
  /** Lists tell the status of today only. */
  readonly status: Finding;
};

export type Verdict = {
  /** The worst of the layers; of `holder` only where somebody was asked to show that it is theirs. */
  readonly outcome: Outcome;
  readonly layers: Readonly<Record<Layer, Finding>>;
  readonly asOfNow: OnDay;
  /** As of the day from which it says it is valid; none where it says none. */
  readonly asOfAward?: OnDay;
  /** SHA-256 of the bytes that were judged. */
  readonly inputHash: string;
  readonly form?: CredentialForm;
  /** Only where the signature is right: what was signed, and nothing that was not. */
  readonly signed?: {
    readonly document: Members;
    readonly text: string;
    readonly hash: string;
    readonly issuer: string;
  };
};
