import { sha256Hex } from '@testamur/engines/kernel';
import { BASES, PURPOSES, type Purpose } from './personal-data/purposes.ts';
import type { ConsentEvent } from './privacy-store.ts';

/** Purposes that rest on consent; nobody is asked to agree to anything else. */
export const CONSENT_PURPOSES = (Object.keys(PURPOSES) as readonly Purpose[]).filter(
  (purpose) => PURPOSES[purpose].basis === 'consent',
);

/** What the person agrees to: these words. Other words are another notice, with another hash. */
export const noticeOf = (purpose: Purpose): string => PURPOSES[purpose].words;
export const noticeHashOf = (purpose: Purpose): string => sha256Hex(noticeOf(purpose));

/**
 * A receipt with the parts of ISO/IEC TS 27560:2023: header, processing, parties, events. The controller is the organisation that runs the
 * platform; it is named by its id, as the name may change.
 */
export type ConsentReceipt = {
  readonly schema_version: 'testamur/consent-receipt/1';
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly processing: {
    readonly purpose: string;
    readonly purpose_description: string;
    readonly lawful_basis: string;
    readonly privacy_notice_hash: string;
    readonly language: string;
    readonly withdrawal_method: string;
  };
  readonly party_identification: readonly { readonly party_id: string; readonly role: 'controller' }[];
  readonly events: readonly {
    readonly event_id: string;
    readonly event_time: string;
    readonly event_state: 'given' | 'withdrawn';
    readonly entity_id: string;
  }[];
};

/** One receipt per purpose, of all that happened to it; the words are those that the first event names by their hash. */
export function writeReceipts(
  events: readonly ConsentEvent[],
  controller: string,
): readonly ConsentReceipt[] {
  return [...new Set(events.map((event) => event.purpose))].flatMap((purpose) => {
    const own = events.filter((event) => event.purpose === purpose);
    const last = own.at(-1);
    return last === undefined ? [] : [writeReceipt(own, last, controller)];
  });
}

function writeReceipt(own: readonly ConsentEvent[], last: ConsentEvent, controller: string): ConsentReceipt {
  const known = PURPOSES[last.purpose as Purpose];
  return {
    schema_version: 'testamur/consent-receipt/1',
    record_id: own[0]?.eventId ?? last.eventId,
    pii_principal_id: last.personId,
    processing: {
      purpose: last.purpose,
      purpose_description: known?.words ?? last.purpose,
      lawful_basis: `GDPR ${BASES.consent.article}`,
      privacy_notice_hash: last.noticeHash,
      language: last.language,
      withdrawal_method: 'privacy.withdraw-consent',
    },
    party_identification: [{ party_id: controller, role: 'controller' }],
    events: own.map((event) => ({
      event_id: event.eventId,
      event_time: event.at,
      event_state: event.state,
      entity_id: event.personId,
    })),
  };
}
