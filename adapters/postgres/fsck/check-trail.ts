import { err, ok, type Result } from '@testamur/engines/kernel';
import { type ChainEnd, GENESIS, verifyChain } from '@testamur/services/auditing';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { PostgresProblem } from '../errors.ts';
import { toInstant } from '../stores/instants.ts';
import type { Tables } from '../tables.ts';

export type TrailFault = { readonly organisation: string; readonly sequence: number; readonly fault: string };
export type TrailReport = {
  /** Events that were read now. */
  readonly read: number;
  /** Events in all chains. */
  readonly events: number;
  readonly faults: readonly TrailFault[];
  /** Where each chain ended; give them again to read on from there. */
  readonly ends: ReadonlyMap<string, ChainEnd>;
};

const PAGE = 1_000;

/**
 * Every audit chain from where it was last known to its end. The end is read first and kept apart from the events, so that one cut short shows too, and
 * events that are added meanwhile do no harm.
 */
export async function checkTrail(
  database: Database,
  known: ReadonlyMap<string, ChainEnd> = new Map(),
): Promise<Result<TrailReport, PostgresProblem>> {
  const heads = await asKeeper(database, readHeads);
  if (!heads.ok) return heads;
  const ends = new Map(known);
  const faults: TrailFault[] = [];
  let [read, events] = [0, 0];
  for (const [organisation, head] of heads.value) {
    events += head.sequence;
    const chain = await followChain(database, {
      organisation,
      head,
      from: known.get(organisation) ?? GENESIS,
    });
    if (!chain.ok) return chain;
    read += chain.value.read;
    faults.push(...chain.value.faults);
    ends.set(organisation, head);
  }
  for (const organisation of known.keys())
    if (!heads.value.has(organisation)) faults.push({ organisation, sequence: 0, fault: 'gone' });
  return ok({ read, events, faults, ends });
}

type Chain = { readonly organisation: string; readonly head: ChainEnd; readonly from: ChainEnd };

async function followChain(
  database: Database,
  { organisation, head, from }: Chain,
): Promise<Result<{ readonly read: number; readonly faults: readonly TrailFault[] }, PostgresProblem>> {
  const faults: TrailFault[] = [];
  let [end, read] = [from, 0];
  while (end.sequence < head.sequence) {
    const page = await asKeeper(database, (trx) => readPage(trx, { organisation, head, from: end }));
    if (!page.ok) return err(page.error);
    if (page.value.length === 0) break;
    const verified = verifyChain(page.value, end);
    faults.push(...verified.faults.map((one) => ({ organisation, ...one })));
    read += page.value.length;
    end = verified.end;
  }
  if (end.sequence !== head.sequence || end.hash !== head.hash)
    faults.push({ organisation, sequence: head.sequence, fault: 'ends otherwise than its head says' });
  return ok({ read, faults });
}

async function readHeads(trx: Transaction<Tables>): Promise<ReadonlyMap<string, ChainEnd>> {
  const heads = await sql<{ organisation: string; sequence: string; hash: string }>`
    SELECT organisation_id::text AS organisation, sequence::text, hash FROM audit_heads ORDER BY 1`.execute(
    trx,
  );
  return new Map(
    heads.rows.map(({ organisation, sequence, hash }) => [
      organisation,
      { sequence: Number(sequence), hash },
    ]),
  );
}

async function readPage(trx: Transaction<Tables>, { organisation, head, from }: Chain) {
  const rows = await trx
    .selectFrom('audit_events')
    .select(['sequence', 'recorded_at', 'act', 'event', 'previous_hash', 'hash'])
    .where('organisation_id', '=', organisation)
    .where('sequence', '>', String(from.sequence))
    .where('sequence', '<=', String(head.sequence))
    .orderBy('sequence')
    .limit(PAGE)
    .execute();
  return rows.map((row) => ({
    organisation,
    sequence: Number(row.sequence),
    recordedAt: toInstant(row.recorded_at),
    act: row.act,
    event: row.event,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

/** The keeper reads every row, past the fences of tenants, and changes none. */
export const asKeeper = <T>(
  database: Database,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<Result<T, PostgresProblem>> =>
  database.write(async (trx) => {
    await sql`SET TRANSACTION READ ONLY`.execute(trx);
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    return work(trx);
  });
