import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

/** The definition, by recursion and without a limit. */
function byDefinition(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const same = one.at(-1) === other.at(-1) ? 0 : 1;
  const [shortOne, shortOther] = [one.slice(0, -1), other.slice(0, -1)];
  const ways = [
    byDefinition(shortOne, other) + 1,
    byDefinition(one, shortOther) + 1,
    byDefinition(shortOne, shortOther) + same,
  ];
  const swapped =
    one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  if (swapped) ways.push(byDefinition(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...ways);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('editDistance', () => {
  it.each([
    ['bangalore', 'banglore', 1],
    ['velore', 'vellore', 1],
    ['patan', 'patna', 1],
    ['kasturba', 'kasturba', 0],
    ['abc', 'xyz', 3],
  ])('%s to %s is %i', (one, other, distance) => expect(editDistance(one, other, 5)).toBe(distance));

  it('agrees with the definition, and stops one above the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 6 }), (one, other, limit) => {
        expect(editDistance(one, other, limit)).toBe(Math.min(byDefinition(one, other), limit + 1));
      }),
      { numRuns: 300 },
    );
  });
});
