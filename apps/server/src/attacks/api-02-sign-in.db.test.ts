import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askChallenge, beginAccount, callAs, isOpen, type Person, signIn } from './person.fixture.ts';
import { assert, attest, type Lies, makeSoftPasskey } from './soft-passkey.fixture.ts';
import { startVictim, type Victim } from './victim.fixture.ts';

/** OWASP API2:2023: an attacker wants to be taken for somebody else. */
let victim: Victim;
let ada: Person;
let mallory: Person;

beforeAll(async () => {
  victim = await startVictim();
  [ada, mallory] = [await beginAccount(victim, 'Ada'), await beginAccount(victim, 'Mallory')];
});

afterAll(() => victim?.stop());

const detailOf = (body: unknown) => (body as { detail?: string }).detail;

describe('a proof', () => {
  it('that is true signs in, with a new token each time, kept from scripts and from other sites', async () => {
    const [first, second] = [await signIn(victim, ada.passkey), await signIn(victim, ada.passkey)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.cookie).not.toBe(second.cookie);
    expect(first.cookie.split('=')[1]).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(first.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax/);
    expect(JSON.stringify(first.body)).not.toContain(first.cookie.split('=')[1]);
    expect(first.headers.get('cache-control')).toBe('no-store');
  });

  const lies: readonly (readonly [name: string, lies: () => Lies])[] = [
    ['with a signature of which one bit is wrong', () => ({ spoilSignature: true })],
    ['made for another site', () => ({ origin: 'https://evil.example' })],
    ['made for another site of the same host', () => ({ origin: 'http://localhost:1' })],
    ['of another relying party', () => ({ rpId: 'evil.example' })],
    ['of a person who was not asked for finger or code', () => ({ flags: 0x01 })],
    ['of nobody present', () => ({ flags: 0x04 })],
    ['that was made to register', () => ({ type: 'webauthn.create' })],
    ['of a challenge of one’s own', () => ({ challenge: Buffer.alloc(54, 7).toString('base64url') })],
    ['with the id of somebody else’s passkey', () => ({ id: ada.passkey.id })],
    ['with somebody else’s handle', () => ({ handle: ada.passkey.handle })],
    ['with both of somebody else', () => ({ id: ada.passkey.id, handle: ada.passkey.handle })],
  ];
  it.each(lies)('%s opens nothing, in the same words as every other', async (_name, told) => {
    const tried = await signIn(victim, mallory.passkey, told());
    const stranger = await signIn(victim, makeSoftPasskey(mallory.passkey.handle));
    expect(
      [tried.status, stranger.status].every((status) => status === 401 || status === 403 || status === 422),
    ).toBe(true);
    expect(detailOf(tried.body)).toBe(detailOf(stranger.body));
    expect(tried.headers.getSetCookie()).toEqual([]);
  });

  it('serves once: whoever overheard it gets nothing', async () => {
    const asked = { challenge: await askChallenge(victim), origin: victim.product.url };
    const body = { answer: assert(ada.passkey, asked), isShared: false };
    const [first, again] = [
      await callAs(victim, undefined, ['POST', '/session', body]),
      await callAs(victim, undefined, ['POST', '/session', body]),
    ];
    expect(first.status).toBe(200);
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it('for a sign-in is none for an act, and one for an act of another session neither', async () => {
    const sessions = [
      await askChallenge(victim),
      await askChallenge(victim, mallory.cookie, '/session/proof/challenge'),
    ];
    for (const challenge of sessions) {
      const answer = assert(ada.passkey, { challenge, origin: victim.product.url });
      expect((await ada.call('POST', '/session/proof', { answer })).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('of a new passkey is not taken for an account that was given to another', async () => {
    const asked = await callAs(victim, undefined, ['POST', '/account/challenge', { displayName: 'Eve' }]);
    const { options } = asked.body as { options: { challenge: string; user: { id: string } } };
    const passkey = makeSoftPasskey(options.user.id);
    const answer = attest(passkey, { challenge: options.challenge, origin: victim.product.url });
    const taken = await callAs(victim, undefined, [
      'POST',
      '/account',
      { personId: ada.personId, displayName: 'Eve', language: 'en', answer, isShared: false },
    ]);
    expect(taken.status).toBeGreaterThanOrEqual(400);
    expect(((await ada.call('GET', '/account/passkeys')).body as unknown[]).length).toBe(1);
  });
});

describe('a token', () => {
  it('that was changed in one place is nobody’s', async () => {
    const [name, token = ''] = ada.cookie.split('=');
    for (const place of [0, 20, 42]) {
      const other = token[place] === 'A' ? 'B' : 'A';
      expect(await isOpen(victim, `${name}=${token.slice(0, place)}${other}${token.slice(place + 1)}`)).toBe(
        false,
      );
    }
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('is read from its cookie only: not from an address, a body or another header', async () => {
    const [, token = ''] = ada.cookie.split('=');
    const tries = [
      await fetch(victim.api(`/v1/session?session=${token}&token=${token}`)),
      await fetch(victim.api('/v1/session'), { headers: { authorization: `Session ${token}` } }),
      await fetch(victim.api('/v1/session'), { headers: { 'x-session': token, 'x-auth-token': token } }),
    ];
    for (const { status } of tries) expect([401, 403, 422]).toContain(status);
  });

  it('is of no use after signing out, which clears a shared computer', async () => {
    const signed = await signIn(victim, ada.passkey, { isShared: true });
    expect(signed.headers.getSetCookie()[0]).not.toMatch(/Expires|Max-Age/);
    const left = await callAs(victim, signed.cookie, ['DELETE', '/session']);
    expect(left.status).toBe(204);
    expect(left.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(left.headers.getSetCookie()[0]).toMatch(/Max-Age=0/);
    expect(await isOpen(victim, signed.cookie)).toBe(false);
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('is of no use after its owner ended the session from elsewhere', async () => {
    const elsewhere = await signIn(victim, ada.passkey);
    const listed = (await ada.call('GET', '/account/sessions')).body as {
      sessionId: string;
      isThisOne: boolean;
    }[];
    for (const { sessionId } of listed.filter(({ isThisOne }) => !isThisOne))
      expect((await ada.call('DELETE', `/account/sessions/${sessionId}`)).status).toBe(204);
    expect(await isOpen(victim, elsewhere.cookie)).toBe(false);
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('does nothing for another site', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const { status } = await ada.call('DELETE', '/session', undefined, headers);
      expect(status).toBe(403);
    }
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('is never asked for by GET to change something', async () => {
    for (const address of ['/session', '/account/sessions', '/account/profile'])
      await ada.call('GET', address);
    expect(await isOpen(victim, ada.cookie)).toBe(true);
  });

  it('is neither in the log nor in an answer', async () => {
    const [, token = ''] = ada.cookie.split('=');
    expect(victim.product.said()).not.toContain(token);
    for (const list of ['sessions', 'passkeys', 'events', 'profile'])
      expect(JSON.stringify((await ada.call('GET', `/account/${list}`)).body)).not.toContain(token);
  });
});

describe('the trail', () => {
  it('holds every sign-in of hers', async () => {
    await signIn(victim, ada.passkey);
    const events = (await ada.call('GET', '/account/events')).body as { act: string }[];
    expect(events.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['identifying.begin-account', 'identifying.sign-in-with-passkey']),
    );
  });
});
