import { describe, expect, it } from 'vitest';
import { areSameBytes, hexOf, joinBytes, sha256, utf8Of } from './bytes.ts';
import { sha256Hex } from './content-hash.ts';

describe('bytes', () => {
  it.each(['', 'abc', 'é€😀'])('of %j have one SHA-256, as bytes and as text', (text) => {
    expect(hexOf(sha256(utf8Of(text)))).toBe(sha256Hex(text));
  });
  it('are joined in order', () => {
    expect([...joinBytes(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))]).toEqual([1, 2, 3]);
  });
  it.each([
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [[], [], true],
  ])('%j and %j are the same: %s', (a, b, same) => {
    expect(areSameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(same);
  });
});
