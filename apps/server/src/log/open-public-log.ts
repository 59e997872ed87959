import type { LogSigner } from '@testamur/adapters/log';
import {
  type LogProblem,
  nodeFiles,
  type ReadFiles,
  readSigner,
  verifyEd25519,
} from '@testamur/adapters/log';
import { ok, type Result } from '@testamur/engines/kernel';
import type { CheckpointTrust } from '@testamur/engines/transparency';
import type { Configuration } from '../configuration.ts';

/** The public log as this process reads it; only the process that takes leaves in writes its files. */
export type PublicLog = {
  readonly signer: LogSigner;
  readonly trust: CheckpointTrust;
  readonly files: ReadFiles;
  readonly folder: string;
};

/** The log of this configuration; none where it has no key: leaves then wait in the database until one is given. */
export function openPublicLog({
  logKey,
  logFolder,
}: Pick<Configuration, 'logKey' | 'logFolder'>): Result<PublicLog | undefined, LogProblem> {
  if (logKey === undefined) return ok(undefined);
  const signer = readSigner(logKey);
  if (!signer.ok) return signer;
  const trust = { log: signer.value.key, verify: verifyEd25519 };
  return ok({ signer: signer.value, trust, files: nodeFiles(logFolder), folder: logFolder });
}
