import {
  acceptInvitation,
  correctProfile,
  inviteMember,
  listMembers,
  showProfile,
} from '@testamur/services/people';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SealedColumns } from '../sealing/seal-columns.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { asPerson, LATER, newHouse, newMember, newPerson, platformOn } from './platform.fixture.ts';

describe.each(ENGINES)('sealed columns on $name', ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  it('are read as they were written, and hold nothing readable', async () => {
    const platform = platformOn(opened.database);
    const person = await newPerson(platform, 'Dr Sealed Šárka 医');
    expect(await succeed(showProfile(platform, asPerson(person)))).toMatchObject({
      displayName: 'Dr Sealed Šárka 医',
      mail: 'test@example.org',
    });
    const rows = await opened.look<{ row: string; mail_lookup: string }>(
      'SELECT to_jsonb(p)::text AS row, mail_lookup FROM people p WHERE person_id = $1',
      [person],
    );
    expect(rows[0]?.row).toMatch(/"display_name": ?"sealed:1:/);
    expect(rows[0]?.row).not.toMatch(/Sealed|test@example/);
    expect(rows[0]?.mail_lookup).toMatch(/^[0-9a-f]{64}$/);
  });

  it('seal the same name differently each time, and give the same search hash', async () => {
    const platform = platformOn(opened.database);
    const people = [await newPerson(platform), await newPerson(platform)];
    const rows = await opened.look<{ display_name: string; mail: string; mail_lookup: string }>(
      'SELECT display_name, mail, mail_lookup FROM people WHERE person_id = ANY($1)',
      [people],
    );
    expect(new Set(rows.map((row) => row.display_name)).size).toBe(2);
    expect(new Set(rows.map((row) => row.mail)).size).toBe(2);
    expect(new Set(rows.map((row) => row.mail_lookup)).size).toBe(1);
  });

  it('follow a correction, the search hash too', async () => {
    const platform = platformOn(opened.database);
    const person = await newPerson(platform);
    const lookup = async () =>
      (
        await opened.look<{ mail_lookup: string | null }>(
          'SELECT mail_lookup FROM people WHERE person_id = $1',
          [person],
        )
      )[0]?.mail_lookup;
    const before = await lookup();
    const corrected = { personId: person, displayName: 'Dr New', mail: 'NEW@example.org ', language: 'fr' };
    await succeed(correctProfile(platform, asPerson(person), corrected));
    expect(await succeed(showProfile(platform, asPerson(person)))).toMatchObject({
      displayName: 'Dr New',
      mail: 'NEW@example.org',
    });
    expect(await lookup()).not.toBe(before);
    await succeed(
      correctProfile(platform, asPerson(person), { personId: person, displayName: 'Dr New', language: 'fr' }),
    );
    expect(await lookup()).toBeNull();
    expect((await succeed(showProfile(platform, asPerson(person)))).mail).toBeUndefined();
  });

  it('are found by a search that a store writes in the open', async () => {
    const platform = platformOn(opened.database);
    const person = await newPerson(platform);
    await succeed(
      correctProfile(platform, asPerson(person), {
        personId: person,
        displayName: 'Found',
        mail: 'find.me@example.org',
        language: 'en',
      }),
    );
    const plugin = new SealedColumns(opened.database.keys, undefined);
    const find = (mail: string) =>
      opened.database.write(async (trx) => {
        await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
        return trx
          .withPlugin(plugin)
          .selectFrom('people')
          .select(['organisation_id', 'person_id', 'display_name'])
          .where('mail', '=', mail)
          .execute();
      });
    expect(await find('Find.Me@Example.org')).toMatchObject({
      ok: true,
      value: [{ person_id: person, display_name: 'Found' }],
    });
    expect(await find('other@example.org')).toMatchObject({ ok: true, value: [] });
  });

  it('do not open in another row, nor in another column, of the same person', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const member = await newMember(platform, house, 'officer');
    const asAdministrator = asPerson(house.administrator, house.organisation);
    const [taken] = await opened.look<{ value: string }>(
      'SELECT display_name AS value FROM people WHERE person_id = $1',
      [member],
    );
    await succeed(
      opened.database.write(async (trx) => {
        await sql`ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY`.execute(trx);
        await sql`UPDATE memberships SET known_as = ${taken?.value ?? ''} WHERE person_id = ${member}`.execute(
          trx,
        );
        await sql`ALTER TABLE memberships FORCE ROW LEVEL SECURITY`.execute(trx);
      }),
    );
    await expect(listMembers(platform, asAdministrator)).rejects.toThrow();
  });

  it.each([
    ['written in the open', `UPDATE people SET display_name = 'Dr Plain'`],
    [
      'added in the open',
      `INSERT INTO memberships VALUES (gen_random_uuid(), gen_random_uuid(), 'Dr Plain', now(), NULL)`,
    ],
  ])('are refused by the database when %s', async (_what, statement) => {
    const platform = platformOn(opened.database);
    await newPerson(platform);
    const trying = opened.database.write(async (trx) => {
      await sql`ALTER TABLE people NO FORCE ROW LEVEL SECURITY`.execute(trx);
      await sql`ALTER TABLE memberships NO FORCE ROW LEVEL SECURITY`.execute(trx);
      await sql.raw(statement).execute(trx);
    });
    await expect(trying).rejects.toMatchObject({ code: '23514' });
  });

  it('refuse a statement from which they cannot tell whose the row is', async () => {
    const plugin = new SealedColumns(opened.database.keys, undefined);
    const tried = (build: (db: ReturnType<typeof withPlugin>) => { compile(): unknown }) =>
      opened.database.write(async (trx) => build(withPlugin(trx)).compile());
    const withPlugin = (trx: Parameters<Parameters<Opened['database']['write']>[0]>[0]) =>
      trx.withPlugin(plugin);
    await expect(tried((db) => db.updateTable('people').set({ display_name: 'x' }))).rejects.toThrow(
      /name person_id/,
    );
    await expect(tried((db) => db.selectFrom('people').select('display_name'))).rejects.toThrow(
      /select organisation_id, person_id/,
    );
    await expect(
      tried((db) => db.selectFrom('people').select('person_id').where('display_name', '=', 'x')),
    ).rejects.toThrow(/cannot be compared/);
    await expect(
      tried((db) => db.selectFrom('people').select('person_id').where('mail', 'like', 'x%')),
    ).rejects.toThrow(/cannot be compared/);
  });

  it('belong to an invitation that has a key of its own', async () => {
    const platform = platformOn(opened.database);
    const house = await newHouse(platform);
    const { invitationId, secret } = await succeed(
      inviteMember(platform, asPerson(house.administrator, house.organisation), {
        role: 'member',
        invitedAs: 'Somebody Invited',
        expiresAt: LATER,
      }),
    );
    expect(opened.database.keys.find(invitationId).state).toBe('alive');
    const person = await newPerson(platform);
    await succeed(acceptInvitation(platform, asPerson(person, undefined, { secret }), { knownAs: 'S' }));
    const [row] = await opened.look<{ invited_as: string }>(
      'SELECT invited_as FROM invitations WHERE invitation_id = $1',
      [invitationId],
    );
    expect(row?.invited_as).toMatch(new RegExp(`^sealed:1:${invitationId}:`));
  });
});
