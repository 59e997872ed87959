import type { Day, Result } from '@testamur/engines/kernel';
import {
  type Library,
  type PlanQuestion,
  type Question,
  type QuestionProblem,
  writeAssessment,
  writePlan,
} from '@testamur/services/recognising';

/** What a thread is asked; plain data, because it travels between threads. */
export type JudgeAsk = { readonly today: Day; readonly latest: Day } & (
  | { readonly act: 'assess'; readonly question: Question }
  | { readonly act: 'plan'; readonly question: PlanQuestion }
);
export type JudgeAnswer = Result<string, readonly QuestionProblem[]>;

export function answerAsk(library: Library, ask: JudgeAsk): JudgeAnswer {
  const context = { library, today: ask.today, latest: ask.latest };
  return ask.act === 'assess' ? writeAssessment(ask.question, context) : writePlan(ask.question, context);
}
