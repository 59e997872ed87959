import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCosts, type Cost, compareCosts } from '../../kernel/index.ts';
import { comparePrices } from './ways.ts';

const cost: fc.Arbitrary<Cost> = fc
  .record({
    known: fc.array(fc.record({ amount: fc.nat(20), currency: fc.constantFrom('EUR', 'GBP', 'USD') }), {
      maxLength: 3,
    }),
    unknownParts: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
  })
  .map((each) => addCosts([each]));

describe('the order of prices', () => {
  it('says the same as the comparison of costs wherever that is determined', () => {
    fc.assert(
      fc.property(cost, cost, (a, b) => {
        const order = compareCosts(a, b);
        if (order === 'less') expect(comparePrices(a, b)).toBeLessThan(0);
        if (order === 'equal') expect(comparePrices(a, b)).toBe(0);
      }),
    );
  });

  it('is total: it turns round with its sides and goes on over a third', () => {
    fc.assert(
      fc.property(cost, cost, cost, (a, b, c) => {
        expect(Math.sign(comparePrices(a, b)) + Math.sign(comparePrices(b, a))).toBe(0);
        if (comparePrices(a, b) <= 0 && comparePrices(b, c) <= 0)
          expect(comparePrices(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not take an unknown price for nothing', () => {
    const unknown: Cost = { known: [], unknownParts: ['x'] };
    const dear: Cost = { known: [{ amount: 9_000, currency: 'EUR' }], unknownParts: [] };
    expect(comparePrices(dear, unknown)).toBeLessThan(0);
  });
});
