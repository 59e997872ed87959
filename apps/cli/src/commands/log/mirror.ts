import path from 'node:path';
import { mirrorLog, nodeFiles } from '@testamur/adapters/log';
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
  if (/^https?:\/\//.test(from)) {
    const message = 'A mirror reads from a folder; from a URL it cannot yet.';
    return badInput(
      { code: 'INPUT_ARGUMENTS', message, hint: 'Copy the files first, or mount them.' },
      host,
      json,
    );
  }
  return onDisk(
    async () => {
      const folder = path.resolve(to);
      const mirrored = await mirrorLog(nodeFiles(path.resolve(from)), nodeFiles(folder), trust.value);
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
