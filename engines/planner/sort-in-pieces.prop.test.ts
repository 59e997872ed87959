import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from './run-to-end.ts';
import { sortInPieces } from './sort-in-pieces.ts';

type Item = { readonly key: number; readonly place: number };
const byKey = (a: Item, b: Item): number => a.key - b.key;

describe('sorting in pieces', () => {
  it('gives the order of toSorted, equal items as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3_000 }), (keys) => {
        const items = keys.map((key, place): Item => ({ key, place }));
        expect(runToEnd(sortInPieces(items, byKey))).toEqual(items.toSorted(byKey));
      }),
      { numRuns: 50 },
    );
  });

  it('rests after a few thousand comparisons, however long the list', () => {
    const items = Array.from(
      { length: 20_000 },
      (_, place): Item => ({ key: (place * 7919) % 20_011, place }),
    );
    let [compared, most] = [0, 0];
    const search = sortInPieces(items, (a, b) => {
      compared += 1;
      return byKey(a, b);
    });
    for (let isDone = false; !isDone; compared = 0) {
      isDone = search.next().done === true;
      most = Math.max(most, compared);
    }
    expect(most).toBeLessThan(3_000);
  });
});
