import { columnsOf, PERSONAL_DATA, type TableExport } from '@testamur/services/privacy';
import { type Kysely, sql, type Transaction } from 'kysely';
import { CATALOGUE } from '../../platform/catalogue.ts';
import type { Tables } from '../../tables.ts';

/** Which rows of which tables are about a person: by her tenant, or by a column that stands for her. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  people: ['organisation_id'],
  memberships: ['person_id'],
  member_roles: ['person_id'],
  invitations: ['accepted_by'],
  delegations: ['from_person_id', 'to_person_id'],
  interest_declarations: ['person_id'],
  approval_requests: ['requested_by'],
  approval_decisions: ['person_id'],
  passkeys: ['organisation_id'],
  identities: ['organisation_id'],
  sessions: ['organisation_id'],
  sign_in_links: ['organisation_id'],
  recovery_codes: ['organisation_id'],
  recoveries: ['organisation_id'],
  notification_preferences: ['organisation_id'],
  log_salts: ['person_id'],
  privacy_requests: ['organisation_id'],
  privacy_decisions: ['person_id'],
  privacy_reviews: ['person_id'],
  privacy_restrictions: ['organisation_id'],
  consent_events: ['organisation_id'],
  audit_events: ['organisation_id'],
};

type AnyTable = Record<string, Record<string, unknown>>;

/** Everything about a person that the fences show her, with every column that says something. */
export async function collectAll(trx: Transaction<Tables>, personId: string): Promise<TableExport> {
  const any = trx as unknown as Kysely<AnyTable>;
  const collected: Record<string, readonly Record<string, unknown>[]> = {};
  for (const [table, columns] of Object.entries(ABOUT)) {
    const { key } = CATALOGUE[table as keyof typeof CATALOGUE];
    const rows = await any
      .selectFrom(table)
      .select(shownColumns(table))
      .where((where) => where.or(columns.map((column) => where(column, '=', personId))))
      .orderBy(sql.join(key.map((column) => sql.ref(column))))
      .execute();
    collected[table] = rows.map(writeRow);
  }
  return collected;
}

/** Hashes of secrets and search columns say nothing to her. */
const shownColumns = (table: string): string[] =>
  columnsOf(PERSONAL_DATA[table] ?? { what: '', retention: 'none', recipients: [] })
    .filter(({ kind }) => kind !== 'secret' && kind !== 'lookup')
    .map(({ column }) => column);

const writeRow = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
