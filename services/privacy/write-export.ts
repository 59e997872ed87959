import { isPersonal } from './personal-data/entry.ts';
import { BASES, PURPOSES, type Purpose, RECIPIENTS, RETENTIONS } from './personal-data/purposes.ts';
import { PERSONAL_DATA } from './personal-data/tables.ts';
import type { TableExport } from './privacy-store.ts';

export type PersonalExport = {
  readonly schema: 'testamur/personal-export/1';
  readonly person: string;
  readonly exportedAt: string;
  readonly records: readonly {
    readonly table: string;
    /** The code of the purpose, as `docs/personal-data.md` and the page on privacy have it. */
    readonly purpose: Purpose;
    readonly what: string;
    readonly why: string;
    readonly basis: string;
    readonly kept: string;
    readonly seenBy: readonly string[];
    readonly rows: TableExport[string];
  }[];
};

/** Each table with what GDPR 15(1) wants told of it. */
export function writeExport(person: string, exportedAt: string, tables: TableExport): PersonalExport {
  const records = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) => {
    if (!isPersonal(entry) || entry.purpose === undefined || tables[table] === undefined) return [];
    const purpose = PURPOSES[entry.purpose];
    const { article, words } = BASES[purpose.basis];
    return {
      table,
      purpose: entry.purpose,
      what: entry.what,
      why: purpose.words,
      basis: `GDPR ${article}: ${words}`,
      kept: RETENTIONS[entry.retention],
      seenBy: entry.recipients.map((recipient) => RECIPIENTS[recipient]),
      rows: tables[table] ?? [],
    };
  });
  return { schema: 'testamur/personal-export/1', person, exportedAt, records };
}
