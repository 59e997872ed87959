import { describe, expect, it } from 'vitest';
import { hashOf, sha256Hex } from './content-hash.ts';

describe('SHA-256', () => {
  it.each([
    // The one-block and two-block messages that NIST publishes with FIPS 180, and the empty message of its test suite.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j', (text, hex) => {
    expect(sha256Hex(text)).toBe(hex);
    expect(sha256Hex(Uint8Array.from(text, (c) => c.charCodeAt(0)))).toBe(hex);
  });

  it('takes a string as UTF-8', () => {
    expect(sha256Hex('é€😀')).toBe(
      sha256Hex(Uint8Array.of(0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80)),
    );
  });
});

describe('the hash of a value', () => {
  it('is the SHA-256 of its canonical text, named', () => {
    expect(hashOf({ b: 2, a: [1.0] })).toEqual({ ok: true, value: `sha256:${sha256Hex('{"a":[1],"b":2}')}` });
  });

  it('does not see the order of members and sees the order of items', () => {
    expect(hashOf({ a: 1, b: 2 })).toEqual(hashOf({ b: 2, a: 1 }));
    expect(hashOf([1, 2])).not.toEqual(hashOf([2, 1]));
    expect(hashOf('1')).not.toEqual(hashOf(1));
  });

  it('of what is no JSON does not exist', () => {
    expect(hashOf({ a: undefined })).toMatchObject({
      ok: false,
      error: { code: 'KERNEL_JSON_NOT_JSON', at: '/a' },
    });
  });
});
