import path from 'node:path';
import { checkLog, nodeFiles } from '@testamur/adapters/log';
import { checkDatabase } from '@testamur/adapters/postgres';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';
import { cannotRun } from '../../refuse.ts';
import { type Chosen, withChosen } from '../db/open-chosen.ts';
import { badInput, readTrust } from '../log/refuse-log.ts';

export type FsckArguments = Chosen & { readonly log: string | undefined; readonly key: string | undefined };
type Fault = { readonly part: string; readonly what: string };
type LogChecked = { readonly entries: number; readonly faults: readonly Fault[] };

/** `testamur fsck`: exit code 1 when something is wrong. */
export async function runFsck(given: FsckArguments, host: Host): Promise<ExitCode> {
  const log = await checkGivenLog(given, host);
  if (typeof log === 'number') return log;
  return withChosen({ ...given, isLeftAsFound: true }, host, async (database, { name }) => {
    const checked = await checkDatabase(database);
    if (!checked.ok) return cannotRun(checked.error, host, given.json);
    const { events } = checked.value;
    const faults: readonly Fault[] = [...checked.value.faults, ...(log?.faults ?? [])];
    const lines = [
      `${name}: ${events} audit events${log === undefined ? '' : `, ${log.entries} entries of the log`}.`,
      ...faults.map(({ part, what }) => `✗ ${part}: ${what}.`),
      `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
    ];
    host.write(
      given.json
        ? `${JSON.stringify({ schema: 'testamur/fsck/1', events, entries: log?.entries ?? null, faults })}\n`
        : `${lines.join('\n')}\n`,
    );
    return faults.length === 0 ? EXIT.answered : EXIT.faultsFound;
  });
}

async function checkGivenLog(
  { log, key, json }: FsckArguments,
  host: Host,
): Promise<LogChecked | undefined | ExitCode> {
  if (log === undefined) return undefined;
  const trust = await readTrust(key, host);
  if (!trust.ok) return badInput(trust.error, host, json);
  const report = await checkLog(nodeFiles(path.resolve(log)), trust.value);
  if (!report.ok)
    return { entries: 0, faults: [{ part: 'log', what: report.error.message.replace(/\.$/, '') }] };
  const { checkpoint, faults } = report.value;
  return {
    entries: checkpoint.size,
    faults: faults.map((fault) => ({ part: 'log', what: `${fault.path} ${fault.what}` })),
  };
}
