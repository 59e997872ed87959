import { checkLog, nodeFiles, readCheckpoint, readEntries } from '@testamur/adapters/log';
import type { Database } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { tilesAt } from '@testamur/engines/transparency';
import { type PublicLog, takeInTurns } from '@testamur/server';
import { type ChainEnd, GENESIS, type StoredEvent, verifyChain } from '@testamur/services/auditing';
import { CompiledQuery } from 'kysely';

export type Inspection = {
  readonly organisation: string;
  readonly log: PublicLog;
  /** How far each chain was followed before. */
  readonly ends: Map<string, ChainEnd>;
};

/** What a process that died left: whether everything it acknowledged is there, the chains it added to are whole, and the log is the leaves in their order. */
export async function inspectStore(
  database: Database,
  said: readonly string[],
  { organisation, log, ends }: Inspection,
): Promise<{ readonly lost: number; readonly faults: readonly string[] }> {
  const look = async <R>(text: string, values: readonly unknown[] = []): Promise<readonly R[]> =>
    expectOk(
      await database.write(async (trx) => {
        await trx.executeQuery(CompiledQuery.raw('SET LOCAL ROLE testamur_keeper', []));
        return (await trx.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows;
      }),
      'the database is well',
    );
  const idsOf = (mark: string) => said.filter((line) => line.startsWith(mark)).map((line) => line.slice(2));
  const people = await look('SELECT FROM people WHERE person_id = ANY ($1::uuid[])', [idsOf('p ')]);
  const leaves = await look('SELECT FROM log_leaves WHERE leaf_id = ANY ($1::uuid[])', [idsOf('l ')]);
  const faults = await followChains(look, ends, [organisation, ...idsOf('p ')]);
  return {
    lost: said.length - people.length - leaves.length,
    faults: [...faults, ...(await compareLog(database, look, log))],
  };
}

type Look = <R>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>;
type EventRow = {
  readonly organisation_id: string;
  readonly sequence: string;
  readonly recorded_at: Date;
  readonly act: string;
  readonly event: string;
  readonly previous_hash: string;
  readonly hash: string;
};

async function followChains(
  look: Look,
  ends: Map<string, ChainEnd>,
  organisations: readonly string[],
): Promise<readonly string[]> {
  const after = organisations.map((one) => ends.get(one)?.sequence ?? 0);
  const rows = await look<EventRow>(
    `SELECT event.organisation_id, event.sequence, recorded_at, act, event.event, previous_hash, hash FROM audit_events AS event
       JOIN unnest($1::uuid[], $2::bigint[]) AS known (organisation_id, sequence) USING (organisation_id)
     WHERE event.sequence > known.sequence ORDER BY organisation_id, event.sequence`,
    [organisations, after],
  );
  const heads = await look<{ organisation_id: string; sequence: string; hash: string }>(
    'SELECT organisation_id, sequence, hash FROM audit_heads WHERE organisation_id = ANY ($1::uuid[])',
    [organisations],
  );
  const chains = new Map<string, StoredEvent[]>();
  for (const row of rows) {
    const chain = chains.get(row.organisation_id) ?? [];
    chains.set(row.organisation_id, [...chain, toStored(row)]);
  }
  return organisations.flatMap((one) => {
    const { faults, end } = verifyChain(chains.get(one) ?? [], ends.get(one) ?? GENESIS);
    ends.set(one, end);
    const head = heads.find((each) => each.organisation_id === one);
    const isWhole = Number(head?.sequence) === end.sequence && head?.hash === end.hash;
    return [
      ...faults.map(({ sequence, fault }) => `event ${sequence} of ${one}: ${fault}`),
      ...(isWhole ? [] : [`the chain of ${one} does not end where its head says`]),
    ];
  });
}

const toStored = (row: EventRow): StoredEvent => ({
  organisation: row.organisation_id,
  sequence: Number(row.sequence),
  recordedAt: row.recorded_at.toISOString(),
  act: row.act,
  event: row.event,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** After what was left undone is finished, every file of the log is whole, and its entries are the leaves in the order of their places. */
async function compareLog(database: Database, look: Look, log: PublicLog): Promise<readonly string[]> {
  const taking = takeInTurns({ database, log, tell: () => {}, every: 0 });
  // The lease of the process that died runs out by itself.
  const leaves = Number((await look<{ n: string }>('SELECT count(*) AS n FROM log_leaves'))[0]?.n);
  for (let tries = 0; tries < 100; tries += 1) {
    const turned = await taking.turn();
    if (!turned.ok) return [`the log: ${turned.error.code}`];
    const checkpoint = await readCheckpoint(log.files, log.trust);
    if (checkpoint.ok && checkpoint.value.size === leaves) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await taking.stop();
  const report = await checkLog(nodeFiles(log.folder), log.trust);
  if (!report.ok) return [`the log: ${report.error.code}`];
  const faults = report.value.faults.map(({ path, what }) => `the log: ${path} ${what}`);
  const rows = await look<{ entry: string }>(
    'SELECT entry FROM log_positions JOIN log_leaves USING (organisation_id, leaf_id) ORDER BY position',
  );
  const held: string[] = [];
  for (const { index, width } of tilesAt('entries', report.value.checkpoint.size)) {
    const entries = await readEntries(log.files, index, width);
    if (entries.ok) held.push(...entries.value.map((entry) => new TextDecoder().decode(entry)));
  }
  const isSame = held.length === leaves && rows.every((row, place) => row.entry === held[place]);
  return isSame
    ? faults
    : [...faults, `the log holds ${held.length} entries, the database ${leaves} leaves, or others`];
}
