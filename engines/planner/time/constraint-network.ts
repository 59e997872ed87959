/**
 * Days that bound each other: "no earlier than", each in both directions. Every bound grows with what it rests on, so that all days have
 * one earliest solution together, reached from below, and under any ceiling one latest, reached from above. Both are exact.
 */
import type { Domain } from './calendar.ts';

export type Lag<Why> = {
  readonly from: number;
  readonly to: number;
  /** The earliest day of `to`, given that of `from`; none beyond the calendar. */
  readonly up: (day: number) => number | undefined;
  /** The latest day of `from`, given that of `to`. */
  readonly down: (day: number) => number | undefined;
  readonly why: Why;
};

export type Network<Why> = {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly domains: readonly (Domain | undefined)[];
  readonly lags: readonly Lag<Why>[];
};

/** `work`: bounds that were worked out, the measure of what it took. */
export type Solution<Why> =
  | { readonly ok: true; readonly days: readonly number[]; readonly work: number }
  /** The bounds that together lead beyond what a day may be, the last first. */
  | {
      readonly ok: false;
      readonly day: number;
      readonly at: number;
      readonly chain: readonly Lag<Why>[];
      readonly work: number;
    };

export type Resumed<Why> = {
  /** A solution before `more` was asked for: days no later than the new one. */
  readonly days: readonly number[];
  readonly more: readonly Lag<Why>[];
};

export function findEarliest<Why>(network: Network<Why>, resumed?: Resumed<Why>): Solution<Why> {
  const { high, domains, lags } = network;
  const days = [...(resumed?.days ?? network.low)];
  const cause: (Lag<Why> | undefined)[] = [];
  let work = 0;
  const fail = (at: number): Solution<Why> => ({
    ok: false,
    work,
    at,
    day: days[at] as number,
    chain: chainTo(at, cause),
  });
  const outgoing = groupLags(lags, days.length, 'from');
  const more = resumed?.more ?? [];
  if (resumed === undefined)
    for (const [variable, day] of days.entries()) {
      const fits = fit(domains[variable], day);
      days[variable] = fits ?? Number.POSITIVE_INFINITY;
      if (fits === undefined || fits > (high[variable] as number)) return fail(variable);
    }
  const queue = resumed === undefined ? [...days.keys()] : [...new Set(more.map(({ from }) => from))];
  for (let variable = queue.shift(); variable !== undefined; variable = queue.shift()) {
    const here = variable;
    const added = more.length === 0 ? more : more.filter(({ from }) => from === here);
    for (const lag of [...(outgoing[variable] ?? []), ...added]) {
      work += 1;
      const next = fit(domains[lag.to], lag.up(days[variable] as number));
      if (next !== undefined && next <= (days[lag.to] as number)) continue;
      cause[lag.to] = lag;
      days[lag.to] = next ?? Number.POSITIVE_INFINITY;
      if (next === undefined || next > (high[lag.to] as number)) return fail(lag.to);
      if (!queue.includes(lag.to)) queue.push(lag.to);
    }
  }
  return { ok: true, days, work };
}

const fit = (domain: Domain | undefined, day: number | undefined): number | undefined =>
  domain === undefined || day === undefined ? day : domain.next(day);

/** The latest days under these ceilings. Only for a network that has a solution under them. */
export function findLatest<Why>(
  { low, domains, lags }: Network<Why>,
  ceiling: readonly number[],
): readonly number[] {
  const days = [...ceiling];
  const incoming = groupLags(lags, days.length, 'to');
  const settle = (variable: number, day: number | undefined): number =>
    (day === undefined
      ? undefined
      : domains[variable] === undefined
        ? day
        : domains[variable]?.latest(day)) ?? (low[variable] as number);
  for (const [variable, day] of days.entries()) days[variable] = settle(variable, day);
  const queue = [...days.keys()];
  for (let variable = queue.shift(); variable !== undefined; variable = queue.shift()) {
    for (const lag of incoming[variable] ?? []) {
      const next = settle(lag.from, lag.down(days[variable] as number));
      if (next >= (days[lag.from] as number)) continue;
      days[lag.from] = next;
      if (!queue.includes(lag.from)) queue.push(lag.from);
    }
  }
  return days;
}

type Groups = Partial<Record<'from' | 'to', readonly (readonly Lag<unknown>[])[]>>;

/** The same network is asked many times. */
const GROUPED = new WeakMap<readonly Lag<unknown>[], Groups>();

function groupLags<Why>(
  lags: readonly Lag<Why>[],
  count: number,
  side: 'from' | 'to',
): readonly (readonly Lag<Why>[])[] {
  const held = GROUPED.get(lags) ?? {};
  const known = held[side] as readonly (readonly Lag<Why>[])[] | undefined;
  if (known !== undefined) return known;
  const groups: Lag<Why>[][] = Array.from({ length: count }, () => []);
  for (const lag of lags) groups[lag[side]]?.push(lag);
  GROUPED.set(lags, { ...held, [side]: groups });
  return groups;
}

function chainTo<Why>(at: number, cause: readonly (Lag<Why> | undefined)[]): readonly Lag<Why>[] {
  const chain: Lag<Why>[] = [];
  const seen = new Set<number>();
  for (let lag = cause[at]; lag !== undefined && !seen.has(lag.to); lag = cause[lag.from]) {
    seen.add(lag.to);
    chain.push(lag);
  }
  return chain;
}
