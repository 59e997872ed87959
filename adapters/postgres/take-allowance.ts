import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';
import { lookupHash } from './sealing/cipher.ts';

export type AllowanceAsked = {
  /** Who, a person or a network: the database gets a keyed hash of it. */
  readonly who: string;
  readonly what: string;
  /** So many within the span. */
  readonly most: number;
  readonly spanMs: number;
  readonly wanted: number;
  readonly nowMs: number;
};
/** How many of those wanted are granted; where it is none, how long until there is one. */
export type Allowance = { readonly granted: number; readonly waitMs: number };

/**
 * Counts what somebody does for all processes on one database together.
 *
 * @example
 * const taken = await takeAllowance(database, { who: personId, what: 'people.invite-member', most: 20, spanMs: 60_000, wanted: 1, nowMs });
 */
export function takeAllowance(
  database: Database,
  { who, what, most, spanMs, wanted, nowMs }: AllowanceAsked,
): Promise<Result<Allowance, PostgresProblem>> {
  const bucket = lookupHash(database.keys, 'allowances', `${what}\n${who}`);
  const at = new Date(nowMs).toISOString();
  return database.write(async (trx) => {
    await sql`SELECT set_config('role', 'testamur_app', true)`.execute(trx);
    const taken = await sql<{ taken: readonly [number, number] }>`
      SELECT fence.take_allowance(${bucket}, ${most}::integer, ${wanted}::integer, ${spanMs}::double precision, ${at}::timestamptz) AS taken`.execute(
      trx,
    );
    const [granted = 0, waitMs = spanMs] = taken.rows[0]?.taken ?? [];
    return { granted, waitMs };
  });
}
