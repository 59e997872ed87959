import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCosts,
  type Cost,
  compareCosts,
  costOf,
  differenceOfCosts,
  isAtLeast,
  NO_COST,
  unknownCost,
} from './cost.ts';
import { makeMoney } from './money.ts';
import { expectOk } from './result.ts';

/** `100 GBP + 20 USD + ?visa`: known sums, and unknown parts behind a question mark. */
function cost(text: string): Cost {
  const parts = text.split(' + ').filter(Boolean);
  return addCosts(
    parts.map((part) => {
      if (part.startsWith('?')) return unknownCost(part.slice(1));
      const [amount, currency = ''] = part.split(' ');
      return costOf(expectOk(makeMoney(Number(amount), currency), part));
    }),
  );
}

describe('a cost', () => {
  it('adds within each currency and keeps the currencies apart', () => {
    expect(cost('160.1 GBP + 975 USD + 0.2 GBP')).toEqual({
      known: [
        { amount: 160.3, currency: 'GBP' },
        { amount: 975, currency: 'USD' },
      ],
      unknownParts: [],
    });
  });

  it('names its unknown parts and is then at least its known sums', () => {
    const withUnknown = cost('100 GBP + ?visa + ?exam + ?visa');
    expect(withUnknown).toEqual({
      known: [{ amount: 100, currency: 'GBP' }],
      unknownParts: ['exam', 'visa', 'visa'],
    });
    expect(isAtLeast(withUnknown)).toBe(true);
    expect(isAtLeast(cost('100 GBP'))).toBe(false);
    expect(isAtLeast(NO_COST)).toBe(false);
  });

  it('of nothing is no cost, and a free step is known to be free', () => {
    expect(addCosts([])).toEqual(NO_COST);
    expect(cost('0 GBP')).toEqual(NO_COST);
  });
});

describe('two costs', () => {
  it.each([
    ['', '', 'equal'],
    ['100 GBP', '100 GBP', 'equal'],
    ['99.99 GBP', '100 GBP', 'less'],
    ['100 GBP', '99.99 GBP', 'greater'],
    ['', '1 GBP', 'less'],
    // No rate is needed when one cost holds the other.
    ['100 GBP', '100 GBP + 50 USD', 'less'],
    ['100 GBP + 50 USD', '90 GBP + 40 USD', 'greater'],
    ['100 GBP', '100 USD', 'undetermined'],
    ['100 GBP + 50 USD', '90 GBP + 60 USD', 'undetermined'],
    // Unknown steps common to both cancel.
    ['100 GBP + ?visa', '120 GBP + ?visa', 'less'],
    ['100 GBP + ?visa', '100 GBP + ?visa', 'equal'],
    ['100 GBP + ?visa + ?visa', '120 GBP + ?visa', 'undetermined'],
    // An unknown part can only make its side dearer.
    ['100 GBP', '120 GBP + ?visa', 'less'],
    ['120 GBP + ?visa', '100 GBP', 'greater'],
    ['100 GBP', '90 GBP + ?visa', 'undetermined'],
    ['90 GBP + ?visa', '100 GBP', 'undetermined'],
    // It may also cost nothing, so on its own it does not settle the order.
    ['100 GBP', '100 GBP + ?visa', 'undetermined'],
    ['?exam', '?visa', 'undetermined'],
    ['100 GBP + ?exam', '200 GBP + ?visa', 'undetermined'],
  ] as const)('%j against %j: %s', (a, b, order) => {
    expect(compareCosts(cost(a), cost(b))).toBe(order);
  });

  it('differ by what does not cancel', () => {
    expect(
      differenceOfCosts(cost('100 GBP + 5 USD + ?visa + ?exam'), cost('120.5 GBP + 5 USD + ?visa + ?flight')),
    ).toEqual({
      known: [{ amount: -20.5, currency: 'GBP' }],
      unknownOnlyInA: ['exam'],
      unknownOnlyInB: ['flight'],
    });
  });
});

describe('costs', () => {
  const part = fc.oneof(
    fc
      .record({ amount: fc.integer({ min: 0, max: 3 }), currency: fc.constantFrom('GBP', 'USD') })
      .map(costOf),
    fc.constantFrom('visa', 'exam').map(unknownCost),
  );
  const anyCost = fc.array(part, { maxLength: 4 }).map(addCosts);

  /** The price once every unknown part has one, at some rates: the model that the comparison must never contradict. */
  function price(c: Cost, prices: Readonly<Record<string, number>>, usd: number): number {
    const known = c.known.reduce((sum, m) => sum + m.amount * (m.currency === 'USD' ? usd : 1), 0);
    return c.unknownParts.reduce((sum, name) => sum + (prices[name] ?? 0), known);
  }

  it('are called less, equal or greater only when every price and rate agrees', () => {
    const unit = fc.integer({ min: 0, max: 20 });
    const rate = fc.constantFrom(0.25, 0.5, 1, 2, 4);
    fc.assert(
      fc.property(anyCost, anyCost, unit, unit, rate, (a, b, visa, exam, usd) => {
        const order = compareCosts(a, b);
        const difference = price(a, { visa, exam }, usd) - price(b, { visa, exam }, usd);
        if (order === 'less') expect(difference).toBeLessThan(0);
        if (order === 'greater') expect(difference).toBeGreaterThan(0);
        if (order === 'equal') expect(difference).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('are called undetermined only when some prices and rates disagree', () => {
    const samples = [0, 100, 10_000].flatMap((visa) =>
      [0, 100, 10_000].flatMap((exam) => [0.001, 1, 1000].map((usd) => ({ visa, exam, usd }))),
    );
    fc.assert(
      fc.property(anyCost, anyCost, (a, b) => {
        if (compareCosts(a, b) !== 'undetermined') return;
        const signs = samples.map(({ visa, exam, usd }) =>
          Math.sign(price(a, { visa, exam }, usd) - price(b, { visa, exam }, usd)),
        );
        expect(new Set(signs).size).toBeGreaterThan(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('add in any order and grouping, and turning a comparison round turns its answer', () => {
    const mirror = {
      less: 'greater',
      greater: 'less',
      equal: 'equal',
      undetermined: 'undetermined',
    } as const;
    fc.assert(
      fc.property(anyCost, anyCost, anyCost, (a, b, c) => {
        expect(addCosts([a, b])).toEqual(addCosts([b, a]));
        expect(addCosts([addCosts([a, b]), c])).toEqual(addCosts([a, b, c]));
        expect(compareCosts(b, a)).toBe(mirror[compareCosts(a, b)]);
        expect(compareCosts(addCosts([a, c]), addCosts([b, c]))).toBe(compareCosts(a, b));
      }),
    );
  });
});
