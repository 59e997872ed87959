import { err, ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import { notFound } from './errors.ts';
import { isPersonal } from './personal-data/entry.ts';
import { BASES, PURPOSES, RECIPIENTS, RETENTIONS } from './personal-data/purposes.ts';
import { PERSONAL_DATA } from './personal-data/tables.ts';
import type { Answer, PrivacyPlatform } from './privacy-act.ts';
import type { TableExport } from './privacy-store.ts';

export type PersonalExport = {
  readonly schema: 'testamur/personal-export/1';
  readonly person: string;
  readonly exportedAt: string;
  readonly records: readonly {
    readonly table: string;
    readonly what: string;
    readonly why: string;
    readonly basis: string;
    readonly kept: string;
    readonly seenBy: readonly string[];
    readonly rows: TableExport[string];
  }[];
};

/**
 * Everything that is kept about oneself, with what GDPR 15(1) wants told of it, in a form that programs read (20). Hashes of secrets are left
 * out: they say nothing, and would serve a thief of the file.
 */
export function exportOwnData(platform: PrivacyPlatform, request: Request): Answer<PersonalExport> {
  const person = actorOf(request);
  return performAct(
    platform,
    { act: 'privacy.export-own-data', request, content: { person } },
    async ({ privacy }) => {
      const tables = await privacy.collect(person);
      if ((tables['people'] ?? []).length === 0) return err(notFound('person'));
      return ok(writeExport(person, request.at, tables));
    },
  );
}

function writeExport(person: string, exportedAt: string, tables: TableExport): PersonalExport {
  const records = Object.entries(PERSONAL_DATA).flatMap(([table, entry]) => {
    if (!isPersonal(entry) || entry.purpose === undefined || tables[table] === undefined) return [];
    const purpose = PURPOSES[entry.purpose];
    const { article, words } = BASES[purpose.basis];
    return {
      table,
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
