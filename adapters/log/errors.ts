import type { Problem } from '@testamur/engines/kernel';
import type { TransparencyCode } from '@testamur/engines/transparency';

/** Every way this room can refuse. */
export type LogCode =
  | 'LOG_NOT_FOUND' // the folder holds no log
  | 'LOG_EXISTS' // a log is to be begun where one is already
  | 'LOG_IN_USE' // another process writes to it
  | 'LOG_UNREADABLE' // a file cannot be read, or is too long to be one of a log
  | 'LOG_WRITE_FAILED' // a write was not durable; the log takes nothing more until it is opened again
  | 'LOG_CLOSED' // it was closed
  | 'LOG_DAMAGED' // its files contradict each other or its checkpoint
  | 'LOG_ROLLED_BACK' // it is shorter than what was seen of it before
  | 'LOG_FORKED' // it is signed, and is not the continuation of what was seen of it before
  | 'LOG_SECRET_FORMAT' // not a signing key
  | 'LOG_ADDRESS_REFUSED' // not an address that is read from
  | 'LOG_UNREACHABLE'; // the address does not answer as a log does

/** Checkpoints, proofs and keys are refused in the words of the engine. */
export type LogProblem = Problem<LogCode | TransparencyCode>;

export const refuse = (code: LogCode, message: string, hint?: string): LogProblem => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
});

export const inUse = (): LogProblem =>
  refuse(
    'LOG_IN_USE',
    'Another process writes in this folder. Two would give one index to two entries, so this one stops; nothing was changed.',
    'Use the one that runs, or stop it first. If its machine is gone for good, delete .writer/lock.',
  );

export const notDurable = (error: unknown): LogProblem =>
  refuse(
    'LOG_WRITE_FAILED',
    `The log could not be written (${error instanceof Error ? error.message : String(error)}). What was acknowledged before is safe; whether the last entries were taken is not known.`,
    'Make room or mend the disk, then open the log again: it finishes what is whole and tells how many entries there are.',
  );
