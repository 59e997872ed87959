import type { PlanCost, PlanTime } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { showCost, showDays, showTime } from './show-plan.ts';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const cost = (change: Partial<PlanCost>): PlanCost => ({
  known: [],
  unknownParts: [],
  upTo: [],
  atLeast: false,
  ...change,
});

describe('the cost of a plan', () => {
  it.each<[Partial<PlanCost>, string, string | undefined]>([
    [{ known: [gbp(1119)], upTo: [gbp(1119)] }, 'GBP 1,119', undefined],
    [{ known: [gbp(100)], upTo: [gbp(300)] }, 'GBP 100 to 300', undefined],
    [
      { known: [gbp(1119)], upTo: [gbp(1119)], unknownParts: ['a', 'b'] },
      'at least GBP 1,119',
      '2 prices not established',
    ],
    [{ unknownParts: ['a'] }, 'not established', '1 price not established'],
    [{}, 'no known fee', undefined],
  ])('%j reads “%s”', (change, text, note) => {
    expect(showCost(cost(change), english)).toEqual({
      text,
      ...(note === undefined ? {} : { note }),
      isKnown: text !== 'not established',
    });
  });
});

describe('the time of a plan', () => {
  const time = (days: number, unknownParts: readonly string[] = []): PlanTime => ({
    days,
    unknownParts,
    finishOn: '2027-01-01',
    atLeast: unknownParts.length > 0,
  });

  it.each([
    [0, [], 'no waiting known'],
    [0, ['a'], 'not established'],
    [45, [], '45 days'],
    [1, [], '1 day'],
    [365, [], 'about 12 months'],
    [365, ['a'], 'at least 12 months'],
    [1370, ['a'], 'at least 3.8 years'],
  ] as const)('%i days with %j unknown reads “%s”', (days, unknown, text) => {
    expect(showTime(time(days, unknown), english).text).toBe(text);
  });

  it('is never shown longer than it is by more than a rounding', () => {
    expect(showDays(730, english)).toBe('about 24 months');
    expect(showDays(731, english)).toBe('about 2 years');
  });
});
