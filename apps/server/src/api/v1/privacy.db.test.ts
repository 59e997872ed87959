import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type Opened } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import {
  type SignedInPerson,
  signInPerson,
} from '../../../../../adapters/postgres/contract/passkeys.fixture.ts';
import {
  newMember,
  newPerson,
  newPlatformHouse,
} from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { openPlatformApi, type PlatformApi } from './platform-api.fixture.ts';
import { PRIVACY_ROUTES } from './privacy.ts';
import { SESSION_ROUTES } from './session.ts';

const [embedded] = ENGINES;
type Method = 'GET' | 'POST' | 'DELETE';

describe('what a person may do about her data, over HTTP', () => {
  let opened: Opened;
  let api: PlatformApi;

  beforeAll(async () => {
    if (!embedded) throw new Error('no embedded engine');
    opened = await embedded.open();
    api = await openPlatformApi(opened, [...SESSION_ROUTES, ...PRIVACY_ROUTES]);
  });
  afterAll(async () => {
    await api?.app.close();
    await opened?.close();
  });

  /** Somebody who is signed in, and how she asks. */
  async function signIn(personId: string) {
    const signedIn: SignedInPerson = await signInPerson(api.platform, personId);
    const token = await api.signIn(signedIn);
    const ask = (method: Method, url: string, payload?: object) =>
      api.app.inject({
        ...{ method, url: `/api/v1${url}` },
        headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', cookie: `testamur=${token}` },
        ...(payload && { payload }),
      });
    return { personId, ask };
  }
  const newcomer = async (name?: string) => signIn(await newPerson(api.platform, name));

  it('gives everything that is kept about her, as a file, and nothing of anybody else', async () => {
    const [ada, eve] = [await newcomer('Dr Ada Marker'), await newcomer('Dr Eve Marker')];
    await ada.ask('POST', '/account/consents', { purpose: 'research', language: 'en' });
    const answer = await ada.ask('GET', '/account/export');
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="testamur-${ada.personId}.json"`,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const { records } = answer.json() as {
      records: readonly { table: string; purpose: string; rows: object[] }[];
    };
    const held = new Map(records.map(({ table, rows }) => [table, rows]));
    expect(held.get('people')).toMatchObject([{ display_name: 'Dr Ada Marker', mail: 'test@example.org' }]);
    expect(held.get('passkeys')).toHaveLength(2);
    expect(held.get('consent_events')).toMatchObject([{ state: 'given', purpose: 'research' }]);
    expect(records.find(({ table }) => table === 'consent_events')?.purpose).toBe('rights');
    expect(answer.body).not.toContain(eve.personId);
    expect(answer.body).not.toContain('Eve');
  });

  it('asks for a fresh proof before it gives the export, lifts a restriction or erases', async () => {
    const ada = await newcomer();
    const begun = api.clock.nowMs;
    api.clock.nowMs += 6 * 60_000;
    const body = { personId: ada.personId };
    for (const answer of [
      await ada.ask('GET', '/account/export'),
      await ada.ask('DELETE', '/account/restriction'),
      await ada.ask('POST', '/account/erasure', body),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'AUTHORISING_STEP_UP']);
    expect((await ada.ask('POST', '/account/restriction')).statusCode).toBe(200);
    api.clock.nowMs = begun;
  });

  it('remembers a restriction, and that it was lifted', async () => {
    const ada = await newcomer();
    const at = new Date(api.clock.nowMs).toISOString();
    expect((await ada.ask('GET', '/account/restriction')).json()).toEqual({ isRestricted: false });
    await ada.ask('POST', '/account/restriction');
    expect((await ada.ask('GET', '/account/restriction')).json()).toEqual({ isRestricted: true, since: at });
    expect(api.platform.personKeys.find(ada.personId)).toMatchObject({ isRestricted: true });
    api.clock.nowMs += 1;
    await ada.ask('DELETE', '/account/restriction');
    expect((await ada.ask('GET', '/account/restriction')).json()).toMatchObject({ isRestricted: false });
    expect(api.platform.personKeys.find(ada.personId)).toMatchObject({ isRestricted: false });
  });

  it('takes a request in several lines to a decision, which no operator refuses alone', async () => {
    const house = await newPlatformHouse(api.platform);
    const [ada, operator, colleague] = [
      await newcomer(),
      await signIn(await newMember(api.platform, house, 'operator')),
      await signIn(await newMember(api.platform, house, 'operator')),
    ];
    const statement = 'I object.\n\nAnd say why.';
    const sent = await ada.ask('POST', '/account/requests', { kind: 'objection', statement });
    const { requestId } = sent.json() as { requestId: string };
    const at = `/organisations/${house.organisation}/privacy-requests`;
    expect((await operator.ask('GET', at)).json()).toMatchObject([
      { requestId, statement, state: 'open', personId: ada.personId },
    ]);
    const refusal = { grants: false, reason: 'needed' };
    const decided = await operator.ask('POST', `${at}/${requestId}/decision`, refusal);
    expect(decided.json()).toEqual({ state: 'refusal-under-review' });
    const own = await operator.ask('POST', `${at}/${requestId}/review`, { upholds: true, reason: 'it is' });
    expect(own.json()).toMatchObject({ code: 'PRIVACY_OWN_REFUSAL' });
    const overturned = { upholds: false, reason: 'it is not' };
    expect((await colleague.ask('POST', `${at}/${requestId}/review`, overturned)).json()).toEqual({
      state: 'granted',
    });
    const shown = await ada.ask('GET', '/account/requests');
    expect(shown.json()).toMatchObject([
      { state: 'granted', decision: { reason: 'needed' }, review: { reason: 'it is not' } },
    ]);
    // Who of the platform decided is not hers to know.
    for (const { personId } of [operator, colleague]) expect(shown.body).not.toContain(personId);
  });

  it('keeps one receipt of agreeing and withdrawing', async () => {
    const ada = await newcomer();
    const consent = { purpose: 'research', language: 'ar' };
    const given = (await ada.ask('POST', '/account/consents', consent)).json();
    expect(given.events).toMatchObject([{ event_state: 'given' }]);
    api.clock.nowMs += 1;
    await ada.ask('POST', '/account/consents/withdrawal', consent);
    const [receipt, ...others] = (await ada.ask('GET', '/account/consents')).json();
    expect(others).toEqual([]);
    expect(receipt.events.map((one: { event_state: string }) => one.event_state)).toEqual([
      'given',
      'withdrawn',
    ]);
    expect(receipt.processing).toMatchObject({ purpose: 'research', language: 'ar' });
    const other = await ada.ask('POST', '/account/consents', { ...consent, purpose: 'account' });
    expect(other.statusCode).toBe(422);
  });

  it('erases her when she names herself, gives a receipt without a name, and ends every session', async () => {
    const [ada, eve] = [await newcomer('Dr Ada Marker'), await newcomer()];
    expect((await ada.ask('POST', '/account/erasure', { personId: eve.personId })).statusCode).toBe(404);
    const answer = await ada.ask('POST', '/account/erasure', { personId: ada.personId });
    expect(answer.json()).toMatchObject({
      schema: 'testamur/erasure-receipt/1',
      person: ada.personId,
      keysDestroyed: 1,
    });
    expect(answer.body).not.toContain('Ada');
    expect(answer.headers['set-cookie']).toMatch(/^testamur=; .*Max-Age=0$/);
    expect((await ada.ask('GET', '/account/restriction')).statusCode).toBe(401);
    expect((await eve.ask('GET', '/account/restriction')).statusCode).toBe(200);
    expect(api.platform.personKeys.find(ada.personId)).toEqual({ state: 'destroyed' });
  });
});
