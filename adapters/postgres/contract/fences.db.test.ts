import { ok } from '@testamur/engines/kernel';
import { ACTS, type Request } from '@testamur/services/authorising';
import { sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAct } from '../acting/run-act.ts';
import { TENANT_TABLES } from '../platform/catalogue.ts';
import type { Tables } from '../tables.ts';
import { ENGINES, type Opened } from './engines.fixture.ts';
import { AT, asPerson, platformOn } from './platform.fixture.ts';
import { furnishWorld, type World } from './world.fixture.ts';

/** What everybody may know of organisations. */
const PUBLIC = ['organisations', 'verifications', 'parent_claims', 'child_confirmations', 'log_leaves'];
/** By act: whoever signs in has to find the provider of any organisation; its secret is enciphered under a key that no database holds. */
const FOR_EVERYBODY: Readonly<Partial<Record<(typeof ACTS)[number], readonly string[]>>> = {
  'identifying.find-provider': ['identity_providers'],
};

/** SQL that no service would write, in the transaction of somebody who leads one house, against another one. */
describe.each(ENGINES)(
  'the fences on $name hold against any SQL of an administrator of another house',
  ({ open }) => {
    let opened: Opened;
    let world: World;
    let request: Request;

    beforeAll(async () => {
      opened = await open();
      world = await furnishWorld(platformOn(opened.database));
      request = asPerson(world.school.administrator, world.school.organisation);
    });
    afterAll(() => opened?.close());

    const within = (act: (typeof ACTS)[number], work: (trx: Transaction<Tables>) => Promise<void>) =>
      runAct(opened.database, { act, request, beforeCommit: work }, async () => ok(null));

    async function may(trx: Transaction<Tables>, table: string, privilege: string): Promise<boolean> {
      const answer = await sql<{
        may: boolean;
      }>`SELECT has_table_privilege(${table}, ${privilege}) AS may`.execute(trx);
      return answer.rows[0]?.may === true;
    }

    it('whatever act she names, she sees, changes and removes no row outside her house and her own tenant', async () => {
      const met: string[] = [];
      let own = 0;
      for (const act of ACTS)
        await within(act, async (trx) => {
          const foreign = sql`organisation_id NOT IN (${world.school.organisation}, ${world.school.administrator})`;
          for (const table of TENANT_TABLES) {
            const name = sql.table(table);
            if (await may(trx, table, 'SELECT')) {
              const all = await sql<{
                n: number;
                own: number;
              }>`SELECT count(*) FILTER (WHERE ${foreign})::int AS n, count(*)::int AS own FROM ${name}`.execute(
                trx,
              );
              own += all.rows[0]?.own ?? 0;
              const known = [...PUBLIC, ...(FOR_EVERYBODY[act] ?? [])];
              if (all.rows[0]?.n !== 0 && !known.includes(table))
                met.push(`${act} sees ${all.rows[0]?.n} of ${table}`);
            }
            if (await may(trx, table, 'UPDATE')) {
              const changed =
                await sql`UPDATE ${name} SET organisation_id = organisation_id WHERE ${foreign}`.execute(trx);
              if (changed.numAffectedRows !== 0n) met.push(`${act} changes ${table}`);
            }
            if (await may(trx, table, 'DELETE')) {
              const removed = await sql`DELETE FROM ${name} WHERE ${foreign}`.execute(trx);
              if (removed.numAffectedRows !== 0n) met.push(`${act} removes from ${table}`);
            }
          }
        });
      expect(met).toEqual([]);
      // It would be no proof if she saw nothing at all.
      expect(own).toBeGreaterThan(100);
    });

    it('whatever act she names, she adds no row to another house, nor to somebody’s own tenant', async () => {
      const me = world.school.administrator;
      const id = '99999999-9999-4999-8999-999999999999';
      const later = '2027-01-01T00:00:00Z';
      const into = (there: string, act: string) => ({
        memberships: sql`INSERT INTO memberships (organisation_id, person_id, known_as, joined_at) VALUES (${there}, ${me}, 'x', ${AT})`,
        member_roles: sql`INSERT INTO member_roles (organisation_id, person_id, role, assigned_by, assigned_at) VALUES (${there}, ${me}, 'administrator', ${me}, ${AT})`,
        invitations: sql`INSERT INTO invitations (organisation_id, invitation_id, token_hash, role, invited_as, invited_at, expires_at) VALUES (${there}, ${id}, repeat('a', 64), 'administrator', 'x', ${AT}, ${later})`,
        delegations: sql`INSERT INTO delegations (organisation_id, delegation_id, from_person_id, to_person_id, role, starts_at, ends_at) VALUES (${there}, ${id}, ${me}, ${id}, 'auditor', ${AT}, ${later})`,
        verifications: sql`INSERT INTO verifications (organisation_id, verification_id, subject_id, method, evidence, verified_by, verified_at) VALUES (${there}, ${id}, ${id}, 'in-person', 'x', ${me}, ${AT})`,
        child_confirmations: sql`INSERT INTO child_confirmations (organisation_id, child_id, confirmed_by, confirmed_at) VALUES (${there}, ${id}, ${me}, ${AT})`,
        service_accounts: sql`INSERT INTO service_accounts (organisation_id, account_id, name, scopes, created_by, created_at) VALUES (${there}, ${id}, 'x', '{a}', ${me}, ${AT})`,
        approval_policies: sql`INSERT INTO approval_policies (organisation_id, act, approvals, set_by, set_at) VALUES (${there}, 'x', 0, ${me}, ${AT})`,
        approval_decisions: sql`INSERT INTO approval_decisions (organisation_id, request_id, person_id, approves, reason, decided_at) VALUES (${there}, ${world.other.request}, ${me}, true, 'x', ${AT})`,
        log_leaves: sql`INSERT INTO log_leaves (organisation_id, leaf_id, act, recorded_at, entry) VALUES (${there}, ${id}, ${act}, ${AT}, '{}')`,
        outbox: sql`INSERT INTO outbox (organisation_id, message_id, channel, kind, body, created_at) VALUES (${there}, ${id}, 'mail', 'invitation', '{}', ${AT})`,
        webhook_endpoints: sql`INSERT INTO webhook_endpoints (organisation_id, endpoint_id, url, kinds, created_by, created_at) VALUES (${there}, ${id}, 'https://x.example', '{a}', ${me}, ${AT})`,
        notification_preferences: sql`INSERT INTO notification_preferences (organisation_id, person_id, kind, channel, is_wanted, set_at) VALUES (${there}, ${there}, 'x', 'mail', false, ${AT})`,
        idempotency_keys: sql`INSERT INTO idempotency_keys (organisation_id, key_id, actor_id, content_hash, created_at) VALUES (${there}, ${id}, ${me}, 'sha256:' || repeat('0', 64), ${AT})`,
        audit_events: sql`INSERT INTO audit_events (organisation_id, sequence, recorded_at, act, action, outcome, event, previous_hash, hash) VALUES (${there}, 999, ${AT}, 'x', 'C', '0', '{}', repeat('0', 64), repeat('0', 64))`,
      });
      const passed: string[] = [];
      for (const act of ACTS)
        for (const there of [world.other.organisation, world.personalTenant])
          for (const [table, insert] of Object.entries(into(there, act))) {
            const outcome = await within(act, async (trx) => void (await insert.execute(trx)));
            if (outcome.ok || outcome.error.code !== 'AUTHORISING_FENCED')
              passed.push(`${act} into ${table}: ${JSON.stringify(outcome)}`);
          }
      expect(passed).toEqual([]);
    });

    it.each([
      [
        'calls the function that appends to a chain',
        sql`SELECT fence.append_event(gen_random_uuid(), 'C', '0', '[]')`,
      ],
      ['records a change that did not happen', sql`SELECT fence.record_event('C', '0', '[]')`],
      ['reads what was answered to requests', sql`SELECT answer FROM idempotency_keys`],
      ['reads the jobs', sql`SELECT data FROM jobs.job`],
      ['adds a job', sql`INSERT INTO jobs.job (name, data) VALUES ('mail', '{}')`],
      ['reads the salts', sql`SELECT salt FROM audit_heads`],
      ['switches row-level security off', sql`ALTER TABLE memberships DISABLE ROW LEVEL SECURITY`],
      ['lets itself into another role', sql`GRANT testamur_keeper TO testamur_app`],
      ['makes a table', sql`CREATE TABLE mine (a int)`],
      [
        'replaces a function of the fences',
        sql`CREATE OR REPLACE FUNCTION fence.act() RETURNS text LANGUAGE sql AS 'SELECT 1::text'`,
      ],
    ])('refuses a transaction that %s', async (_what, statement) => {
      const trying = within('people.list-members', async (trx) => void (await statement.execute(trx)));
      const code = await trying.then(
        (outcome) => (outcome.ok ? 'done' : outcome.error.code),
        (error: { code?: string }) => error.code,
      );
      expect(['AUTHORISING_FENCED', 'P0001']).toContain(code);
    });
  },
);
