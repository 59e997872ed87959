import { ok } from '@testamur/engines/kernel';
import { listMembers, registerPerson, showProfile } from '@testamur/services/people';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openUnitOfWork, runAct } from '../acting/run-act.ts';
import { TENANT_TABLES } from '../platform/catalogue.ts';
import { ENGINES, type Opened, raise, succeed } from './engines.fixture.ts';
import {
  ANYBODY,
  asPerson,
  type House,
  newHouse,
  newMember,
  newPerson,
  platformOn,
} from './platform.fixture.ts';

describe.each(ENGINES)('the unit of work on $name', ({ open }) => {
  let opened: Opened;
  let house: House;
  beforeAll(async () => {
    opened = await open();
    house = await newHouse(platformOn(opened.database));
  });
  afterAll(() => opened?.close());

  it.each(['40001', '40P01'])(
    'does an act again, whole and once, when the database answers %s',
    async (code) => {
      let attempts = 0;
      const at = code === '40001' ? '2026-11-22T12:40:00.001Z' : '2026-11-22T12:40:00.002Z';
      const unitOfWork = openUnitOfWork(opened.database, {
        beforeCommit: async (trx) => {
          attempts += 1;
          if (attempts < 3) await raise(code).execute(trx);
        },
      });
      const platform = { ...platformOn(opened.database), unitOfWork };
      const { personId } = await succeed(
        registerPerson(platform, { ...ANYBODY, at }, { displayName: 'Again', language: 'en' }),
      );
      expect(attempts).toBe(3);
      const rows = await opened.look('SELECT person_id FROM people WHERE created_at = $1', [at]);
      expect(rows).toEqual([{ person_id: personId }]);
      const events = await opened.look<{ n: number }>(
        'SELECT count(*)::int AS n FROM audit_events WHERE organisation_id = $1',
        [personId],
      );
      expect(events[0]?.n).toBe(2);
    },
  );

  it('gives up after five attempts, with nothing changed', async () => {
    let attempts = 0;
    const unitOfWork = openUnitOfWork(opened.database, {
      beforeCommit: async (trx) => {
        attempts += 1;
        await raise('40001').execute(trx);
      },
    });
    const platform = { ...platformOn(opened.database), unitOfWork };
    const at = '2026-11-22T12:40:00.003Z';
    const trying = registerPerson(platform, { ...ANYBODY, at }, { displayName: 'Never', language: 'en' });
    await expect(trying).rejects.toMatchObject({ code: '40001' });
    expect(attempts).toBe(5);
    expect(await opened.look('SELECT FROM people WHERE created_at = $1', [at])).toEqual([]);
  });

  it('becomes a role that owns nothing, and leaves nothing behind for the next transaction', async () => {
    const request = asPerson(house.administrator, house.organisation, { reason: 'to be forgotten' });
    const during = await succeed(
      runAct<string, never>(
        opened.database,
        {
          act: 'people.list-members',
          request,
          beforeCommit: async (trx) => {
            const row = await sql<{ role: string }>`SELECT current_user::text AS role`.execute(trx);
            expect(row.rows[0]?.role).toBe('testamur_app');
          },
        },
        async () => ok('done'),
      ),
    );
    expect(during).toBe('done');
    for (let connection = 0; connection < 8; connection += 1) {
      const after = await opened.database.write((trx) =>
        sql<{
          role: string;
          reason: string | null;
        }>`SELECT current_user::text AS role, nullif(current_setting('testamur.reason', true), '') AS reason`.execute(
          trx,
        ),
      );
      expect(after).toMatchObject({ ok: true, value: { rows: [{ reason: null }] } });
      expect(after.ok && after.value.rows[0]?.role).not.toBe('testamur_app');
    }
  });

  it('shows nothing of any tenant to a transaction that is nobody’s', async () => {
    const seen = await succeed(
      opened.database.read(async (trx) => {
        const counts: number[] = [];
        for (const table of TENANT_TABLES) {
          const allowed = await sql<{
            may: boolean;
          }>`SELECT has_table_privilege(${table}, 'SELECT') AS may`.execute(trx);
          if (!allowed.rows[0]?.may) continue;
          const rows = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(
            trx,
          );
          counts.push(rows.rows[0]?.n ?? -1);
        }
        return counts;
      }),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.every((count) => count === 0)).toBe(true);
  });

  it('shows a stranger no row of the house in any table, whatever act she names', async () => {
    const platform = platformOn(opened.database);
    await newMember(platform, house, 'officer');
    const stranger = await newPerson(platform);
    const { ACTS } = await import('@testamur/services/authorising');
    const open = ['organisations', 'verifications', 'parent_claims', 'child_confirmations'];
    const leaks: string[] = [];
    for (const act of ACTS) {
      const look = async (stores: unknown) => ok(stores);
      await runAct(
        opened.database,
        {
          act,
          request: asPerson(stranger, house.organisation),
          beforeCommit: async (trx) => {
            for (const table of TENANT_TABLES.filter((name) => !open.includes(name))) {
              const allowed = await sql<{
                may: boolean;
              }>`SELECT has_table_privilege(${table}, 'SELECT') AS may`.execute(trx);
              if (!allowed.rows[0]?.may) continue;
              const rows = await sql<{
                n: number;
              }>`SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE organisation_id <> ${stranger}`.execute(
                trx,
              );
              if (rows.rows[0]?.n !== 0) leaks.push(`${act}: ${table}`);
            }
          },
        },
        look,
      );
    }
    expect(leaks).toEqual([]);
  });

  it('answers, and does not throw, what does not look like an id or a time', async () => {
    const platform = platformOn(opened.database);
    for (const bad of [{ organisation: "x' OR true --" }, { at: 'now' }, { approval: '{}' }]) {
      const outcome = await listMembers(platform, asPerson(house.administrator, house.organisation, bad));
      expect(outcome).toMatchObject({ ok: false, error: { code: 'AUTHORISING_INPUT' } });
    }
  });

  it('answers "busy" to an act inside an act, instead of waiting for ever', async () => {
    if (opened.database.engine !== 'embedded') return;
    const platform = platformOn(opened.database);
    const inner = await succeed(
      runAct<string, never>(
        opened.database,
        { act: 'people.show-profile', request: asPerson(house.administrator) },
        async () => {
          const waited = await showProfile(platform, asPerson(house.administrator));
          return ok(waited.ok ? 'answered' : waited.error.code);
        },
      ),
    );
    expect(inner).toBe('AUTHORISING_STORE');
  });
});
