/** A change that would turn a requirement, as a sentence: what would have to be so. */
import type { WhyNot } from '@testamur/engines/recognition';
import type { Language } from '$lib/language/language.ts';
import type { MessageKey } from '$lib/language/messages.ts';
import { capitalise } from './node-words.ts';

const TO: Readonly<Record<string, MessageKey>> = {
  false: 'results.change.contrary',
  notApplicable: 'results.change.notAsked',
};

export function changeText(
  { to, sentence }: WhyNot['sets'][number][number],
  { say }: Pick<Language, 'say'>,
): string {
  const key = TO[to];
  return key === undefined ? capitalise(sentence) : say(key, { sentence: capitalise(sentence) });
}
