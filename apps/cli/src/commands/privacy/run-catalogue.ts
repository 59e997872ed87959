import { columnsOf, describePersonalData, PERSONAL_DATA, PURPOSES } from '@testamur/services/privacy';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Host } from '../../host.ts';

/** `testamur privacy catalogue`: needs no database, as the catalogue is part of the release. */
export function runCatalogue({ json }: { readonly json: boolean }, host: Host): ExitCode {
  const tables = Object.entries(PERSONAL_DATA).map(([table, entry]) => ({
    table,
    what: entry.what,
    purpose: entry.purpose ?? null,
    basis: entry.purpose === undefined ? null : PURPOSES[entry.purpose].basis,
    retention: entry.retention,
    recipients: entry.recipients,
    columns: columnsOf(entry),
  }));
  host.write(
    json
      ? `${JSON.stringify({ schema: 'testamur/personal-data/1', tables })}\n`
      : `${describePersonalData()}\n`,
  );
  return EXIT.answered;
}
