/** Filter and order of the list. Prices in different currencies are never compared, and an unknown is never a zero. */
import type { RouteStatus } from '@testamur/engines/recognition';
import { type Filter, passes } from './filter.ts';
import type { Outlook } from './outlook.ts';
import type { Row } from './rows.ts';

export type SortKey = 'status' | 'name' | 'time' | 'cost';

export type Arrangement = {
  readonly sort: SortKey;
  readonly filter: Filter;
  readonly outlooks: ReadonlyMap<string, Outlook>;
};

const STATUSES: readonly RouteStatus[] = ['open', 'withSteps', 'unknown', 'closed'];
/** What is known comes before what is not, and that before what has no way at all. */
const RANKS = { known: 0, notEstablished: 1, noWay: 2 } as const;

export function arrangeRows(rows: readonly Row[], { sort, filter, outlooks }: Arrangement): readonly Row[] {
  const keyOf = KEYS[sort];
  return rows
    .filter((row) => passes(row, filter, outlooks.get(row.pack)))
    .map((row) => ({ row, key: [...keyOf(row, outlooks.get(row.pack)), row.name] }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ row }) => row);
}

type Key = readonly (string | number)[];

const statusKey = (row: Row): Key => [
  STATUSES.indexOf(row.status),
  row.shown.look === 'notresearched' ? 1 : 0,
];

const KEYS: Readonly<Record<SortKey, (row: Row, outlook: Outlook | undefined) => Key>> = {
  status: (row) => statusKey(row),
  name: () => [],
  time: (row, outlook) => {
    const time = outlook?.plan?.time;
    return time === undefined
      ? [RANKS.noWay, ...statusKey(row)]
      : [RANKS.known, time.days, time.unknownParts.length];
  },
  cost: (row, outlook) => {
    const cost = outlook?.plan?.cost;
    if (cost === undefined) return [RANKS.noWay, ...statusKey(row)];
    if (cost.known.length === 0)
      return [cost.unknownParts.length > 0 ? RANKS.notEstablished : RANKS.known, ''];
    const currencies = cost.known.map(({ currency }) => currency).join('+');
    return [RANKS.known, currencies, ...cost.known.map(({ amount }) => amount), cost.unknownParts.length];
  },
};

function compareKeys(a: Key, b: Key): number {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const [x, y] = [a[place], b[place]];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}
