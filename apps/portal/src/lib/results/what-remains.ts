/** One line for the list: what stands between the person and the licence. */
import type { RouteResult, Vocabulary } from '@testamur/engines/recognition';
import { askOf, questionOf } from '../dossier/questions.ts';
import type { Row } from './rows.ts';

export function whatRemains(row: Row, vocabulary: Vocabulary | undefined): string {
  const { best } = row;
  if (best === undefined) return '';
  switch (row.status) {
    case 'open':
      return 'Apply.';
    case 'withSteps':
      return `${row.steps.length} ${row.steps.length === 1 ? 'step' : 'steps'}, then apply.`;
    case 'unknown':
      return firstQuestion(best, vocabulary) ?? 'A point of the law is not researched.';
    case 'closed':
      return firstRefusal(best) ?? 'No route is in force.';
  }
}

function firstQuestion(route: RouteResult, vocabulary: Vocabulary | undefined): string | undefined {
  if (vocabulary === undefined) return undefined;
  const questions = route.decidingQuestions.flatMap((name) => questionOf(name, vocabulary) ?? []);
  const [first] = questions;
  if (first === undefined) return undefined;
  return questions.length === 1 ? askOf(first) : `${askOf(first)} (and ${questions.length - 1} more)`;
}

function firstRefusal(route: RouteResult): string | undefined {
  const refused = [...route.scope, ...route.requirements].find(
    (result) => result.verdict === 'notMet' && result.remedy === 'final',
  );
  return refused === undefined ? undefined : `Not met: ${refused.title}.`;
}
