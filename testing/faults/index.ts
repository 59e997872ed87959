export { mapFiles } from './map-files.ts';
export type { Call, Choose, Disk, Fault } from './memory-disk.ts';
export { makeDisk } from './memory-disk.ts';
export type { Outcome, Restart, SweepCase } from './sweep-log.ts';
export { countCalls, FAULTS, RESTARTS, sweepOne } from './sweep-log.ts';
export type { Judgement, LogFiles, TamperWorld } from './tamper-log.ts';
export { buildLog, judgeTampering, makeRandom, makeWorld, TAMPERINGS } from './tamper-log.ts';
