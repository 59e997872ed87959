/** Which questions to ask next: those that keep most authorities undecided, without those the person has put off. */
import type { Assessment, Dossier, Vocabulary } from '@testamur/engines/recognition';
import { entriesOf } from './lists.ts';
import { placeOf, type RecordPlace, valueAt } from './place.ts';
import { type Question, questionOf } from './questions.ts';

export type Deciding = { readonly question: Question; readonly packs: readonly string[] };

export function decidingNow(
  assessment: Assessment,
  {
    dossier,
    putOff,
    vocabulary,
  }: { readonly dossier: Dossier; readonly putOff: readonly string[]; readonly vocabulary: Vocabulary },
): readonly Deciding[] {
  return assessment.decidingQuestions.flatMap(({ fact, authorities }) => {
    const question = questionOf(fact, vocabulary);
    if (question === undefined || putOff.includes(fact) || isUnknown(question, dossier)) return [];
    return [{ question, packs: authorities }];
  });
}

/** "I don't know" has been said. */
function isUnknown(question: Question, dossier: Dossier): boolean {
  if (question.kind !== 'fact' && question.kind !== 'field') return false;
  return valueAt(dossier, placeOf(recordOfQuestion(question, dossier), question.fact)) === 'unknown';
}

/** The record that a question is about; of several degrees the one named, else the first. */
export function recordOfQuestion(
  question: Extract<Question, { kind: 'fact' | 'field' }>,
  dossier: Dossier,
  basis?: string,
): RecordPlace {
  const { section, kind } = question.section;
  if (question.kind === 'field') return { kind: 'list', section, id: question.id };
  if (kind === 'basis')
    return { kind, section, id: basis ?? entriesOf(dossier, 'qualifications')[0]?.id ?? 'degree-1' };
  return { kind: 'singular', section };
}
