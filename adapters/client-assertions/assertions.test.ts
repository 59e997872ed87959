import { generateKeyPairSync } from 'node:crypto';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { openAssertions } from './open-assertions.ts';

const ACCOUNT = '6a1f0f5e-3b1c-4c5e-9a55-0d1d7f0f2a11';
const KEY = '0b6b1c52-5a40-4d1f-8f6d-2f6d1b7c9e22';
const AUDIENCE = 'https://testamur.example.org/oauth/token';
const NOW = Math.floor(Date.parse('2026-11-22T12:00:00.000Z') / 1_000);
const assertions = openAssertions();

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
};
const other = generateKeyPairSync('ed25519');
const claims = { iss: ACCOUNT, sub: ACCOUNT, aud: AUDIENCE, jti: 'a'.repeat(20), iat: NOW, exp: NOW + 60 };

const sign = (more: JWTPayload = {}, { alg = 'EdDSA', key = pairs.EdDSA.privateKey, kid = KEY } = {}) =>
  new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg, kid }).sign(key);
const verify = async (assertion: string, alg: keyof typeof pairs = 'EdDSA', audience = AUDIENCE) => {
  const publicJwk = (await exportJWK(pairs[alg].publicKey)) as never;
  const at = new Date(NOW * 1_000).toISOString();
  return (await assertions.verify({ assertion, publicJwk, accountId: ACCOUNT, audience, at })).ok;
};

describe('an assertion of a program', () => {
  it.each(['ES256', 'EdDSA'] as const)('signed with %s by its key, just now, for us, holds', async (alg) => {
    const assertion = await sign({}, { alg, key: pairs[alg].privateKey });
    expect(assertions.read(assertion)).toEqual({ accountId: ACCOUNT, keyId: KEY, assertionId: claims.jti });
    expect(await verify(assertion, alg)).toBe(true);
  });

  it.each<[string, JWTPayload]>([
    ['for somebody else', { aud: 'https://other.example' }],
    ['for us and somebody else', { aud: [AUDIENCE, 'https://other.example'] }],
    ['for nobody', { aud: undefined as never }],
    ['in another name', { iss: KEY }],
    ['about another account', { sub: KEY }],
    ['that has ended', { iat: NOW - 200, exp: NOW - 31 }],
    ['of long ago', { iat: NOW - 400, exp: NOW + 10 }],
    ['of the future', { iat: NOW + 100, exp: NOW + 200 }],
    ['that lives for an hour', { exp: NOW + 3_600 }],
    ['without an end', { exp: undefined as never }],
    ['without a beginning', { iat: undefined as never }],
    ['without an id', { jti: undefined as never }],
  ])('%s does not', async (_name, more) => expect(await verify(await sign(more))).toBe(false));

  it('signed with another key does not', async () => {
    expect(await verify(await sign({}, { key: other.privateKey }))).toBe(false);
  });

  it('that calls itself unsigned, or signs with the public key as a shared secret, does not', async () => {
    const [, body] = (await sign()).split('.');
    const head = Buffer.from(JSON.stringify({ alg: 'none', kid: KEY })).toString('base64url');
    expect(await verify(`${head}.${body}.`)).toBe(false);
    const secret = Buffer.from(JSON.stringify(await exportJWK(pairs.EdDSA.publicKey)));
    const confused = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: KEY }).sign(secret);
    expect(await verify(confused)).toBe(false);
  });

  it('with any letter changed does not', async () => {
    const assertion = await sign();
    for (let place = 0; place < assertion.length; place += 7) {
      const letter = assertion[place] === 'A' ? 'B' : 'A';
      const changed = `${assertion.slice(0, place)}${letter}${assertion.slice(place + 1)}`;
      // The last letter of a part carries bits that mean nothing.
      if (changed === assertion || /[.]$/.test(assertion.slice(0, place + 2))) continue;
      expect([place, await verify(changed)]).toEqual([place, false]);
    }
  });

  it.each([
    ['no token', 'x'],
    ['one that names no key', 'e30.e30.e30'],
    ['one without end', 'a'.repeat(5_000)],
  ])('is not %s', (_name, text) => expect(assertions.read(text)).toBeUndefined());
});
