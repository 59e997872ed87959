import path from 'node:path';
import { checkLog, type LogReport, nodeFiles } from '@testamur/adapters/log';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { badInput, onDisk, readTrust, refuseLog } from './refuse-log.ts';

export type FsckQuestion = { readonly log: string; readonly key: string | undefined; readonly json: boolean };

export async function runFsck({ log, key, json }: FsckQuestion, host: Host): Promise<ExitCode> {
  const trust = await readTrust(key, host);
  if (!trust.ok) return badInput(trust.error, host, json);
  return onDisk(
    async () => {
      const folder = path.resolve(log);
      const report = await checkLog(nodeFiles(folder), trust.value);
      if (!report.ok) return refuseLog(report.error, host, json);
      host.write(json ? `${JSON.stringify(asJson(folder, report.value))}\n` : describe(report.value));
      return report.value.faults.length === 0 ? EXIT.answered : EXIT.faultsFound;
    },
    host,
    json,
  );
}

const asJson = (folder: string, { checkpoint, faults, files, ahead, waiting }: LogReport) => ({
  ...{ schema: 'testamur/log-check/1', folder, origin: checkpoint.origin, size: checkpoint.size },
  ...{
    root: Buffer.from(checkpoint.root).toString('base64'),
    files,
    ahead,
    waiting: waiting ?? null,
    faults,
  },
});

function describe({ checkpoint, faults, files, ahead, waiting }: LogReport): string {
  return [
    `${checkpoint.origin}: ${checkpoint.size} entries under the checkpoint, ${files} files read.`,
    ...(waiting === undefined || waiting === 0
      ? []
      : [`${waiting} entries wait in the journal; opening the log finishes them.`]),
    ...(ahead === 0
      ? []
      : [
          `${ahead} files lie beyond the checkpoint: an integration that was not finished. They promise nothing.`,
        ]),
    ...faults.map(({ path: file, what }) => `✗ ${file} ${what}.`),
    faults.length === 0 ? '0 faults.' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
    '',
  ].join('\n');
}
