/** The door: networks of recognition that nobody has enacted, and plain ways to their fronts, for tests and the bench. */
export { bruteFront } from './brute-front.ts';
export { type Found, findPoints, tellPoints } from './compare-fronts.ts';
export { makeNetwork, type NetworkShape } from './make-network.ts';
export type { Network, Target, Terms } from './network.ts';
export { type Problem, type ProblemNode, type Question, stateProblem } from './problem.ts';
export { frontOf, type Point, settle } from './settle.ts';
export { tinyQuestion } from './tiny-graphs.ts';
