import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import { LATER, platformOn } from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { furnishWorld, type World } from '../../../../../adapters/postgres/contract/world.fixture.ts';
import { PLATFORM_ROUTES } from './all-routes.ts';
import { openPlatformApi, type PlatformApi } from './platform-api.fixture.ts';

const [embedded] = ENGINES;
const LETTER = { address: 'mei@example.org', language: 'zh' };
const INVITED = { role: 'officer', invitedAs: 'Mei', expiresAt: LATER } as const;

describe('organisations over HTTP', () => {
  let opened: Opened;
  let world: World;
  /** Without a mail server, and with one. */
  let api: PlatformApi;
  let mailing: PlatformApi;

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    opened = await embedded.open();
    world = await furnishWorld(platformOn(opened.database));
    api = await openPlatformApi(opened, PLATFORM_ROUTES);
    mailing = await openPlatformApi(opened, PLATFORM_ROUTES, { sendsLetters: true });
  });
  afterAll(async () => {
    await api?.app.close();
    await mailing?.app.close();
    await opened?.close();
  });

  type Sent = {
    readonly body?: object;
    readonly approval?: string;
    readonly by?: string;
    readonly on?: PlatformApi;
  };
  async function call(method: 'GET' | 'POST' | 'PUT', path: string, sent: Sent = {}) {
    const { body, approval, by = world.school.administrator, on = api } = sent;
    const signedIn = world.signedIn.get(by);
    if (!signedIn) throw new Error('not signed in');
    const answer = await on.app.inject({
      method,
      url: `/api/v1/organisations/${world.school.organisation}${path}`,
      headers: {
        ...{ host: 'localhost', 'sec-fetch-site': 'same-origin' },
        ...{ cookie: `testamur=${await on.signIn(signedIn)}` },
        ...(approval && { 'testamur-approval': approval }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.statusCode === 204 ? undefined : answer.json() };
  }

  it.each([
    ['no mail server, an address', false, LETTER, true],
    ['no mail server, no address', false, undefined, true],
    ['a mail server, no address', true, undefined, true],
    ['a mail server, an address', true, LETTER, false],
  ] as const)(
    'the link is answered once unless a letter takes it away: %s',
    async (_case, sends, mail, isAnswered) => {
      const on = sends ? mailing : api;
      const letters = async (): Promise<number> =>
        (
          await opened.look<{ n: number }>(`SELECT count(*)::int AS n FROM outbox WHERE kind = 'invitation'`)
        )[0]?.n ?? -1;
      const before = await letters();
      const invited = await call('POST', '/invitations', { on, body: { ...INVITED, ...(mail && { mail }) } });
      expect(invited.status).toBe(200);
      expect('secret' in (invited.body as object)).toBe(isAnswered);
      expect((await letters()) - before).toBe(mail ? 1 : 0);
      const listed = await call('GET', '/invitations', { on });
      expect(JSON.stringify(listed.body)).not.toMatch(/secret|token/i);
    },
  );

  it('carries out what was approved, by the header, once and with these values only', async () => {
    const body = { personId: world.school.target, role: 'approver' };
    const act = 'people.assign-role';
    expect((await call('PUT', '/approval-policies', { body: { act, approvals: 1 } })).status).toBe(204);
    expect((await call('GET', '/approval-policies')).body).toContainEqual({ act, approvals: 1 });
    expect(await call('POST', '/roles', { body })).toMatchObject({
      status: 409,
      body: { code: 'AUTHORISING_APPROVAL_NEEDED' },
    });
    const asked = await call('POST', '/approvals', { body: { act, content: body, expiresAt: LATER } });
    const { requestId: approval } = asked.body as { requestId: string };
    const approver = [...world.school.delegations.keys()].find(
      (person) => 'id' in world.school.actors.approver && person === world.school.actors.approver.id,
    );
    if (!approver) throw new Error('no approver');
    expect((await call('POST', '/roles', { body, approval })).body).toMatchObject({
      code: 'AUTHORISING_APPROVAL_UNFIT',
    });
    const decision = { approves: true, reason: 'looked at it' };
    expect(
      (await call('POST', `/approvals/${approval}/decision`, { body: decision, by: approver })).body,
    ).toEqual({
      approvals: 1,
    });
    const other = { ...body, role: 'administrator' };
    expect((await call('POST', '/roles', { body: other, approval })).status).toBe(409);
    expect((await call('POST', '/roles', { body, approval })).status).toBe(204);
    expect((await call('POST', '/roles', { body, approval })).status).toBe(409);
    const approvals = (await call('GET', '/approvals')).body as { requestId: string }[];
    expect(approvals.find((one) => one.requestId === approval)).toMatchObject({
      ...{ act, content: body, isUsed: true, decisions: [{ personId: approver, ...decision }] },
    });
  });

  it('refuses an approval whose name is none', async () => {
    const answer = await call('POST', '/invitations', { body: INVITED, approval: "x' OR 1=1" });
    expect(answer.body).toMatchObject({ code: 'AUTHORISING_INPUT' });
  });

  it('tells of an organisation who verified it and how, and no person', async () => {
    const shown = await api.app.inject(`/api/v1/organisations/${world.platformHouse.claimant}`);
    const { verifications, neighbours } = shown.json();
    expect(verifications).toMatchObject([
      { by: world.platformHouse.organisation, method: 'official-letter' },
    ]);
    expect(neighbours).toContainEqual({ organisation: world.platformHouse.organisation, name: 'Testamur' });
    for (const person of world.signedIn.keys()) expect(shown.body).not.toContain(person);
  });
});
