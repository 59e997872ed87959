/** What a command of the log says when it cannot go on, and with which exit code. */
import { type LogProblem, verifyEd25519 } from '@testamur/adapters/log';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import {
  type CheckpointTrust,
  type KeyKind,
  type NoteKey,
  parseNoteKey,
} from '@testamur/engines/transparency';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import type { InputProblem } from '../../input/read-request.ts';
import { refuse } from '../../refuse.ts';

/** Not what the log is, but what was given or what this machine allows. */
const CODES: Partial<Record<LogProblem['code'], ExitCode>> = {
  LOG_NOT_FOUND: EXIT.badInput,
  LOG_EXISTS: EXIT.badInput,
  LOG_SECRET_FORMAT: EXIT.badInput,
  LOG_ADDRESS_REFUSED: EXIT.badInput,
  LOG_UNREACHABLE: EXIT.cannotRun,
  TRANSPARENCY_KEY_FORMAT: EXIT.badInput,
  TRANSPARENCY_KEY_KIND: EXIT.badInput,
  TRANSPARENCY_RANGE_OUTSIDE_TREE: EXIT.badInput,
  LOG_IN_USE: EXIT.cannotRun,
  LOG_WRITE_FAILED: EXIT.cannotRun,
  LOG_CLOSED: EXIT.cannotRun,
};

/** Everything else is a fault that was found in a log. */
export const refuseLog = (problem: LogProblem, host: Host, json: boolean): ExitCode =>
  refuse([problem], host, { json, code: CODES[problem.code] ?? EXIT.faultsFound });

export const badInput = (problem: InputProblem, host: Host, json: boolean): ExitCode =>
  refuse([problem], host, { json, code: EXIT.badInput });

/** A folder that may not be read or written is no fault of ours. */
export async function onDisk(act: () => Promise<ExitCode>, host: Host, json: boolean): Promise<ExitCode> {
  try {
    return await act();
  } catch (error) {
    const { code, path = '' } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    const message = `${path === '' ? 'The folder' : path} cannot be read or written (${code}).`;
    return refuse(
      [{ code: 'LOG_UNREADABLE', message, hint: 'Check the name, the rights and the room on the disk.' }],
      host,
      {
        ...{ json, code: EXIT.cannotRun },
      },
    );
  }
}

/** A verifier key as it is written, or the file that holds it. */
export async function readKey(
  given: string | undefined,
  { option, kind }: { readonly option: string; readonly kind: KeyKind },
  host: Host,
): Promise<Result<NoteKey, InputProblem>> {
  if (given === undefined) return err(missing(option));
  const file = given.includes('+') ? undefined : await host.readText(given);
  if (file?.ok === false) return err({ ...file.error, option });
  const key = parseNoteKey(file === undefined ? given : file.value);
  if (!key.ok) return err({ ...key.error, option });
  const message = `This is the key of a ${key.value.kind}; that of a ${kind} is needed.`;
  return key.value.kind === kind ? key : err({ code: 'TRANSPARENCY_KEY_KIND', option, message });
}

export async function readTrust(
  key: string | undefined,
  host: Host,
): Promise<Result<CheckpointTrust, InputProblem>> {
  const read = await readKey(key, { option: '--key', kind: 'log' }, host);
  return read.ok ? ok({ log: read.value, verify: verifyEd25519 }) : read;
}

export const missing = (option: string): Problem & { readonly option: string } => ({
  ...{ code: 'INPUT_ARGUMENTS', option, message: `${option} is missing.` },
  hint: 'Add --help to see what the command needs.',
});
