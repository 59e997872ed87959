import type { CredentialForm, Layer, OnDay, Outcome } from '@testamur/engines/credentials';
import type { Json } from '@testamur/engines/kernel';
import type { RouteStatus } from '@testamur/engines/recognition';
import type { IssuerFound } from './issuer-list.ts';
import type { ChainFinding } from './judge-chain.ts';
import type { LayerFinding } from './layer.ts';

/** One authority, as it stands when the credential is all that is known. */
export type Acceptance = {
  readonly pack: string;
  readonly packHash: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly status?: RouteStatus;
  readonly restrictedStatus?: RouteStatus;
  readonly bestRoute?: string;
  readonly remainingSteps: readonly string[];
  /** Requirements of the best route: how many the credential meets, and how many stay unknown. */
  readonly met: number;
  readonly unknown: number;
};

export type AcceptanceFinding = LayerFinding & {
  readonly authorities: readonly Acceptance[];
  /** The dossier that the credential proves, to go on with. */
  readonly dossier?: Json;
};

export type CredentialVerification = {
  /** The worst of what the credential is, whose it is, and who recognised the school on the day of the award. */
  readonly outcome: Outcome;
  /** What the credential itself is: its signature, keys, dates, status, schema. */
  readonly authentic: Outcome;
  readonly layers: Readonly<Record<Layer, LayerFinding>>;
  readonly asOfNow: Omit<OnDay, 'at'> & { readonly at: string };
  readonly asOfAward?: Omit<OnDay, 'at'> & { readonly at: string };
  readonly issuer: LayerFinding & { readonly found?: IssuerFound };
  readonly recognition: {
    readonly asOfAward: ChainFinding & { readonly on?: string };
    readonly asOfNow: ChainFinding & { readonly on: string };
  };
  readonly acceptance: AcceptanceFinding;
  readonly inputHash: string;
  readonly form?: CredentialForm;
  /** Only what was signed, and only where the signature is right. */
  readonly signed?: { readonly document: Json; readonly hash: string; readonly issuer: string };
};

/** What is published: schema `testamur/verification/1`. */
export type Verification = {
  readonly schema: 'testamur/verification/1';
  /** The instant for which it holds. */
  readonly at: string;
  readonly on: string;
  readonly outcome: Outcome;
  /** Only of a presentation: whether whoever shows it was asked, and answered. */
  readonly holder?: LayerFinding;
  readonly credentials: readonly CredentialVerification[];
};
