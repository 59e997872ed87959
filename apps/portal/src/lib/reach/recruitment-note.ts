/** Which of the countries of schools stand on a list from whose countries nobody should recruit actively. */
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { type PolicyAnswer, policiesFor } from '@testamur/engines/recognition';
import { LANGUAGES } from '../language/languages.ts';
import type { Reading } from '../reference/read-in.ts';
import type { Cited } from '../rules/cited.ts';

export type RecruitmentNote = {
  readonly policy: string;
  readonly title: string;
  readonly from: string;
  /** Names of the countries; `isKnown` false: the list of that day was not read. */
  readonly names: readonly string[];
  readonly isKnown: boolean;
  readonly cited: readonly Cited[];
};

/** One note for each list that names one of them, or of which that is not known. */
export function noteRecruitment(
  { reference, language }: Reading,
  schools: readonly string[],
  on: string,
): readonly RecruitmentNote[] {
  const day = expectOk(parseDay(on), 'the day of an answer');
  const lists = { policies: reference.law.policies.filter(({ kind }) => kind === 'safeguards-list') };
  const notes = new Map<string, { readonly answer: PolicyAnswer; readonly names: string[] }>();
  for (const code of schools)
    for (const answer of policiesFor(lists, code, day)) {
      if (answer.state === 'notNamed') continue;
      const note = notes.get(answer.edition) ?? { answer, names: [] };
      note.names.push(reference.countries.get(code) ?? code);
      notes.set(answer.edition, note);
    }
  const { format } = LANGUAGES[language.locale];
  return [...notes.values()].map(({ answer: { policy, state }, names }) => ({
    policy: policy.id,
    title: policy.title,
    from: policy.inForce.from ?? '',
    names: names.sort((a, b) => a.localeCompare(b, format)),
    isKnown: state === 'named',
    cited: policy.cite.map((cite) => ({ cite })),
  }));
}
