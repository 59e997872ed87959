import type { Day, Result } from '@testamur/engines/kernel';
import { type ReachPart, reachPart } from '@testamur/services/reaching';
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
/** A part of who can reach an authority; nothing in it comes from outside but the id of a pack that there is. */
export type ReachAsk = { readonly act: 'reach'; readonly pack: string; readonly part: number } & Pick<
  JudgeAsk,
  'today' | 'latest'
>;
export const answerReach = (library: Library, { pack, part, today, latest }: ReachAsk): ReachPart =>
  reachPart(library, { pack, on: today, knownOn: latest }, part);

export type JudgeAnswer = Result<string, readonly QuestionProblem[]>;

export function answerAsk(library: Library, ask: JudgeAsk): JudgeAnswer {
  const context = { library, today: ask.today, latest: ask.latest };
  return ask.act === 'assess' ? writeAssessment(ask.question, context) : writePlan(ask.question, context);
}
