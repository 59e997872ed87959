import { canonicalise, expectOk, mapResult, type Result } from '@testamur/engines/kernel';
import { assessDossier } from './assess-dossier.ts';
import type { QuestionProblem } from './errors.ts';
import { type Question, type QuestionContext, readQuestion } from './read-question.ts';

/** A question from outside, answered as published: the assessment in canonical JSON (RFC 8785), the same bytes wherever it is computed. */
export function writeAssessment(
  question: Question,
  context: QuestionContext,
): Result<string, readonly QuestionProblem[]> {
  return mapResult(readQuestion(question, context), (request) =>
    expectOk(canonicalise(assessDossier(context.library, request)), 'an assessment is JSON'),
  );
}
