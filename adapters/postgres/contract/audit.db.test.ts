import {
  listEvents,
  listOwnEvents,
  type StoredEvent,
  toFhirAuditEvent,
  verifyChain,
} from '@testamur/services/auditing';
import { type ActName, authoriseByMatrix, type Request, ruleOf } from '@testamur/services/authorising';
import {
  assignRole,
  correctProfile,
  endMembership,
  listMembers,
  showProfile,
  withdrawRole,
} from '@testamur/services/people';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnitOfWork } from '../acting/run-act.ts';
import { PERSONAL_TABLES } from '../platform/catalogue.ts';
import type { Tables } from '../tables.ts';
import { TRY } from './acts.fixture.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import {
  ANYBODY,
  AT,
  asPerson,
  CONSOLE,
  newHouse,
  newMember,
  newPerson,
  platformOn,
} from './platform.fixture.ts';
import { furnishWorld, type World } from './world.fixture.ts';

type Counts = Readonly<Record<string, { readonly changed: number; readonly scanned: number }>>;
type Event = {
  readonly act: string;
  readonly action: string;
  readonly entities: readonly { readonly what: string; readonly people?: string[] }[];
};

/** What the database itself counted, whoever wrote the statement: independent of triggers and of the driver. */
async function countByDatabase(trx: Transaction<Tables>): Promise<Counts> {
  const rows = await sql<{ name: string; changed: number; scanned: number }>`
    SELECT relname AS name, (n_tup_ins + n_tup_upd + n_tup_del)::int AS changed, (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS scanned
    FROM pg_stat_xact_user_tables`.execute(trx);
  return Object.fromEntries(rows.rows.map(({ name, ...counts }) => [name, counts]));
}

/** The events of this transaction and of those within it, seen past the fences. */
async function eventsOf(trx: Transaction<Tables>): Promise<readonly Event[]> {
  await sql`SET LOCAL ROLE NONE`.execute(trx);
  await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
  const rows = await sql<{
    event: string;
  }>`SELECT event FROM audit_events WHERE xmin::text::bigint >= pg_current_xact_id()::xid::text::bigint`.execute(
    trx,
  );
  return rows.rows.map((row) => JSON.parse(row.event) as Event);
}

class RollBack extends Error {}

