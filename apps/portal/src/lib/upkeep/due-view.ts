/** What has to be read again, as `testamur packs stale` reports it, for whoever looks after it. */
import { addPeriod, dayInZone, expectOk, parsePeriod } from '@testamur/engines/kernel';
import {
  type Pack,
  type PolicyReview,
  type Review,
  type StaleReport,
  staleReport,
  VACANT,
} from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';
import { type Cited, citedIn } from '../rules/cited.ts';
import { type Pointer, pointing } from '../rules/pointer.ts';

/** How far ahead one may look; the first is the one that is meant where nothing is asked. */
export const SPANS = ['P90D', 'P6M', 'P1Y'] as const;

export type DuePack = {
  readonly pack: string;
  readonly name: string;
  readonly overdue: number;
  readonly due: number;
  readonly citations: number;
  readonly undated: number;
  readonly oldestSeen?: string;
  readonly nextReview?: string;
};

export type DueOf = {
  /** Absent where nobody holds the office. */
  readonly maintainer?: string;
  readonly packs: readonly DuePack[];
};

export type DueReview = Pick<Review, 'of' | 'reviewBy' | 'daysLeft' | 'state'> & {
  readonly target: Pointer;
  readonly cited: readonly Cited[];
};

export type DueView = {
  readonly on: string;
  readonly until: string;
  readonly within: string;
  readonly maintainers: readonly DueOf[];
  /** Of the one pack that was asked for; what is due soonest first. */
  readonly reviews?: readonly DueReview[];
  /** They belong to no jurisdiction: absent where one was asked for. The next to be read first, also those that are not due. */
  readonly policies?: readonly DuePolicy[];
};

export type DuePolicy = Pick<PolicyReview, 'policy' | 'title' | 'reviewBy' | 'state'> & {
  readonly cited: readonly Cited[];
};

export type DueAsked = { readonly now: Date; readonly within: string | null; readonly pack?: Pack };

/** The world as a whole has no zone: days are counted in universal time. */
export function viewDue(reading: Reading, { now, within: asked, pack }: DueAsked): DueView {
  const { reference } = reading;
  const on = expectOk(dayInZone(now.getTime(), 'UTC'), 'the present day');
  const within = SPANS.find((span) => span === asked) ?? SPANS[0];
  const until = addPeriod(on, expectOk(parsePeriod(within), 'a span of the list'), 'clamp');
  const packs = pack === undefined ? [...reference.packs.values()].map((entry) => entry.pack) : [pack];
  const { maintainers } = reference.library;
  const { policies } = reference.law;
  const report = staleReport({ packs, policies, maintainers, on, until, all: true });
  return {
    on: report.on,
    until: report.until,
    within,
    maintainers: report.maintainers.map(({ maintainer, reviews }) => ({
      ...(maintainer === VACANT ? {} : { maintainer }),
      packs: sumUp(reviews, report, reading),
    })),
    ...(pack === undefined
      ? { policies: report.policies.map(viewPolicy) }
      : { reviews: reviewsOf(pack, report, reading) }),
  };
}

const viewPolicy = ({ policy, title, reviewBy, state, citations }: PolicyReview): DuePolicy => ({
  ...{ policy, title, reviewBy, state },
  cited: citations.map((cite) => ({ cite })),
});

function sumUp(
  reviews: readonly Review[],
  { packs }: StaleReport,
  { reference, language }: Reading,
): readonly DuePack[] {
  const counted = new Map<string, { overdue: number; due: number }>();
  for (const { pack, state } of reviews) {
    const count = counted.get(pack) ?? { overdue: 0, due: 0 };
    if (state !== 'fresh') count[state] += 1;
    counted.set(pack, count);
  }
  const summed = packs.flatMap((summary) => {
    const count = counted.get(summary.pack);
    const name = reference.packs.get(summary.pack)?.pack.name ?? summary.pack;
    return count === undefined ? [] : [{ ...summary, ...count, name }];
  });
  return summed.sort((a, b) => a.name.localeCompare(b.name, language.format));
}

/** Where several look after it, each has the same list: it is shown once. */
function reviewsOf(pack: Pack, { maintainers }: StaleReport, { reference, language }: Reading) {
  const point = pointing(reference, { link: language.link, query: '' });
  return (maintainers[0]?.reviews ?? [])
    .filter(({ state }) => state !== 'fresh')
    .map(
      ({ id, of, reviewBy, daysLeft, state, citations }): DueReview => ({
        of,
        target: point(id),
        reviewBy,
        daysLeft,
        state,
        cited: citedIn(pack.sources, citations),
      }),
    );
}
