import { sha256Hex } from '@testamur/engines/kernel';
import type { PersonKeys } from '@testamur/services/privacy';
import { isSealed, placeOf, seal, unseal } from './cipher.ts';

/** The key of a day's letters is destroyed after so many days: what is left of a letter then, in a backup say, can be read by nobody. */
export const LETTER_DAYS = 35;

/** Under which key the letters of a day are: a name made from the day, so that every process finds the same. */
export function letterKeyOf(at: string): string {
  const hash = sha256Hex(`letters/${at.slice(0, 10)}`);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}

type Letter = { readonly organisation: string; readonly messageId: string; readonly at: string };

const placeOfLetter = ({ organisation, messageId }: Letter): string =>
  placeOf('outbox', 'body', [organisation, messageId]);

/** Address and words of a letter that waits, as JSON that the outbox can hold. */
export const sealLetter = (keys: PersonKeys, letter: Letter, body: unknown): string =>
  JSON.stringify(
    seal(keys, { subject: letterKeyOf(letter.at), place: placeOfLetter(letter) }, JSON.stringify(body)),
  );

/** What was sealed; undefined when its key is gone. What is in the open is from an earlier release, or for programs. */
export function openLetter(keys: PersonKeys, letter: Letter, kept: unknown): unknown {
  if (!isSealed(kept)) return kept;
  const opened = unseal(keys, { place: placeOfLetter(letter), reader: undefined }, kept);
  return opened.state === 'plain' ? JSON.parse(opened.text) : undefined;
}
