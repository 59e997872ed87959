import { err, ok, type Result } from '@testamur/engines/kernel';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import { describeSchema } from '../describe-schema.ts';
import type { PostgresProblem } from '../errors.ts';
import type { Tables } from '../tables.ts';
import { checkConstraints } from './check-constraints.ts';
import { checkFences, Undone } from './check-fences.ts';
import { asKeeper, checkTrail } from './check-trail.ts';
import { INVARIANTS } from './invariants.ts';

export type DatabaseFault = { readonly part: 'schema' | 'rows' | 'fences' | 'audit'; readonly what: string };
export type DatabaseReport = { readonly events: number; readonly faults: readonly DatabaseFault[] };

/**
 * Everything that can be found wrong with a database without another copy of it. Nothing is changed; the tables are locked for the moment in which the
 * fences are compared. Open the database with `isLeftAsFound`, or what is wrong with the fences is mended before it is seen.
 */
export async function checkDatabase(database: Database): Promise<Result<DatabaseReport, PostgresProblem>> {
  const faults: DatabaseFault[] = [];
  const note = (part: DatabaseFault['part'], found: readonly string[]) =>
    faults.push(...found.map((what) => ({ part, what })));
  const schema = await describeSchema(database);
  if (!schema.ok) return schema;
  const { pending, unknown } = schema.value;
  note(
    'schema',
    pending.map((name) => `the migration ${name} is not applied`),
  );
  note(
    'schema',
    unknown.map((name) => `the migration ${name} is of a newer release`),
  );
  if (faults.length > 0) return ok({ events: 0, faults });
  const rows = await asKeeper(database, async (trx) => [
    ...(await checkConstraints(trx)),
    ...(await checkInvariants(trx)),
  ]);
  if (!rows.ok) return rows;
  note('rows', rows.value);
  const fences = await compareFences(database);
  if (!fences.ok) return fences;
  note('fences', fences.value);
  const trail = await checkTrail(database);
  if (!trail.ok) return trail;
  note(
    'audit',
    trail.value.faults.map(
      ({ organisation, sequence, fault }) => `event ${sequence} of ${organisation}: ${fault}`,
    ),
  );
  return ok({ events: trail.value.events, faults });
}

async function checkInvariants(trx: Transaction<Tables>): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const [name, count] of Object.entries(INVARIANTS)) {
    const { rows } = await sql.raw<{ count: string }>(count).execute(trx);
    const found = Number(Object.values(rows[0] ?? {})[0] ?? 0);
    if (found > 0) broken.push(`${found} rows break: ${name}`);
  }
  return broken;
}

async function compareFences(database: Database): Promise<Result<readonly string[], PostgresProblem>> {
  try {
    const never = await database.write(checkFences);
    return never.ok ? ok([]) : err(never.error);
  } catch (error) {
    if (error instanceof Undone) return ok(error.faults);
    throw error;
  }
}
