import type { Strength } from '@testamur/engines/recognition';
import type { MessageKey } from '../language/messages.ts';

/** How well a fact is shown, in words. */
export const STRENGTHS: Readonly<Record<Strength, MessageKey>> = {
  1: 'results.strength.word',
  2: 'results.strength.document',
  3: 'results.strength.source',
  4: 'results.strength.certain',
};
