/** What row-level security costs: the same query of the same transaction, as a request gives it and as the owner does, who passes every fence. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase, type Work } from '@testamur/adapters/postgres';
import { expectOk } from '@testamur/engines/kernel';
import { makePersonKeys } from '@testamur/testing/person-keys';
import { startPostgres } from '@testamur/testing/postgres';
import { barred, figure, type Line } from '../line.ts';

const HOUSES = 30;
const MEMBERS = 60;
const ROUNDS = 30;
/** Each leaves an audit event. */
const CHANGES = 40;
const BAR = 1.5;
const AT = '2026-11-22T12:00:00.000Z';

type Trx = Parameters<Work<unknown>>[0];
type House = { readonly organisation: string; readonly people: readonly string[] };

export async function* benchRls(): AsyncIterable<Line> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-bench-rls-'));
  try {
    yield* measureOn(
      'embedded',
      expectOk(
        await openDatabase({ kind: 'embedded', folder, personKeys: makePersonKeys() }),
        'an empty folder',
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const server = await startPostgres(18);
  try {
    const options = { kind: 'server', url: server.url, connections: 1 } as const;
    yield* measureOn(
      'postgresql',
      expectOk(await openDatabase({ ...options, personKeys: makePersonKeys() }), 'its superuser'),
    );
  } finally {
    await server.stop();
  }
}

async function* measureOn(engine: string, database: Database): AsyncIterable<Line> {
  try {
    const houses = await furnish(database);
    for (const [name, query] of Object.entries(QUERIES)) {
      const { bare, fenced } = await compare(database, houses, query);
      yield figure({ id: `rls.${engine}.${name}.without`, value: bare * 1000, unit: 'µs', better: 'lower' });
      yield barred({
        id: `rls.${engine}.${name}`,
        value: fenced / bare,
        unit: '× the same query without',
        bar: BAR,
        better: 'lower',
      });
    }
  } finally {
    await database.close();
  }
}

/** What services ask most: one act each, its query as the store makes it, and how often in a row. */
type Asked = {
  readonly act: string;
  readonly times: number;
  readonly ask: (trx: Trx, house: House) => Promise<number>;
};

const QUERIES: Readonly<Record<string, Asked>> = {
  'list-members': {
    act: 'people.list-members',
    times: 10,
    ask: async (trx, { organisation }) =>
      (
        await trx
          .selectFrom('memberships')
          .leftJoin('member_roles', (join) =>
            join
              .onRef('member_roles.organisation_id', '=', 'memberships.organisation_id')
              .onRef('member_roles.person_id', '=', 'memberships.person_id'),
          )
          .select(['memberships.person_id', 'known_as', 'joined_at', 'ended_at', 'role'])
          .where('memberships.organisation_id', '=', organisation)
          .orderBy('memberships.person_id')
          .execute()
      ).length,
  },
  'list-events': {
    act: 'auditing.list-events',
    times: 10,
    ask: async (trx, { organisation }) =>
      (
        await trx
          .selectFrom('audit_events')
          .selectAll()
          .where('organisation_id', '=', organisation)
          .orderBy('sequence')
          .limit(100)
          .execute()
      ).length,
  },
  'find-member': {
    act: 'people.list-members',
    times: 30,
    ask: async (trx, { organisation, people }) =>
      (
        await trx
          .selectFrom('memberships')
          .selectAll()
          .where('organisation_id', '=', organisation)
          .where('person_id', '=', people[1] ?? '')
          .execute()
      ).length,
  },
};

/** Fenced and bare in turns, each over other houses; the quickest of each counts, so that a busy machine is no fault of either. */
async function compare(
  database: Database,
  houses: readonly House[],
  { act, times, ask }: Asked,
): Promise<{ readonly bare: number; readonly fenced: number }> {
  const best = { bare: Number.POSITIVE_INFINITY, fenced: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of ['bare', 'fenced'] as const) {
      const house = houses[(round * 13) % houses.length] as House;
      const quickest = await database.write(async (trx) => {
        await become(trx, act, house, kind === 'fenced' ? 'testamur_app' : 'none');
        let least = Number.POSITIVE_INFINITY;
        for (let done = 0; done < times; done += 1) {
          const before = performance.now();
          const rows = await ask(trx, house);
          least = Math.min(least, performance.now() - before);
          if (rows === 0) throw new Error(`${act} sees nothing, so it measures nothing.`);
        }
        return least;
      });
      best[kind] = Math.min(best[kind], expectOk(quickest, 'the database is well'));
    }
  return best;
}

/** The settings of a request, whoever then asks: only the role differs. */
async function become(trx: Trx, act: string, house: House, role: string): Promise<void> {
  const settings = {
    ...{ act, actor_kind: 'person', actor: house.people[0] ?? '', organisation: house.organisation },
    ...{ at: AT, site: 'bench' },
  };
  await trx
    .selectNoFrom(({ fn, val }) => [
      fn('set_config', [val('role'), val(role), val(true)]).as('role'),
      ...Object.entries(settings).map(([name, value]) =>
        fn('set_config', [val(`testamur.${name}`), val(value), val(true)]).as(name),
      ),
    ])
    .execute();
}

async function furnish(database: Database): Promise<readonly House[]> {
  const houses: House[] = [];
  for (let made = 0; made < HOUSES; made += 1) {
    const house = { organisation: randomUUID(), people: Array.from({ length: MEMBERS }, () => randomUUID()) };
    expectOk(await database.write((trx) => addHouse(trx, house)), 'the owner may');
    houses.push(house);
  }
  return houses;
}

async function addHouse(trx: Trx, { organisation, people }: House): Promise<void> {
  const tenant = { organisation_id: organisation };
  await trx
    .insertInto('organisations')
    .values({ ...tenant, kind: 'school', name: 'A school', country: 'IN', created_at: AT })
    .execute();
  await trx
    .insertInto('memberships')
    .values(people.map((person_id) => ({ ...tenant, person_id, known_as: 'Member', joined_at: AT })))
    .execute();
  const role = { assigned_by: people[0] ?? '', assigned_at: AT };
  await trx
    .insertInto('member_roles')
    .values(people.map((person_id) => ({ ...tenant, person_id, role: 'administrator' as const, ...role })))
    .execute();
  for (const person_id of people.slice(0, CHANGES))
    await trx
      .updateTable('memberships')
      .set({ known_as: 'Renamed' })
      .where('organisation_id', '=', organisation)
      .where('person_id', '=', person_id)
      .execute();
}
