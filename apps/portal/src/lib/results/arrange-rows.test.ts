import type { Plan } from '@testamur/engines/planner';
import { describe, expect, it } from 'vitest';
import { arrangeRows, type SortKey } from './arrange-rows.ts';
import { NO_FILTER } from './filter.ts';
import type { Outlook } from './outlook.ts';
import { assessment, authority } from './results.fixture.ts';
import { rowsOf } from './rows.ts';

const rows = rowsOf(
  assessment(
    authority({ pack: 'd', name: 'Delta', status: 'closed' }),
    authority({ pack: 'c', name: 'Charlie', status: 'unknown' }),
    authority({ pack: 'b', name: 'Bravo', status: 'withSteps' }),
    authority({ pack: 'a', name: 'Alfa', status: 'open' }),
    authority({ pack: 'e', name: 'Echo', status: 'withSteps' }),
  ),
);

const plan = (days: number, known: Plan['cost']['known'], unknownParts: readonly string[] = []): Outlook => ({
  plan: { time: { days, unknownParts: [] }, cost: { known, unknownParts, upTo: known } } as unknown as Plan,
});

const outlooks = new Map<string, Outlook>([
  ['a', plan(0, [{ amount: 900, currency: 'USD' }])],
  ['b', plan(400, [{ amount: 100, currency: 'GBP' }])],
  ['c', plan(30, [], ['x'])],
  ['e', plan(200, [{ amount: 20, currency: 'GBP' }])],
]);

const order = (sort: SortKey, hidden: readonly ('closed' | 'open')[] = []) =>
  arrangeRows(rows, { sort, filter: { ...NO_FILTER, hidden: new Set(hidden) }, outlooks }).map(
    (row) => row.pack,
  );

describe('the order of the list', () => {
  it.each<[SortKey, readonly string[]]>([
    ['status', ['a', 'b', 'e', 'c', 'd']],
    ['name', ['a', 'b', 'c', 'd', 'e']],
    ['time', ['a', 'c', 'e', 'b', 'd']],
    // Pounds among pounds, dollars among dollars, then what has no known price, then what has no plan.
    ['cost', ['e', 'b', 'a', 'c', 'd']],
  ])('by %s', (sort, expected) => {
    expect(order(sort)).toEqual(expected);
  });

  it('leaves out what is hidden and nothing else', () => {
    expect(order('name', ['closed', 'open'])).toEqual(['b', 'c', 'e']);
  });

  it('never takes an unknown price for a low one', () => {
    expect(order('cost').indexOf('c')).toBeGreaterThan(order('cost').indexOf('a'));
  });
});
