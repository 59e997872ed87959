export { answerAsks, placesOf } from './answer-asks.ts';
export type { ThreadsCode, ThreadsProblem } from './errors.ts';
export { startThreads, type Threads, type ThreadsOptions } from './start-threads.ts';
