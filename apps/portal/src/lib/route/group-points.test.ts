import { describe, expect, it } from 'vitest';
import { groupPoints, keyOfPoint, ownSteps } from './group-points.ts';
import { pointOf } from './plan.fixture.ts';

describe('ways with the same known figures', () => {
  it('stand in one line, and what they are best at is said of the line', () => {
    const figures = { amounts: [[100, 'EUR']], days: 30 } as const;
    const groups = groupPoints([
      pointOf({ ...figures, steps: ['a', 'b'] }, { bestAt: ['cheapest'] }),
      pointOf({ ...figures, steps: ['a', 'c'] }, { bestAt: ['balanced', 'cheapest'] }),
      pointOf({ ...figures, days: 20, steps: ['a', 'd'] }, { bestAt: ['fastest'] }),
    ]);
    expect(groups.map(({ points }) => points.length)).toEqual([2, 1]);
    expect(groups[0]?.bestAt).toEqual(['cheapest', 'balanced']);
  });

  it.each([
    ['another number of unknown prices', { unknownPrices: 1 }],
    ['another number of unknown lengths', { unknownLengths: 1 }],
    ['another currency', { amounts: [[100, 'GBP']] as const }],
  ])('do not stand together with %s', (_name, other) => {
    const figures = { amounts: [[100, 'EUR']], days: 30 } as const;
    expect(groupPoints([pointOf(figures), pointOf({ ...figures, ...other })])).toHaveLength(2);
  });

  it('do not stand together where only one of them rests on something unknown', () => {
    expect(groupPoints([pointOf({}), pointOf({}, { state: 'conditional' })])).toHaveLength(2);
  });
});

describe('a way', () => {
  it('has the same key in whatever order its steps come, and another one with other steps', () => {
    const key = keyOfPoint(pointOf({ steps: ['a', 'b'] }));
    expect(keyOfPoint(pointOf({ steps: ['b', 'a'] }))).toBe(key);
    expect(keyOfPoint(pointOf({ steps: ['a'] }))).not.toBe(key);
  });

  it('is told from others by the steps that not all of them have', () => {
    const [one, other] = [pointOf({ steps: ['a', 'b'] }), pointOf({ steps: ['a', 'c'] })];
    expect(ownSteps(one, [one, other]).map(({ key }) => key)).toEqual(['b']);
    expect(ownSteps(one, [one])).toEqual([]);
  });
});
