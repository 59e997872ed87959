import type { Strength } from '@testamur/engines/recognition';

/** How well a fact is shown, in words. */
export const STRENGTHS: Readonly<Record<Strength, string>> = {
  1: 'on your word',
  2: 'a document was seen',
  3: 'verified at its source',
  4: 'cryptographically verified, or a matter of the calendar',
};
