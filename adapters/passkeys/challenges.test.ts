import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHALLENGE_MS, makeChallenge, readChallenge } from './challenges.ts';

const SECRET = new Uint8Array(32).fill(7);
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const meant = { purpose: 'sign-in', boundTo: 'x' } as const;
const read = (challenge: string, more = {}) =>
  readChallenge(SECRET, challenge, { ...meant, nowMs: NOW, ...more });

describe('a challenge', () => {
  it('is known again, with the moment when it was given out', () => {
    expect(read(makeChallenge(SECRET, meant, NOW - 1))).toBe(NOW - 1);
  });

  it.each([
    ['for another purpose', { purpose: 'proof' as const }],
    ['for somebody else', { boundTo: 'y' }],
    ['before it was given out', { nowMs: NOW - 1 }],
    ['too late', { nowMs: NOW + CHALLENGE_MS + 1 }],
  ])('does not serve %s', (_name, more) =>
    expect(read(makeChallenge(SECRET, meant, NOW), more)).toBeUndefined(),
  );

  it('serves until the last moment, and is never the same twice', () => {
    const [one, other] = [makeChallenge(SECRET, meant, NOW), makeChallenge(SECRET, meant, NOW)];
    expect(read(one, { nowMs: NOW + CHALLENGE_MS })).toBe(NOW);
    expect(one).not.toBe(other);
  });

  it('of another secret is none of ours', () => {
    expect(read(makeChallenge(new Uint8Array(32), meant, NOW))).toBeUndefined();
  });

  it('with any bit turned is refused', () => {
    const bytes = Buffer.from(makeChallenge(SECRET, meant, NOW), 'base64url');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const turned = Buffer.from(bytes);
        turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(read(turned.toString('base64url'))).toBeUndefined();
      }),
    );
  });

  it('is no text whatever', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text) === undefined));
  });
});
