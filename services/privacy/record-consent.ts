import { err, ok, type Result } from '@testamur/engines/kernel';
import { actorOf, type Request, readLine, unusable } from '../authorising/index.ts';
import { CONSENT_PURPOSES, type ConsentReceipt, noticeHashOf, writeReceipts } from './consent-receipt.ts';
import type { PrivacyProblem } from './errors.ts';
import type { Purpose } from './personal-data/purposes.ts';
import type { ConsentEvent, PrivacyStore } from './privacy-store.ts';

export type ConsentGiven = {
  readonly purpose: Purpose;
  /** The language in which the person read the words. */
  readonly language: string;
};

/** What is common to agreeing and withdrawing: a purpose that rests on consent, and a line in the record that is only added to. */
export function makeConsentEvent(
  given: ConsentGiven,
  made: { readonly eventId: string; readonly state: ConsentEvent['state']; readonly request: Request },
): Result<ConsentEvent, PrivacyProblem> {
  const language = readLine(given.language, 'language', 35);
  if (!language.ok) return language;
  if (!CONSENT_PURPOSES.includes(given.purpose))
    return err(unusable('purpose', 'It does not rest on consent.'));
  return ok({
    eventId: made.eventId,
    personId: actorOf(made.request),
    purpose: given.purpose,
    state: made.state,
    noticeHash: noticeHashOf(given.purpose),
    language: language.value,
    at: made.request.at,
  });
}

export async function keepConsentEvent(
  privacy: PrivacyStore,
  event: ConsentEvent,
  controller: string,
): Promise<ConsentReceipt> {
  await privacy.addConsentEvent(event);
  const [receipt] = writeReceipts([event], controller);
  if (receipt === undefined) throw new Error('One event makes one receipt.');
  return receipt;
}
