import { err, ok, type Result } from '@testamur/engines/kernel';
import { LOCK, PRIVATE } from './durable-write.ts';
import { verifyEd25519 } from './ed25519.ts';
import { inUse, type LogProblem, notDurable } from './errors.ts';
import type { Lock } from './files.ts';
import { type LogSetting, LogWriter, type OpenLog } from './log-writer.ts';
import { readCheckpoint } from './read-log.ts';
import { recoverLog } from './recover-log.ts';

/** Opens a log for writing, which one process may at a time, and finishes what an earlier one left half done. */
export async function openLog(setting: LogSetting): Promise<Result<OpenLog, LogProblem>> {
  const { files, signer } = setting;
  const trust = { log: signer.key, verify: verifyEd25519 };
  let lock: Lock | undefined;
  try {
    const found = await readCheckpoint(files, trust);
    if (!found.ok) return found;
    await files.makeFolder(PRIVATE);
    lock = await files.lock(LOCK);
    if (lock === undefined) return err(inUse());
    const recovered = await recoverLog(files, trust, signer);
    if (recovered.ok) return ok(new LogWriter(setting, recovered.value, lock).log());
    await lock.release();
    return recovered;
  } catch (error) {
    await lock?.release().catch(() => {});
    return err(notDurable(error));
  }
}
