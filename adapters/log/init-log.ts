import { err, ok, type Result } from '@testamur/engines/kernel';
import { EMPTY_ROOT } from '@testamur/engines/transparency';
import { CHECKPOINT, JOURNAL, writeFiles } from './durable-write.ts';
import type { LogSigner } from './ed25519.ts';
import { type LogProblem, refuse } from './errors.ts';
import type { Files } from './files.ts';
import { readCheckpointText } from './read-log.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

/** Begins a log without entries. The checkpoint comes last: without it there is no log, and one may be begun again. */
export async function initLog(files: Files, signer: LogSigner): Promise<Result<string, LogProblem>> {
  const found = await readCheckpointText(files);
  if (!found.ok || found.value !== undefined)
    return err(refuse('LOG_EXISTS', 'There is a log in this folder already.', 'Choose another folder.'));
  await files.makeFolder('');
  await writeFiles(files, [{ path: JOURNAL, bytes: new Uint8Array(0) }]);
  const checkpoint = signCheckpoint({ size: 0, root: EMPTY_ROOT }, signer);
  await writeFiles(files, [{ path: CHECKPOINT, bytes: new TextEncoder().encode(checkpoint) }]);
  return ok(checkpoint);
}
