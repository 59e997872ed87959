import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../bytes/base64url.ts';
import { entryAt, MAX_BYTES, MIN_BITS, packBits, unpackBits, withEntry } from './bitstring.ts';

const empty = new Uint8Array(MIN_BITS / 8);

describe('a list', () => {
  it('says of each place what was put there, and of no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(16_383), { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (places, size) => {
          const full = 2 ** size - 1;
          const bits = places.reduce<Uint8Array>(
            (all, index) => withEntry(all, index, { value: full, size }),
            empty,
          );
          const read = unpackBits(packBits(bits));
          expect(read).toEqual({ ok: true, value: bits });
          for (const index of [...places, 0, 1, 16_383])
            expect(entryAt(bits, index, size)).toBe(places.includes(index) ? full : 0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('counts bits from the highest on, as the standard does', () => {
    expect(withEntry(empty, 0, { value: 1 })[0]).toBe(0x80);
    expect(entryAt(Uint8Array.of(0b0110_0000), 0, 3)).toBe(3);
  });

  it('is gzip that others read', () => {
    const packed = Buffer.from(packBits(withEntry(empty, 7, { value: 1 })).slice(1), 'base64url');
    expect(new Uint8Array(gunzipSync(packed))).toEqual(withEntry(empty, 7, { value: 1 }));
  });

  it.each([
    ['one byte too long', MAX_BYTES + 1, 'CREDENTIALS_STATUS_TOO_LARGE'],
    ['half a gigabyte', 512 * 1024 * 1024, 'CREDENTIALS_STATUS_TOO_LARGE'],
    ['just long enough', MAX_BYTES, undefined],
    ['one byte too short', MIN_BITS / 8 - 1, 'CREDENTIALS_STATUS_LIST'],
  ])('%s', (_, length, code) => {
    const text = `u${toBase64url(new Uint8Array(gzipSync(Buffer.alloc(length))))}`;
    const before = process.memoryUsage().rss;
    const read = unpackBits(text);
    expect(read.ok ? undefined : read.error.code).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  it('cut short, or changed, is refused or is other bits, and nothing is thrown', () => {
    const packed = Buffer.from(packBits(withEntry(empty, 94_567, { value: 1 })).slice(1), 'base64url');
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
        const changed = cut
          ? packed.subarray(0, at)
          : Buffer.from(packed.map((each, n) => (n === at ? byte : each)));
        const read = unpackBits(`u${changed.toString('base64url')}`);
        if (!read.ok) expect(read.error.code).toMatch(/^CREDENTIALS_STATUS/);
        if (cut) expect(read.ok).toBe(false);
      }),
    );
  });

  it('does not reach beyond its end', () => {
    expect([-1, 0.5, MIN_BITS, Number.NaN].map((index) => entryAt(empty, index))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
