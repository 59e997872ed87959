/** Where problems of a dossier are gathered, and what every check of it needs. */
import { type Day, quoteText } from '../../kernel/index.ts';
import type { Section, Vocabulary } from '../language/vocabulary.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { SchoolLookup } from './build-facts.ts';
import type { SayProblem } from './dossier.ts';

export type DossierContext = {
  readonly vocabulary: Vocabulary;
  readonly schools: SchoolLookup;
  /** The day it is now, wherever the person is: what has a result cannot lie after it. Not the law date. */
  readonly today: Day;
};

export type Desk = DossierContext & { readonly say: SayProblem };

export const MOST_ENTRIES = 500;

export function sayNoFact(
  name: string,
  known: readonly string[],
  section: Section,
  at: string,
  { say }: Desk,
): void {
  const near = nearestOf(name, known);
  say(
    'DOSSIER_FACT_UNKNOWN',
    at,
    `“${section.label}” has no fact ${quoteText(name)}.`,
    near === undefined
      ? 'See the vocabulary for the facts that are read; a note can hold the rest.'
      : `Did you mean ${near}?`,
  );
}

export function sayTooMany(at: string, { say }: Desk): void {
  say('DOSSIER_TOO_MANY', at, `More than ${MOST_ENTRIES} entries.`, 'Keep the ones that matter.');
}

/** No word is as long as a hostile name may be. */
export const nearestOf = (name: string, known: readonly string[]): string | undefined =>
  name.length > 60 ? undefined : nearestWord(name, known);

/** RFC 6901: one step further. */
export const pointer = (at: string, step: string | number): string =>
  `${at}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
