export type { HaltWanted } from './check-halt.ts';
export type { OperatingCode, OperatingProblem } from './errors.ts';
export { haltActs } from './halt-acts.ts';
export { haltAtMachine } from './halt-at-machine.ts';
export type { HaltLog, HaltRow, Lifting, OperatingPlatform, OperatingStores } from './halt-log.ts';
export { liftAtMachine } from './lift-at-machine.ts';
export { liftHalt } from './lift-halt.ts';
