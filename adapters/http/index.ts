export type { HttpCode, HttpProblem } from './errors.ts';
export { PROBLEM_MEDIA_TYPE, type ProblemDocument, toProblemDocument } from './to-problem.ts';
