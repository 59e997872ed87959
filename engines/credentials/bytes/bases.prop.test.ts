import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase58, toBase58 } from './base58.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

const bytes = fc.uint8Array({ maxLength: 130 });

describe('base58', () => {
  it('reads back what it writes, noughts in front included', () => {
    fc.assert(
      fc.property(bytes, fc.nat(5), (each, noughts) => {
        const whole = Uint8Array.from([...new Uint8Array(noughts), ...each]);
        expect(fromBase58(toBase58(whole))).toEqual({ ok: true, value: whole });
      }),
    );
  });

  it('is the number that it stands for', () => {
    const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    fc.assert(
      fc.property(bytes, (each) => {
        let number = BigInt(`0x00${Buffer.from(each).toString('hex')}`);
        let text = '';
        for (; number > 0n; number /= 58n) text = letters.charAt(Number(number % 58n)) + text;
        expect(toBase58(each).replace(/^1+/u, '')).toBe(text);
      }),
    );
  });

  it.each(['0', 'O', 'I', 'l', 'é', ' ', 'z'.repeat(600)])('refuses %s', (text) => {
    expect(fromBase58(text)).toMatchObject({ ok: false, error: { code: 'CREDENTIALS_BASE_FORMAT' } });
  });
});

describe('base64url', () => {
  it('is what the platform writes and reads', () => {
    fc.assert(
      fc.property(bytes, (each) => {
        expect(toBase64url(each)).toBe(Buffer.from(each).toString('base64url'));
        expect(fromBase64url(toBase64url(each))).toEqual({ ok: true, value: each });
      }),
    );
  });

  it('reads one text only of the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwB-_/+=9é'), maxLength: 9 }), (text) => {
        const read = fromBase64url(text);
        expect(read.ok).toBe(
          Buffer.from(text, 'base64url').toString('base64url') === text && /^[\w-]*$/u.test(text),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
