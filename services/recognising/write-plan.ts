import { canonicalise, err, expectOk, ok, type Result } from '@testamur/engines/kernel';
import type { QuestionProblem } from './errors.ts';
import { findTarget, planEverywhere, planRoute } from './plan-route.ts';
import { type Question, type QuestionContext, readQuestion } from './read-question.ts';

export type PlanQuestion = Pick<Question, 'dossier' | 'on' | 'knownOn'> & {
  /** The earliest licence on every route where absent. */
  readonly target?: { readonly route?: string; readonly pack?: string };
};

/** A question from outside, answered as published: a plan, or the earliest licence everywhere, in canonical JSON (RFC 8785). */
export function writePlan(
  { target, ...question }: PlanQuestion,
  context: QuestionContext,
): Result<string, readonly QuestionProblem[]> {
  const { library } = context;
  const request = readQuestion(question, context);
  const found = target === undefined ? undefined : findTarget(library, target);
  if (!request.ok || (found !== undefined && !found.ok))
    return err([
      ...(found === undefined || found.ok ? [] : [found.error]),
      ...(request.ok ? [] : request.error),
    ]);
  const answer =
    found === undefined
      ? planEverywhere(library, request.value)
      : planRoute(library, request.value, found.value);
  return ok(expectOk(canonicalise(answer), 'a plan is JSON'));
}
