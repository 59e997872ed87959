import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from './candidates.ts';
import { samplesOf } from './samples.ts';
import { newSlots, setSlot } from './slots.ts';

const codes = { named: new Map<string, number>(), own: new Map<string, number>() };

function samples(kind: Candidate['kind'], points: readonly number[], range?: readonly [number, number]) {
  const slots = newSlots(1);
  if (range !== undefined)
    setSlot(slots, 0, { state: 'range', lo: range[0], hi: range[1], strength: 1 }, codes);
  return [...samplesOf({ fact: 'x', slot: 0, kind, points }, slots)].sort((a, b) => a - b);
}

describe('one value for every cell between cut points', () => {
  it('takes each point, a value on either side and one between', () => {
    expect(samples('days', [10, 20])).toEqual([9, 10, 11, 20, 21]);
  });
  it('finds no day between two neighbours, but a number', () => {
    expect(samples('days', [10, 11])).toEqual([9, 10, 11, 12]);
    expect(samples('numbers', [10, 11])).toEqual([9, 10, 10.5, 11, 12]);
  });
  it('is cut to what is known', () => {
    expect(samples('days', [10, 20], [12, 25])).toEqual([12, 20, 21]);
    expect(samples('days', [10, 20], [12, 15])).toEqual([12]);
  });

  it('every value that is possible lies with one of the samples on the same side of every point', () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 4 });
    const range = fc
      .tuple(fc.integer({ min: -2, max: 22 }), fc.nat(8))
      .map(([lo, width]) => [lo, lo + width + 1] as const);
    fc.assert(
      fc.property(points, range, (cuts, [lo, hi]) => {
        const sorted = [...cuts].sort((a, b) => a - b);
        const sides = (value: number): string => sorted.map((point) => Math.sign(value - point)).join();
        const found = samples('days', sorted, [lo, hi]);
        const reached = new Set(found.map(sides));
        for (let day = lo; day <= hi; day += 1) expect(reached).toContain(sides(day));
        for (const sample of found) expect(sample >= lo && sample <= hi).toBe(true);
      }),
    );
  });
});
