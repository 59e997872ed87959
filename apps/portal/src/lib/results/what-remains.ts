/** One line for the list: what stands between the person and the licence. */
import type { RouteResult, Vocabulary } from '@testamur/engines/recognition';
import { askOf, questionOf } from '../dossier/questions.ts';
import type { Language } from '../language/language.ts';
import type { Row } from './rows.ts';

export function whatRemains(row: Row, vocabulary: Vocabulary | undefined, language: Language): string {
  const { say } = language;
  const { best } = row;
  if (best === undefined) return '';
  switch (row.status) {
    case 'open':
      return say('results.remains.apply');
    case 'withSteps':
      return say('results.remains.steps', { count: row.steps.length });
    case 'unknown':
      return firstQuestion(best, vocabulary, language) ?? say('results.remains.notResearched');
    case 'closed':
      return firstRefusal(best, language) ?? say('results.remains.noRoute');
  }
}

function firstQuestion(
  route: RouteResult,
  vocabulary: Vocabulary | undefined,
  language: Language,
): string | undefined {
  if (vocabulary === undefined) return undefined;
  const questions = route.decidingQuestions.flatMap((name) => questionOf(name, vocabulary) ?? []);
  const [first] = questions;
  if (first === undefined) return undefined;
  const question = askOf(first, language);
  return questions.length === 1
    ? question
    : language.say('results.remains.question', { question, count: questions.length - 1 });
}

function firstRefusal(route: RouteResult, { say }: Language): string | undefined {
  const refused = [...route.scope, ...route.requirements].find(
    (result) => result.verdict === 'notMet' && result.remedy === 'final',
  );
  return refused === undefined ? undefined : say('results.remains.notMet', { requirement: refused.title });
}
