import { describe, expect, it } from 'vitest';
import { scaleOf } from './front-scale.ts';
import { groupPoints } from './group-points.ts';
import { type Figures, pointOf } from './plan.fixture.ts';

const scaleFor = (...figures: readonly Figures[]) =>
  scaleOf(groupPoints(figures.map((each) => pointOf(each))));

describe('the chart of cost and time', () => {
  it('puts the dearer higher and the slower further on, each on its scale', () => {
    const scale = scaleFor({ amounts: [[500, 'EUR']], days: 365 }, { amounts: [[1000, 'EUR']], days: 183 });
    const [slow, dear] = scale?.dots ?? [];
    expect(scale?.currency).toBe('EUR');
    expect(slow?.y).toBeCloseTo((dear?.y ?? 0) / 2);
    expect(slow?.x).toBeCloseTo((dear?.x ?? 0) * (365 / 183));
    expect(scale?.amounts.at(-1)?.value).toBeGreaterThanOrEqual(1000);
    expect(Math.max(slow?.x ?? 0, dear?.y ?? 0)).toBeLessThanOrEqual(1);
  });

  it('never draws a price that nobody has established as zero', () => {
    const scale = scaleFor({ amounts: [[500, 'EUR']], unknownPrices: 1 }, { unknownPrices: 2, days: 10 });
    expect(scale?.dots.map(({ y }) => y === undefined)).toEqual([false, true]);
    expect(scale?.dots.map(({ costAtLeast }) => costAtLeast)).toEqual([true, true]);
  });

  it('draws what is known to cost nothing at zero', () => {
    const scale = scaleFor({ amounts: [[500, 'EUR']] }, { days: 10 });
    expect(scale?.dots[1]?.y).toBe(0);
  });

  it.each<[string, readonly Figures[]]>([
    ['a single way', [{ amounts: [[500, 'EUR']] }]],
    ['several currencies', [{ amounts: [[500, 'EUR']] }, { amounts: [[500, 'GBP']] }]],
    [
      'two currencies in one way',
      [
        {
          amounts: [
            [5, 'EUR'],
            [5, 'GBP'],
          ],
        },
        { days: 10 },
      ],
    ],
    ['no amount at all', [{ unknownPrices: 1 }, { unknownPrices: 2 }]],
  ])('is not drawn for %s', (_name, figures) => {
    expect(scaleFor(...figures)).toBeUndefined();
  });

  it('joins several currencies where there are rates', () => {
    const converted = (amount: number) => ({
      converted: {
        currency: 'EUR',
        amount,
        upTo: amount,
        atLeast: true,
        ratesOn: '2027-01-01',
        source: 'hers',
      },
    });
    const groups = groupPoints([
      pointOf({ amounts: [[500, 'GBP']] }, converted(600)),
      pointOf({ amounts: [[300, 'USD']] }, converted(300)),
    ]);
    const scale = scaleOf(groups);
    expect(scale?.currency).toBe('EUR');
    expect(scale?.dots[0]?.y).toBeCloseTo(2 * (scale?.dots[1]?.y ?? 0));
    expect(scale?.dots.every(({ costAtLeast }) => costAtLeast)).toBe(true);
  });

  it.each([[1], [7], [99], [1119], [48_000]])('has at most six round marks up to %d', (amount) => {
    const scale = scaleFor({ amounts: [[amount, 'EUR']] }, { days: 10 });
    expect(scale?.amounts.length).toBeLessThanOrEqual(6);
    expect(scale?.amounts.at(-1)?.value).toBeGreaterThanOrEqual(amount);
    expect(scale?.amounts.at(-2)?.value).toBeLessThan(amount);
  });
});
