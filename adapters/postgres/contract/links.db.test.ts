import type { Platform } from '@testamur/services/authorising';
import {
  addPasskey,
  askForLink,
  beginRecovery,
  cancelRecovery,
  finishRecovery,
  LINKS_AN_HOUR,
  makeRecoveryCodes,
  resumeSession,
  signInWithLink,
} from '@testamur/services/identifying';
import { registerPerson } from '@testamur/services/people';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformStores } from '../stores/open-stores.ts';
import { takeAllowance } from '../take-allowance.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { TRUSTING } from './passkeys.fixture.ts';
import { ANYBODY, AT, asPerson, platformOn } from './platform.fixture.ts';

const after = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const PLACE = { device: 'a test', isShared: false };
const BROWSER = 'what the browser keeps';
const NOT_RECOGNISED = { ok: false, error: { code: 'IDENTIFYING_NOT_RECOGNISED' } };

describe.each(ENGINES)('a link by mail, on $name', ({ open }) => {
  let opened: Opened;
  let platform: Platform<PlatformStores>;
  let personId: string;
  let mail: string;

  beforeAll(async () => {
    opened = await open();
    platform = platformOn(opened.database);
  });
  afterAll(() => opened?.close());
  beforeEach(async () => {
    mail = `Ada.${platform.newId()}@example.org`;
    const newcomer = { displayName: 'Dr Ada', mail, language: 'en' };
    ({ personId } = await succeed(registerPerson(platform, ANYBODY, newcomer)));
  });

  /** Asks, and gives the secrets that would be in the letters. */
  async function ask(at = AT, of = mail): Promise<readonly string[]> {
    const secrets = [platform.newSecret(), platform.newSecret(), platform.newSecret()];
    const left = [...secrets];
    const drawing = { ...platform, newSecret: () => left.shift() ?? '' };
    expect(await askForLink(drawing, { ...ANYBODY, at }, { mail: of, browserSecret: BROWSER })).toEqual({
      ...{ ok: true, value: null },
    });
    return secrets;
  }
  const use = (secret: string, more: { at?: string; browserSecret?: string | undefined } = {}) =>
    signInWithLink(
      platform,
      { ...ANYBODY, at: more.at ?? AT },
      { secret, browserSecret: 'browserSecret' in more ? more.browserSecret : BROWSER, place: PLACE },
    );
  const letters = (of = personId) =>
    opened.look<{ kind: string; body: unknown }>(
      `SELECT kind, body FROM outbox WHERE organisation_id = $1 AND channel = 'mail' ORDER BY created_at, message_id`,
      [of],
    );

  it('signs in once, without counting as a proof', async () => {
    const [secret = ''] = await ask();
    const signedIn = await succeed(use(secret));
    expect(signedIn.personId).toBe(personId);
    const resumed = await succeed(resumeSession(platform, { ...ANYBODY, secret: signedIn.secret }));
    expect(resumed).toMatchObject({ personId, provedAt: undefined });
    expect(await use(secret)).toMatchObject(NOT_RECOGNISED);
    const { provedAt: _none, ...unproved } = asPerson(personId);
    expect(await makeRecoveryCodes(platform, unproved)).toMatchObject({
      error: { code: 'AUTHORISING_STEP_UP' },
    });
  });

  it('serves at the same moment one of two who show it', async () => {
    const [secret = ''] = await ask();
    const both = await Promise.all([use(secret), use(secret)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('serves for ten minutes, and not a moment longer', async () => {
    const [first = ''] = await ask();
    expect(await use(first, { at: after(10) })).toMatchObject(NOT_RECOGNISED);
    const [second = ''] = await ask();
    expect(await use(second, { at: '2026-11-22T12:09:59.999Z' })).toMatchObject({ ok: true });
  });

  it('serves in the browser that asked only, and stays good for that one', async () => {
    const [secret = ''] = await ask();
    expect(await use(secret, { browserSecret: 'another' })).toMatchObject(NOT_RECOGNISED);
    expect(await use(secret, { browserSecret: undefined })).toMatchObject(NOT_RECOGNISED);
    expect(await use(secret)).toMatchObject({ ok: true });
  });

  it('is kept by its hash, and its letter waits in the outbox of whoever it is for', async () => {
    const [secret = ''] = await ask(AT, mail.toUpperCase());
    expect((await letters()).map(({ kind }) => kind)).toEqual(['sign-in-link']);
    const rows = await opened.look(`SELECT * FROM sign_in_links WHERE organisation_id = $1`, [personId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(BROWSER);
  });

  it('is not sent to an address that nobody has, and that is not said', async () => {
    const before = await opened.look<{ n: number }>('SELECT count(*)::int AS n FROM outbox');
    await ask(AT, 'nobody-at-all@example.org');
    expect(await opened.look<{ n: number }>('SELECT count(*)::int AS n FROM outbox')).toEqual(before);
  });

  it('is sent five times an hour at most, and again when the hour is over', async () => {
    for (let time = 0; time < LINKS_AN_HOUR + 3; time += 1) await ask(after(time));
    expect(await letters()).toHaveLength(LINKS_AN_HOUR);
    await ask(after(62));
    expect(await letters()).toHaveLength(LINKS_AN_HOUR + 1);
  });

  it('is sent for each account that names the address, each with a secret of its own', async () => {
    const other = await succeed(
      registerPerson(platform, { ...ANYBODY, at: after(1) }, { displayName: 'Eve', mail, language: 'en' }),
    );
    const secrets = await ask(after(2));
    expect([await letters(), await letters(other.personId)].map((sent) => sent.length)).toEqual([1, 1]);
    const people = [];
    for (const secret of secrets.slice(0, 2))
      people.push((await succeed(use(secret, { at: after(2) }))).personId);
    expect(people).toEqual([personId, other.personId]);
  });

  it('is not the only letter: whoever changes how one gets in is told on', async () => {
    const trusting = { ...platform, passkeys: TRUSTING };
    const answer = { credentialId: platform.newId(), personId, nonce: platform.newId() };
    const kindsSince = async (work: () => Promise<unknown>) => {
      const before = (await letters()).length;
      await work();
      const sent = await letters();
      return sent.slice(before - sent.length || sent.length).map(({ kind }) => kind);
    };
    const own = asPerson(personId);
    expect(
      await kindsSince(() => succeed(addPasskey(trusting, own, { origin: '', label: 'a', answer }))),
    ).toEqual(['sign-in-changed']);
    const count = async () => {
      const kinds = (await letters()).map(({ kind }) => kind);
      return Object.fromEntries(
        [...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]),
      );
    };
    await succeed(beginRecovery(platform, own));
    await succeed(beginRecovery(platform, own));
    await succeed(cancelRecovery(platform, own));
    expect(await count()).toEqual({ 'sign-in-changed': 1, 'recovery-begun': 1, 'recovery-cancelled': 1 });
    const [secret = ''] = await ask(after(1));
    const { sessionId } = await succeed(use(secret, { at: after(1) }));
    await succeed(beginRecovery(platform, own));
    const early = await finishRecovery(platform, own, sessionId);
    expect(early).toMatchObject({ error: { code: 'IDENTIFYING_RECOVERY_EARLY' } });
    await succeed(finishRecovery(platform, { ...own, at: after(73 * 60) }, sessionId));
    expect(await count()).toMatchObject({ 'recovery-begun': 2, 'recovery-finished': 1 });
  });
});

describe.each(ENGINES)('what somebody does, counted for all processes, on $name', ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());

  const asked = {
    who: 'ada',
    what: 'people.invite-member',
    most: 60,
    spanMs: 60_000,
    wanted: 7,
    nowMs: Date.parse(AT),
  };
  const take = (more: Partial<typeof asked> = {}) =>
    succeed(takeAllowance(opened.database, { ...asked, ...more }));

  it('is granted as far as there is any, also to many who ask at once', async () => {
    const taken = await Promise.all(Array.from({ length: 12 }, () => take()));
    expect(taken.reduce((sum, { granted }) => sum + granted, 0)).toBe(60);
    expect(await take()).toEqual({ granted: 0, waitMs: 1_000 });
    expect(await take({ who: 'eve' })).toMatchObject({ granted: 7 });
    expect(await take({ what: 'people.list-members' })).toMatchObject({ granted: 7 });
  });

  it('comes back evenly, never above the limit, and not with a clock that goes back', async () => {
    const who = 'maya';
    await take({ who, wanted: 60 });
    expect(await take({ who, nowMs: asked.nowMs - 60_000 })).toMatchObject({ granted: 0 });
    expect(await take({ who, nowMs: asked.nowMs + 10_000, wanted: 60 })).toMatchObject({ granted: 10 });
    expect(await take({ who, nowMs: asked.nowMs + 10_500 })).toEqual({ granted: 0, waitMs: 500 });
    expect(await take({ who, nowMs: asked.nowMs + 9_000_000, wanted: 100 })).toMatchObject({ granted: 60 });
  });

  it('names nobody in the database', async () => {
    await take({ who: '192.0.2.0/24' });
    const rows = await opened.look<{ bucket: string }>('SELECT bucket FROM allowances');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ bucket }) => !/^[0-9a-f]{64}$/.test(bucket))).toEqual([]);
  });
});
