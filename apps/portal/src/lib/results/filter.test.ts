import type { FrontPoint, Plan } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { countFilters, type Filter, NO_FILTER, passes } from './filter.ts';
import type { Outlook } from './outlook.ts';
import { assessment, authority } from './results.fixture.ts';
import { type Row, rowsOf } from './rows.ts';

const packs = [{ pack: 'xa', languages: ['en', 'mi'] }];
const row = (status: 'open' | 'closed' = 'open'): Row =>
  rowsOf(assessment(authority({ pack: 'xa', jurisdiction: 'NZ', status })), packs)[0] as Row;

function outlook(
  days: number,
  known: readonly { amount: number; currency: string }[],
  more: { ifSelected?: boolean; converted?: FrontPoint['converted'] } = {},
): Outlook {
  const plan = { time: { days }, cost: { known }, ifSelected: more.ifSelected ?? false } as unknown as Plan;
  const point = {
    plan,
    time: plan.time,
    cost: plan.cost,
    converted: more.converted,
  } as unknown as FrontPoint;
  return { plan, point };
}

const CHEAP = outlook(400, [{ amount: 900, currency: 'GBP' }]);
const NO_WAY: Outlook = {};

describe('a filter', () => {
  it.each<[string, Partial<Filter>, Outlook | undefined, boolean]>([
    ['of nothing leaves nothing out', {}, NO_WAY, true],
    ['by status', { hidden: new Set(['open'] as const) }, CHEAP, false],
    ['by another status', { hidden: new Set(['closed'] as const) }, CHEAP, true],
    ['by time, at the limit', { mostDays: 400 }, CHEAP, true],
    ['by time, a day beyond', { mostDays: 399 }, CHEAP, false],
    ['by time, where no way is known', { mostDays: 4000 }, NO_WAY, false],
    ['by time, while it is worked out', { mostDays: 1 }, undefined, true],
    ['by cost, at the limit', { mostCost: { amount: 900, currency: 'GBP' } }, CHEAP, true],
    ['by cost, beyond', { mostCost: { amount: 899, currency: 'GBP' } }, CHEAP, false],
    ['by cost in a currency that it does not use', { mostCost: { amount: 1, currency: 'USD' } }, CHEAP, true],
    ['by cost, where no way is known', { mostCost: { amount: 9999, currency: 'USD' } }, NO_WAY, false],
    ['by a language of the authority', { language: 'mi' }, CHEAP, true],
    ['by another language', { language: 'de' }, CHEAP, false],
    ['by its part of the world', { region: 'oceania' }, CHEAP, true],
    ['by another part', { region: 'europe' }, CHEAP, false],
    ['of selections, where there is none', { withoutSelection: true }, CHEAP, true],
    ['of selections', { withoutSelection: true }, outlook(1, [], { ifSelected: true }), false],
  ])('%s', (_name, change, held, expected) => {
    expect(passes(row(), { ...NO_FILTER, ...change }, held)).toBe(expected);
  });

  it('compares what her rates convert', () => {
    const converted = {
      currency: 'USD',
      amount: 1200,
      upTo: 1200,
      atLeast: false,
      ratesOn: '',
      source: 'hers',
    };
    const held = outlook(1, [{ amount: 900, currency: 'GBP' }], { converted });
    const under = (amount: number): boolean =>
      passes(row(), { ...NO_FILTER, mostCost: { amount, currency: 'USD' } }, held);
    expect([under(1200), under(1199)]).toEqual([true, false]);
  });

  it('is counted part by part', () => {
    expect(countFilters(NO_FILTER)).toBe(0);
    expect(
      countFilters({ hidden: new Set(['open', 'closed'] as const), region: 'asia', withoutSelection: true }),
    ).toBe(4);
  });
});
