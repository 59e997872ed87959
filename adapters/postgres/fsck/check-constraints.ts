import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

type Constraint = {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f' | 'c';
  readonly validated: boolean;
  readonly columns: readonly string[];
  readonly target: string | null;
  readonly targetColumns: readonly string[];
  /** Of a check: the condition. */
  readonly condition: string | null;
};

/**
 * Every key and every condition of every table, asked of the rows themselves: the engine checks them when it writes, but not what a broken disk or a
 * restored file made of the rows later. Indexes are not believed either.
 */
export async function checkConstraints(trx: Transaction<Tables>): Promise<readonly string[]> {
  await sql`SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off`.execute(
    trx,
  );
  const faults: string[] = [];
  for (const constraint of await listConstraints(trx)) {
    if (!constraint.validated) faults.push(`${constraint.name} of ${constraint.table} is not enforced`);
    const broken = await countBroken(trx, constraint);
    if (broken > 0) faults.push(`${broken} rows of ${constraint.table} break ${constraint.name}`);
  }
  return faults;
}

async function listConstraints(trx: Transaction<Tables>): Promise<readonly Constraint[]> {
  const names = (numbers: string, of: string) => sql`ARRAY(
    SELECT a.attname::text FROM unnest(${sql.raw(numbers)}) WITH ORDINALITY k(n, place)
      JOIN pg_attribute a ON a.attrelid = ${sql.raw(of)} AND a.attnum = k.n ORDER BY k.place)`;
  const { rows } = await sql<Constraint>`
    SELECT c.conrelid::regclass::text AS "table", c.conname::text AS name, c.contype::text AS kind, c.convalidated AS validated,
      ${names('c.conkey', 'c.conrelid')} AS columns, nullif(c.confrelid, 0)::regclass::text AS target,
      ${names('c.confkey', 'c.confrelid')} AS "targetColumns", pg_get_expr(c.conbin, c.conrelid) AS condition
    FROM pg_constraint c
    WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'u', 'f', 'c')
    ORDER BY 1, 2`.execute(trx);
  return rows;
}

async function countBroken(trx: Transaction<Tables>, constraint: Constraint): Promise<number> {
  const { rows } = await countOf(constraint).execute(trx);
  return Number(rows[0]?.broken ?? 0);
}

function countOf({ table, kind, columns, target, targetColumns, condition }: Constraint) {
  const from = sql.raw(table);
  const own = sql.join(columns.map((column) => sql.ref(column)));
  if (kind === 'c')
    return sql<{
      broken: string;
    }>`SELECT count(*)::text AS broken FROM ${from} WHERE NOT (${sql.raw(condition ?? 'true')})`;
  if (kind === 'f') {
    const same = columns.map(
      (column, place) => sql`t.${sql.ref(targetColumns[place] ?? '')} = s.${sql.ref(column)}`,
    );
    const given = columns.map((column) => sql`s.${sql.ref(column)} IS NOT NULL`);
    return sql<{ broken: string }>`SELECT count(*)::text AS broken FROM ${from} s
      WHERE ${sql.join(given, sql` AND `)} AND NOT EXISTS (SELECT FROM ${sql.raw(target ?? '')} t WHERE ${sql.join(same, sql` AND `)})`;
  }
  // A key: nothing twice, and in a primary key nothing missing. Rows with a null in a unique key are never alike.
  const isMissing = sql.join(
    columns.map((column) => sql`${sql.ref(column)} IS NULL`),
    sql` OR `,
  );
  const missing = kind === 'p' ? sql`(SELECT count(*) FROM ${from} WHERE ${isMissing})` : sql`0`;
  return sql<{ broken: string }>`SELECT (${missing} + coalesce(sum(n - 1), 0))::text AS broken FROM (
    SELECT count(*) AS n FROM ${from} WHERE NOT (${isMissing}) GROUP BY ${own} HAVING count(*) > 1) AS twice`;
}
