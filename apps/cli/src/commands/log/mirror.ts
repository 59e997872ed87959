import path from 'node:path';
import {
  type HttpFiles,
  httpFiles,
  type LogProblem,
  type Mirrored,
  mirrorLog,
  nodeFiles,
} from '@testamur/adapters/log';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { CheckpointTrust } from '@testamur/engines/transparency';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { badInput, onDisk, readTrust, refuseLog } from './refuse-log.ts';

export type MirrorQuestion = {
  readonly from: string;
  readonly to: string;
  readonly key: string | undefined;
  readonly json: boolean;
};

export async function runMirror({ from, to, key, json }: MirrorQuestion, host: Host): Promise<ExitCode> {
  const trust = await readTrust(key, host);
  if (!trust.ok) return badInput(trust.error, host, json);
  const source = openSource(from);
  if (!source.ok) return refuseLog(source.error, host, json);
  return onDisk(
    async () => {
      const folder = path.resolve(to);
      const mirrored = await takeOver(source.value, folder, trust.value);
      if (!mirrored.ok) return refuseLog(mirrored.error, host, json);
      const { from: before, size } = mirrored.value;
      host.write(
        json
          ? `${JSON.stringify({ schema: 'testamur/log-mirrored/1', folder, before, size })}\n`
          : `${size - before} new entries; the mirror holds ${size}, all signed by ${trust.value.log.name}.\n`,
      );
      return EXIT.answered;
    },
    host,
    json,
  );
}

/** A folder, or the address below which a log is served. */
function openSource(from: string): Result<HttpFiles, LogProblem> {
  if (/^[a-z]+:\/\//i.test(from)) return httpFiles(from);
  return ok({ ...nodeFiles(path.resolve(from)), trouble: () => undefined });
}

/** Trouble with the address is told as such, wherever the copying was. */
async function takeOver(
  source: HttpFiles,
  folder: string,
  trust: CheckpointTrust,
): Promise<Result<Mirrored, LogProblem>> {
  try {
    const mirrored = await mirrorLog(source, nodeFiles(folder), trust);
    const trouble = source.trouble();
    return trouble === undefined ? mirrored : err(trouble);
  } catch (error) {
    const trouble = source.trouble();
    if (trouble === undefined) throw error;
    return err(trouble);
  }
}
