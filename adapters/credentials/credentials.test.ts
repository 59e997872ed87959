import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { parseMultikey } from '@testamur/engines/credentials';
import { expectOk, type Json, ok } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import {
  digestOnNode,
  fitsSchema,
  type Gate,
  keepAnswers,
  reachAtMost,
  reachOutside,
  signWithPem,
  verifyOnNode,
} from './index.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('a signature by Node', () => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

  it('passes over the bytes that were signed, and over no others', async () => {
    const signer = expectOk(signWithPem(pem), 'just made');
    const key = expectOk(parseMultikey(signer.did.slice('did:key:'.length)), 'its own name');
    const signature = await signer.sign(text('this'));
    expect(verifyOnNode({ key, message: text('this'), signature })).toBe(true);
    expect(verifyOnNode({ key, message: text('that'), signature })).toBe(false);
    const off = { ...key, bytes: new Uint8Array(5) };
    expect(verifyOnNode({ key: off, message: text('this'), signature })).toBe(false);
  });

  it('is not made with a key of another kind, and the key is not repeated', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const other = rsa.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect(createPrivateKey(other).asymmetricKeyType).toBe('rsa');
    for (const wrong of [other, 'nonsense-secret', '']) {
      const read = signWithPem(wrong);
      expect(read).toMatchObject({ ok: false, error: { code: 'CREDENTIALS_KEY_FORMAT' } });
      expect(JSON.stringify(read)).not.toContain('nonsense-secret');
    }
  });

  it('hashes as FIPS 180-4 says', () => {
    // Known answers of "abc".
    expect(Buffer.from(digestOnNode('SHA-256', text('abc'))).toString('hex')).toMatch(/^ba7816bf8f01cfea/);
    expect(Buffer.from(digestOnNode('SHA-384', text('abc'))).toString('hex')).toMatch(/^cb00753f45a35e8b/);
  });
});

describe('a schema of a stranger', () => {
  const named = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
  const bomb = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `d${n}`,
      { allOf: [{ $ref: `#/$defs/d${n + 1}` }, { $ref: `#/$defs/d${n + 1}` }] },
    ]),
  );
  it.each<[string, Json, Json, boolean | 'unreadable']>([
    ['fits', named, { name: 'x' }, true],
    ['does not fit', named, { name: 1 }, false],
    ['misses', named, {}, false],
    ['a reference within', { $ref: '#/$defs/n', $defs: { n: named } }, {}, false],
    [
      'a member called pattern is no pattern',
      { properties: { pattern: { type: 'string' } } },
      { pattern: 1 },
      false,
    ],
    ['a pattern of its own', { properties: { a: { pattern: '(a+)+$' } } }, { a: 'aaaa!' }, 'unreadable'],
    ['a reference elsewhere', { $ref: 'https://else.example/s' }, {}, 'unreadable'],
    ['a reference to nothing', { $ref: '#/$defs/none' }, {}, 'unreadable'],
    ['a circle', { $ref: '#/$defs/a', $defs: { a: { not: { $ref: '#/$defs/a' } } } }, {}, 'unreadable'],
    ['one that doubles forty times', { $ref: '#/$defs/d0', $defs: { ...bomb, d40: {} } }, {}, 'unreadable'],
    ['no schema', true, {}, 'unreadable'],
    ['a list', [], {}, 'unreadable'],
  ])('%s', async (_, schema, document, answer) => expect(await fitsSchema(schema, document)).toBe(answer));
});

describe('what is reached', () => {
  const clock = { at: 1_000_000 };
  const asked: string[] = [];
  let status = 200;
  const gate: Gate = async ({ url, mostBytes }) => {
    asked.push(`${url} ${mostBytes}`);
    return ok({ status, bytes: text(url) });
  };
  const settings = () => ({ gate, now: () => clock.at, kept: keepAnswers() });

  it('is kept as long as its kind allows, with the time at which it was had', async () => {
    const reach = reachOutside(settings());
    const first = await reach('https://a.example/', 'status-list');
    clock.at += 59_000;
    expect(await reach('https://a.example/', 'status-list')).toEqual(first);
    clock.at += 2_000;
    expect(await reach('https://a.example/', 'status-list')).toMatchObject({ ok: true, fetchedAt: clock.at });
    expect(asked.splice(0)).toEqual(['https://a.example/ 2097152', 'https://a.example/ 2097152']);
    await reach('https://a.example/', 'schema');
    expect(asked.splice(0)).toEqual(['https://a.example/ 262144']);
  });

  it.each([301, 302, 404, 204, 206, 500])('HTTP %s is not an answer', async (code) => {
    status = code;
    expect(await reachOutside(settings())('https://b.example/', 'schema')).toMatchObject({ ok: false });
    status = 200;
  });

  it('what failed is asked for again soon', async () => {
    const reach = reachOutside(settings());
    status = 503;
    await reach('https://c.example/', 'schema');
    status = 200;
    expect((await reach('https://c.example/', 'schema')).ok).toBe(false);
    clock.at += 15_001;
    expect((await reach('https://c.example/', 'schema')).ok).toBe(true);
  });

  it('is not asked for without end by one verification; what was asked for before is had again', async () => {
    const reach = reachAtMost(2, reachOutside(settings()));
    const had = [];
    for (const name of ['1', '2', '3', '1', '4'])
      had.push((await reach(`https://e.example/${name}`, 'schema')).ok);
    expect(had).toEqual([true, true, false, true, false]);
    expect(asked.splice(0).filter((one) => one.includes('e.example'))).toHaveLength(2);
  });

  it('never fills the memory: the oldest leaves', async () => {
    const kept = keepAnswers();
    const big: Gate = async () => ok({ status: 200, bytes: new Uint8Array(2_000_000) });
    const reach = reachOutside({ gate: big, now: () => clock.at, kept });
    for (let n = 0; n < 40; n += 1) await reach(`https://d.example/${n}`, 'status-list');
    expect(kept.bytes).toBeLessThanOrEqual(33_554_432);
    expect(kept.entries.has('status-list https://d.example/39')).toBe(true);
    expect(kept.entries.has('status-list https://d.example/0')).toBe(false);
  });
});
