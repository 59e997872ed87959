import { generateKeyPairSync } from 'node:crypto';
import { expectOk } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { didWebUrl } from './did-web.ts';
import { formatJwk, parseJwk } from './jwk.ts';
import { formatMultikey, parseMultikey } from './multikey.ts';
import { isOnCurve, unpackPoint } from './point.ts';

describe('a public key', () => {
  it.each(['P-256', 'P-384'] as const)('of %s is the same as JWK and, packed, as Multikey', (namedCurve) => {
    for (let times = 0; times < 20; times += 1) {
      const jwk = generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
      const key = expectOk(parseJwk(jwk), 'a key');
      expect(expectOk(parseMultikey(formatMultikey(key)), 'the same')).toEqual(key);
      expect(formatJwk(key)).toEqual(jwk);
    }
  });

  it.each([
    ['a private one', { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), d: 'x' }, 'CREDENTIALS_KEY_FORMAT'],
    ['one too short', { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }, 'CREDENTIALS_KEY_FORMAT'],
    [
      'a point beside its curve',
      { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) },
      'CREDENTIALS_KEY_FORMAT',
    ],
    ['RSA', { kty: 'RSA', n: 'AA', e: 'AQAB' }, 'CREDENTIALS_KEY_KIND'],
    ['a shared secret', { kty: 'oct', k: 'AA' }, 'CREDENTIALS_KEY_KIND'],
    ['nothing', null, 'CREDENTIALS_KEY_FORMAT'],
  ])('%s is refused', (_, jwk, code) => {
    expect(parseJwk(jwk)).toMatchObject({ ok: false, error: { code } });
  });

  it('that is packed and not on its curve is refused; half of all numbers are', () => {
    const answers = Array.from({ length: 40 }, (_, x) => {
      const packed = new Uint8Array(33);
      packed.set([2 + (x & 1)]);
      packed.set([x], 32);
      const point = unpackPoint('P-256', packed);
      if (point.ok) expect(isOnCurve('P-256', point.value)).toBe(true);
      return point.ok;
    });
    expect(new Set(answers)).toEqual(new Set([true, false]));
    expect(unpackPoint('P-256', new Uint8Array(33).fill(0xff).fill(2, 0, 1))).toMatchObject({ ok: false });
  });

  it('for agreeing on secrets is of another kind', () => {
    expect(parseMultikey('z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc')).toMatchObject({
      error: { code: 'CREDENTIALS_KEY_KIND' },
    });
  });
});

describe('did:web', () => {
  it.each([
    ['did:web:school.example', 'https://school.example/.well-known/did.json'],
    ['did:web:school.example:medicine:2020', 'https://school.example/medicine/2020/did.json'],
    ['did:web:school.example%3A8443', 'https://school.example:8443/.well-known/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(didWebUrl(did)).toEqual({ ok: true, value: url });
  });

  it.each([
    ...[
      'did:web:127.0.0.1',
      'did:web:localhost',
      'did:web:[::1]',
      'did:web:user@school.example',
      'did:web:school.example/../x',
    ],
    ...[
      'did:web:school.example:..',
      'did:web:school.example:a%2F..%2Fb',
      'did:web:school.example%2Fx',
      'did:web:',
      'did:web:0x7f000001',
      'did:web:school.example?x',
    ],
  ])('%s leads nowhere', (did) => {
    expect(didWebUrl(did)).toMatchObject({ ok: false, error: { code: 'CREDENTIALS_KEY_NAME' } });
  });
});
