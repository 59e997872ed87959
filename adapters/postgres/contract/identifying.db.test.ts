import type { Platform } from '@testamur/services/authorising';
import * as identifying from '@testamur/services/identifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformStores } from '../stores/open-stores.ts';
import { ENGINES, type Opened, succeed } from './engines.fixture.ts';
import { type SignedInPerson, signInPerson, TRUSTING } from './passkeys.fixture.ts';
import { ANYBODY, AT, asPerson, newPerson, platformOn } from './platform.fixture.ts';

const minutesLater = (minutes: number): string => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
const PLACE = { device: 'a test', isShared: false };

describe.each(ENGINES)('who somebody is, on $name', ({ open }) => {
  let opened: Opened;
  let platform: Platform<PlatformStores>;
  let person: SignedInPerson;

  beforeAll(async () => {
    opened = await open();
    platform = platformOn(opened.database);
    person = await signInPerson(platform, await newPerson(platform));
  });
  afterAll(() => opened?.close());

  const trusting = () => ({ ...platform, passkeys: TRUSTING });
  const resume = async (secret: string, at = AT) =>
    (await succeed(identifying.resumeSession(platform, { ...ANYBODY, at, secret })))?.personId;
  const signIn = (nonce: string, more = {}) => {
    const { credentialId, personId } = person;
    const answer = { credentialId, personId, nonce, ...more };
    return identifying.signInWithPasskey(trusting(), ANYBODY, { answer, origin: '', place: PLACE });
  };

  it('is known by the token of a session until it is idle too long, and by no other', async () => {
    const { secret } = await succeed(signIn('idle'));
    expect(await resume(secret, minutesLater(11 * 60))).toBe(person.personId);
    expect(await resume(secret, minutesLater(22 * 60))).toBe(person.personId);
    expect(await resume(secret, minutesLater(35 * 60))).toBeUndefined();
    expect(await resume('another')).toBeUndefined();
  });

  it('is nobody with a session that was revoked', async () => {
    const { secret, sessionId } = await succeed(signIn('revoked'));
    await succeed(identifying.revokeSession(platform, asPerson(person.personId), sessionId));
    expect(await resume(secret)).toBeUndefined();
    expect(await identifying.revokeSession(platform, asPerson(person.personId), sessionId)).toMatchObject({
      error: { code: 'IDENTIFYING_NOT_FOUND' },
    });
  });

  it('proves it with one answer once: the same challenge begins no second session', async () => {
    expect(await signIn('once')).toMatchObject({ ok: true });
    expect(await signIn('once')).toMatchObject({ ok: false, error: { code: 'AUTHORISING_CONFLICT' } });
  });

  it('is not who a passkey of somebody else says', async () => {
    const refused = { ok: false, error: { code: 'IDENTIFYING_NOT_RECOGNISED' } };
    expect(await signIn('other', { personId: await newPerson(platform) })).toMatchObject(refused);
    expect(await signIn('none', { credentialId: 'unknown' })).toMatchObject(refused);
  });

  it('needs a proof of the last five minutes for what is dangerous, and gives it with a passkey', async () => {
    const stale = asPerson(person.personId, undefined, { provedAt: minutesLater(-6) });
    const refused = await identifying.makeRecoveryCodes(platform, stale);
    expect(refused).toMatchObject({ error: { code: 'AUTHORISING_STEP_UP' } });
    const { sessionId, secret } = await succeed(signIn('stepping up'));
    const { credentialId, personId } = person;
    const at = minutesLater(10);
    const answer = { credentialId, personId, nonce: 'proof' };
    await succeed(identifying.proveAgain(trusting(), { ...stale, at }, { answer, origin: '', sessionId }));
    const resumed = await succeed(identifying.resumeSession(platform, { ...ANYBODY, at, secret }));
    expect(resumed?.provedAt).toBe(at);
  });

  it('gets back in with a code once, in any way of writing it, and is proved by it', async () => {
    const { codes } = await succeed(identifying.makeRecoveryCodes(platform, asPerson(person.personId)));
    expect(new Set(codes).size).toBe(10);
    const use = (code: string) => identifying.signInWithCode(platform, ANYBODY, { code, place: PLACE });
    const { secret } = await succeed(use(` ${(codes[0] ?? '').toUpperCase().replaceAll('-', ' ')} `));
    expect(await succeed(identifying.resumeSession(platform, { ...ANYBODY, secret }))).toMatchObject({
      ...{ personId: person.personId, provedAt: AT },
    });
    const refused = { ok: false, error: { code: 'IDENTIFYING_NOT_RECOGNISED' } };
    expect(await use(codes[0] ?? '')).toMatchObject(refused);
    expect(await use(person.code)).toMatchObject(refused);
    expect(await use('no code')).toMatchObject(refused);
    const shown = await succeed(identifying.showRecovery(platform, asPerson(person.personId)));
    expect(shown).toContainEqual({ kind: 'codes', left: 9 });
  });

  it('gets back in after three days in which nobody objected, not before, and once', async () => {
    const other = await signInPerson(platform, await newPerson(platform));
    const begun = asPerson(other.personId);
    await succeed(identifying.cancelRecovery(platform, begun));
    const { ripeAt } = await succeed(identifying.beginRecovery(platform, begun));
    expect(ripeAt).toBe(minutesLater(72 * 60));
    const finish = (at: string) => identifying.finishRecovery(platform, { ...begun, at }, other.sessionId);
    expect(await finish(minutesLater(72 * 60 - 1))).toMatchObject({
      error: { code: 'IDENTIFYING_RECOVERY_EARLY' },
    });
    await succeed(finish(ripeAt));
    expect(await finish(ripeAt)).toMatchObject({ error: { code: 'IDENTIFYING_NOT_FOUND' } });
    const [session] = await succeed(identifying.listSessions(platform, begun));
    expect(session?.provedAt).toBe(ripeAt);
  });

  it('does not get back in when somebody objects', async () => {
    const other = await signInPerson(platform, await newPerson(platform));
    const request = asPerson(other.personId);
    await succeed(identifying.cancelRecovery(platform, request));
    expect(await identifying.finishRecovery(platform, request, other.sessionId)).toMatchObject({
      error: { code: 'IDENTIFYING_NOT_FOUND' },
    });
  });

  it('keeps the last passkey', async () => {
    const own = asPerson(person.personId);
    await succeed(identifying.removePasskey(platform, own, person.passkeyId));
    const [last] = await succeed(identifying.listPasskeys(platform, own));
    expect(await identifying.removePasskey(platform, own, last?.passkeyId ?? '')).toMatchObject({
      error: { code: 'IDENTIFYING_LAST_PASSKEY' },
    });
  });
});
