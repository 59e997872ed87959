/** Calendars of sittings and seasons: the next and the last possible day from any day. */
import { asDay, type Day, dayOf, daysInMonth, expectOk, partsOf } from '../../kernel/index.ts';
import type { SeasonOfYear, SittingCalendar } from './schedule-input.ts';

/** `readyBy`: what comes before is done by then. `first` and `last`: between them it is sat, where only the month is known. */
export type Sitting = { readonly readyBy: number; readonly first: number; readonly last: number };
type Side = keyof Sitting;

export type Sittings = {
  /** The first one whose side is this day or later. */
  readonly next: (side: Side, day: number) => Sitting | undefined;
  /** The largest `wanted` side among those whose `side` is this day or earlier. */
  readonly latest: (side: Side, day: number, wanted: Side) => number | undefined;
  /** Nothing is published for this day: any day may be one. */
  readonly isOpen: (day: number) => boolean;
};

/** Later than the last published day nothing is known, unless the months are. */
export function readSittings({ dates = [], months }: SittingCalendar, from: Day, to: Day): Sittings {
  // Whoever is too late for one sitting is too late for those before it: lint sees to it, and what is not so counts as closed.
  const published = dates.map(({ on }, index) => ({
    readyBy: Math.min(...dates.slice(index).map((date) => date.registerBy ?? date.on)),
    first: on,
    last: on,
  }));
  const lastKnown = published.at(-1)?.last ?? Number.NEGATIVE_INFINITY;
  const monthly = monthsBetween(months ?? [], from, to).filter(({ first }) => first > lastKnown);
  const all: readonly Sitting[] = [...published, ...monthly];
  const openFrom = months === undefined ? Math.max(lastKnown + 1, Number(from)) : Number.POSITIVE_INFINITY;
  return {
    next: (side, day) => {
      const found = all.find((sitting) => sitting[side] >= day);
      if (found !== undefined || openFrom === Number.POSITIVE_INFINITY) return found;
      const free = Math.max(day, openFrom);
      return { readyBy: free, first: free, last: free };
    },
    latest: (side, day, wanted) => {
      const found = all.filter((sitting) => sitting[side] <= day).map((sitting) => sitting[wanted]);
      if (day >= openFrom) found.push(day);
      return found.length === 0 ? undefined : Math.max(...found);
    },
    isOpen: (day) => day >= openFrom,
  };
}

type Months = NonNullable<SittingCalendar['months']>;

function monthsBetween(months: Months, from: Day, to: Day): readonly Sitting[] {
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  const years = Array.from({ length: last - first + 2 }, (_, index) => first - 1 + index);
  return years
    .flatMap((year) => months.map((each) => sittingIn(year, typeof each === 'number' ? [each, each] : each)))
    .sort((a, b) => a.last - b.last || a.first - b.first);
}

/** Ready before the first day, done by the last: the day between them is not established. */
function sittingIn(year: number, [from, to]: readonly [number, number]): Sitting {
  const ends = to < from ? year + 1 : year;
  const first = dayIn(year, from, 1);
  return { readyBy: first, first, last: dayIn(ends, to, daysInMonth(ends, to)) };
}

const dayIn = (year: number, month: number, day: number): number =>
  expectOk(dayOf(year, month, day), 'a day of a calendar');

/** The days of a season, one way and the other. */
export type Domain = {
  readonly next: (day: number) => number | undefined;
  readonly latest: (day: number) => number | undefined;
};

export function readSeason(season: SeasonOfYear): Domain {
  const [opens, closes] = [readMonthDay(season.opens), readMonthDay(season.closes)];
  const runsOver = isBefore(closes, opens);
  const windowFrom = (year: number): readonly [number, number] => [
    dayIn(year, opens.month, opens.day),
    dayIn(runsOver ? year + 1 : year, closes.month, closes.day),
  ];
  const around = (day: number): readonly (readonly [number, number])[] => {
    const { year } = partsOf(asDay(day));
    return [year - 2, year - 1, year, year + 1].map(windowFrom);
  };
  return {
    next: (day) => {
      const window = around(day).find(([, last]) => last >= day);
      return window === undefined ? undefined : Math.max(day, window[0]);
    },
    latest: (day) => {
      const window = around(day).findLast(([first]) => first <= day);
      return window === undefined ? undefined : Math.min(day, window[1]);
    },
  };
}

/** The last day of the season in which this day lies. */
export function closingDay(season: SeasonOfYear, day: number): number {
  const closes = readMonthDay(season.closes);
  const { year } = partsOf(asDay(day));
  return (
    [year, year + 1].map((each) => dayIn(each, closes.month, closes.day)).find((each) => each >= day) ?? day
  );
}

type MonthDay = { readonly month: number; readonly day: number };
const readMonthDay = (text: string): MonthDay => ({
  month: Number(text.slice(0, 2)),
  day: Number(text.slice(3)),
});
const isBefore = (a: MonthDay, b: MonthDay): boolean =>
  a.month < b.month || (a.month === b.month && a.day < b.day);