describe.each(ENGINES)('the audit trail on $name', ({ open }) => {
  let opened: Opened;
  let world: World;
  beforeAll(async () => {
    opened = await open();
    world = await furnishWorld(platformOn(opened.database));
  });
  afterAll(() => opened?.close());

  const eventsIn = async (organisation: string): Promise<readonly StoredEvent[]> =>
    (
      await opened.look<{
        sequence: string;
        recorded_at: Date;
        act: string;
        event: string;
        previous_hash: string;
        hash: string;
      }>('SELECT * FROM audit_events WHERE organisation_id = $1 ORDER BY sequence', [organisation])
    ).map((row) => ({
      organisation,
      sequence: Number(row.sequence),
      recordedAt: row.recorded_at.toISOString(),
      act: row.act,
      event: row.event,
      previousHash: row.previous_hash,
      hash: row.hash,
    }));

  it('holds as many changed rows for every act as the database counted', async () => {
    const report: string[] = [];
    let compared = 0;
    for (const act of Object.keys(TRY) as ActName[]) {
      let before: Counts = {};
      const unitOfWork = openUnitOfWork(opened.database, {
        afterBegin: async (trx) => {
          before = await countByDatabase(trx);
        },
        beforeCommit: async (trx) => {
          const after = await countByDatabase(trx);
          const events = await eventsOf(trx);
          for (const [table, { changed }] of Object.entries(after)) {
            // The order of the public log follows from its leaves, and says nothing of its own.
            if (table.startsWith('audit_') || table === 'log_positions') continue;
            const counted = changed - (before[table]?.changed ?? 0);
            const entities = events.filter((one) => one.action !== 'R').flatMap((one) => one.entities);
            const recorded = entities.filter((one) => one.what === table).length;
            if (counted !== recorded)
              report.push(`${act}: ${counted} rows of ${table} changed, ${recorded} recorded`);
            compared += counted;
          }
          throw new RollBack();
        },
      });
      const house = world.platformHouse;
      const request = requestFor(act, house.actors);
      const platform = { ...platformOn(opened.database), unitOfWork, authorise: authoriseByMatrix };
      const outcome = await TRY[act]({
        platform,
        request: { ...request, organisation: house.organisation },
        house,
        role: 'administrator',
        world,
      }).catch((error) => {
        if (error instanceof RollBack) return undefined;
        throw error;
      });
      expect([act, outcome]).toEqual([act, undefined]);
    }
    expect(report).toEqual([]);
    expect(compared).toBeGreaterThan(25);
  });

  /** By somebody whom the matrix names first. */
  function requestFor(act: ActName, actors: World['school']['actors']): Request {
    const { who } = ruleOf(act);
    const [first = 'anonymous'] = who;
    if (first === 'worker') return { actor: { kind: 'worker' }, at: AT, site: 'worker' };
    if (first === 'anonymous') return ANYBODY;
    return first === 'console' ? CONSOLE : { actor: actors[first], at: AT, provedAt: AT, site: 'test' };
  }

  it('names every table about people that an act read, by what the database counted', async () => {
    const acts: readonly ActName[] = [
      'people.show-profile',
      'people.list-members',
      'people.list-interests',
      'people.list-delegations',
      'authorising.list-approvals',
      'auditing.list-events',
    ];
    const missed: string[] = [];
    let read = 0;
    for (const act of acts) {
      let before: Counts = {};
      const unitOfWork = openUnitOfWork(opened.database, {
        afterBegin: async (trx) => {
          before = await countByDatabase(trx);
        },
        beforeCommit: async (trx) => {
          const after = await countByDatabase(trx);
          const reads = (await eventsOf(trx))
            .filter((one) => one.action === 'R')
            .flatMap((one) => one.entities.map((entity) => entity.what));
          read += reads.length;
          for (const table of PERSONAL_TABLES) {
            // The fences look up the actor's own standing in these on every act.
            if (['memberships', 'member_roles', 'delegations', 'audit_events'].includes(table)) continue;
            const scanned = (after[table]?.scanned ?? 0) - (before[table]?.scanned ?? 0);
            if (scanned > 0 && !reads.includes(table)) missed.push(`${act} read ${table}`);
          }
        },
      });
      const platform = { ...platformOn(opened.database), unitOfWork };
      const house = world.school;
      await TRY[act]({
        platform,
        request: { ...requestFor(act, house.actors), organisation: house.organisation },
        house,
        role: 'administrator',
        world,
      });
    }
    expect(missed).toEqual([]);
    expect(read).toBeGreaterThanOrEqual(acts.length);
  });

  it('says who looked at whom', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const officer = await newMember(platform, house, 'officer');
    await succeed(
      listMembers(platform, asPerson(officer, house.organisation, { reason: 'a question by phone' })),
    );
    const last = (await eventsIn(house.organisation)).map((one) => JSON.parse(one.event)).at(-1);
    expect(last).toMatchObject({
      act: 'people.list-members',
      action: 'R',
      reason: expect.stringMatching(/^sealed:1:/),
      agent: { kind: 'person', id: officer },
    });
    const asAdministrator = asPerson(house.administrator, house.organisation);
    const read = await succeed(listEvents(platform, asAdministrator, { after: 0, limit: 1_000 }));
    const told = read.filter((one) => one.reason !== undefined);
    expect(told.map(({ act, reason }) => [act, reason])).toEqual([
      ['people.list-members', 'a question by phone'],
    ]);
    expect(toFhirAuditEvent(told[0] as StoredEvent)).toMatchObject({
      purposeOfEvent: [{ text: 'a question by phone' }],
    });
    expect(last.entities).toContainEqual({
      what: 'memberships',
      people: [house.administrator, officer].sort(),
    });
  });

  it('keeps old and new values as salted hashes: the same value hashes differently in another tenant', async () => {
    const platform = platformOn(opened.database);
    const person = await newPerson(platform, 'Marker-7f3a');
    await succeed(
      correctProfile(platform, asPerson(person), {
        personId: person,
        displayName: 'Marker-other',
        language: 'en',
      }),
    );
    const texts = (await eventsIn(person)).map((one) => one.event);
    expect(texts.join()).not.toContain('Marker');
    const change = texts.map((text) => JSON.parse(text)).find((event) => event.action === 'U');
    expect(change.entities[0].old).not.toBe(change.entities[0].new);
    const made = texts
      .map((text) => JSON.parse(text))
      .find((event) => event.action === 'C' && event.entities[0].what === 'people');
    expect(made.entities[0].new).toBe(change.entities[0].old);
    const salts = await opened.look<{ salts: number }>(
      'SELECT count(DISTINCT salt)::int AS salts FROM audit_heads',
    );
    const heads = await opened.look<{ heads: number }>('SELECT count(*)::int AS heads FROM audit_heads');
    expect(salts[0]?.salts).toBe(heads[0]?.heads);
  });

  it('records what was refused, and undoes it', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const stranger = await newPerson(platform);
    const request = asPerson(stranger, house.organisation);
    const refused = await assignRole(platform, request, { personId: house.administrator, role: 'auditor' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'AUTHORISING_FORBIDDEN' } });
    const last = (await eventsIn(house.organisation)).map((one) => JSON.parse(one.event)).at(-1);
    expect(last).toMatchObject({
      act: 'people.assign-role',
      action: 'E',
      outcome: '4',
      agent: { id: stranger },
      entities: [{ what: 'refusal', code: 'AUTHORISING_FORBIDDEN' }],
    });
  });

  it('is one unbroken chain per tenant after everything above, also across a withdrawn role and an ended membership', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const officer = await newMember(platform, house, 'officer');
    const asAdministrator = asPerson(house.administrator, house.organisation);
    await succeed(withdrawRole(platform, asAdministrator, { personId: officer, role: 'officer' }));
    await succeed(endMembership(platform, asAdministrator, { personId: officer }));
    const tenants = await opened.look<{ organisation_id: string; sequence: string; hash: string }>(
      'SELECT organisation_id, sequence, hash FROM audit_heads',
    );
    expect(tenants.length).toBeGreaterThan(20);
    for (const tenant of tenants) {
      const { faults, end } = verifyChain(await eventsIn(tenant.organisation_id));
      expect(faults).toEqual([]);
      expect(end).toEqual({ sequence: Number(tenant.sequence), hash: tenant.hash });
    }
  });

  it('stays one chain when twenty acts are done at the same time', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const asAdministrator = asPerson(house.administrator, house.organisation);
    await Promise.all(Array.from({ length: 20 }, () => succeed(listMembers(platform, asAdministrator))));
    const events = await eventsIn(house.organisation);
    expect(events.filter((one) => one.act === 'people.list-members')).toHaveLength(20);
    expect(verifyChain(events).faults).toEqual([]);
  });

  it.each([
    ['changed', `UPDATE audit_events SET event = '{}'`],
    ['removed', 'DELETE FROM audit_events'],
    ['emptied', 'TRUNCATE audit_events'],
  ])('cannot be %s, by the owner of the database either', async (_what, statement) => {
    const trying = opened.database.write((trx) => sql.raw(statement).execute(trx));
    await expect(trying).rejects.toMatchObject({ code: '42501' });
  });

  it('is read by whoever it is about, and as FHIR', async () => {
    const platform = platformOn(opened.database);
    const person = await newPerson(platform);
    await succeed(showProfile(platform, asPerson(person)));
    const own = await succeed(listOwnEvents(platform, asPerson(person), { after: 0, limit: 10 }));
    expect(own.map((one) => one.act)).toEqual([
      'people.register-person',
      'people.register-person',
      'people.show-profile',
    ]);
    expect(toFhirAuditEvent(own[2] as StoredEvent)).toMatchObject({
      resourceType: 'AuditEvent',
      action: 'R',
      outcome: '0',
      recorded: AT,
      subtype: [{ system: 'urn:testamur:act', code: 'people.show-profile' }],
      agent: [{ requestor: true, who: { identifier: { value: `urn:uuid:${person}` } } }],
      source: { site: 'test' },
    });
    const school = await succeed(listEvents(platform, requestForAuditor(world), { after: 2, limit: 3 }));
    expect(school.map((one) => one.sequence)).toEqual([3, 4, 5]);
  });
});

const requestForAuditor = (world: World): Request => ({
  actor: world.school.actors.auditor,
  organisation: world.school.organisation,
  at: AT,
  provedAt: AT,
  site: 'test',
});
