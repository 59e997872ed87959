/** What is due to be read again, oldest first, for whoever maintains it. Days are ISO texts, which compare as they stand. */
import { type Citation, type Day, formatDay } from '../../kernel/index.ts';
import type { Maintainers } from '../governance/maintainers.ts';
import { holdersOn } from '../governance/may-approve.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack } from '../language/pack.ts';
import type { Policy } from '../policies/policy.ts';
import { citationsOf, type PlacedCitation } from './citations-of.ts';

export type ReviewState = 'overdue' | 'due' | 'fresh';

/** One wording of a rule and what it rests on. */
export type Review = {
  readonly pack: string;
  readonly id: string;
  readonly of: string;
  readonly reviewBy: string;
  /** Negative once the day has passed. */
  readonly daysLeft: number;
  readonly state: ReviewState;
  readonly citations: readonly Citation[];
};

/** A policy and what it rests on: it belongs to no jurisdiction, and nobody holds an office for it. */
export type PolicyReview = Pick<Review, 'reviewBy' | 'daysLeft' | 'state' | 'citations'> & {
  readonly policy: string;
  readonly title: string;
};

export type StaleReport = {
  readonly on: string;
  readonly until: string;
  /** By whoever maintains the jurisdiction on that day; `vacant` where nobody does. Who is first in the alphabet comes first. */
  readonly maintainers: readonly { readonly maintainer: string; readonly reviews: readonly Review[] }[];
  readonly packs: readonly {
    readonly pack: string;
    readonly citations: number;
    readonly undated: number;
    /** The oldest day on which something cited here was seen. */
    readonly oldestSeen?: string;
    readonly nextReview?: string;
  }[];
  readonly policies: readonly PolicyReview[];
};

export type StaleInput = {
  readonly packs: readonly Pack[];
  readonly policies: readonly Policy[];
  readonly maintainers: readonly Maintainers[];
  readonly on: Day;
  /** What is due up to this day is told of, besides what is overdue. */
  readonly until: Day;
  /** Fresh ones as well. */
  readonly all?: boolean;
};

export const VACANT = 'vacant';

export function staleReport({
  packs,
  policies,
  maintainers,
  on,
  until,
  all = false,
}: StaleInput): StaleReport {
  const isTold = ({ state }: { readonly state: ReviewState }): boolean => all || state !== 'fresh';
  const byMaintainer = new Map<string, Review[]>();
  for (const pack of packs) {
    const reviews = reviewsOf(pack, on, until).filter(isTold);
    for (const name of maintainersOf(pack, maintainers, formatDay(on)))
      byMaintainer.set(name, [...(byMaintainer.get(name) ?? []), ...reviews]);
  }
  return {
    on: formatDay(on),
    until: formatDay(until),
    maintainers: [...byMaintainer]
      .filter(([, reviews]) => reviews.length > 0)
      .sort(([a], [b]) => compare(a, b))
      .map(([maintainer, reviews]) => ({ maintainer, reviews: reviews.toSorted(oldestFirst) })),
    packs: packs.map(summaryOf),
    policies: policies
      .map(({ id, title, reviewBy, cite }) => ({
        policy: id,
        title,
        ...stateOf(reviewBy, on, until),
        citations: cite,
      }))
      .filter(isTold)
      .toSorted((a, b) => compare(a.reviewBy, b.reviewBy) || compare(a.policy, b.policy)),
  };
}

function stateOf(reviewBy: string, on: Day, until: Day): Pick<Review, 'reviewBy' | 'daysLeft' | 'state'> {
  const day = literalDay(reviewBy);
  return { reviewBy, daysLeft: day - on, state: day < on ? 'overdue' : day <= until ? 'due' : 'fresh' };
}

/** Everybody who holds a role for the jurisdiction on that day. */
function maintainersOf(pack: Pack, all: readonly Maintainers[], on: string): readonly string[] {
  const own = all.find(({ maintainers }) => maintainers === pack.jurisdiction);
  const held =
    own === undefined ? [] : [...holdersOn(own, 'proposer', on), ...holdersOn(own, 'approver', on)];
  const names = [...new Set(held.map(({ holder }) => holder))];
  return names.length === 0 ? [VACANT] : names;
}

function reviewsOf(pack: Pack, on: Day, until: Day): readonly Review[] {
  const grouped = new Map<string, PlacedCitation[]>();
  for (const placed of citationsOf(pack).filter(({ reviewBy }) => reviewBy !== undefined)) {
    const key = `${placed.of} ${placed.reviewBy}`;
    grouped.set(key, [...(grouped.get(key) ?? []), placed]);
  }
  return [...grouped.values()].flatMap((group) => {
    const [first] = group;
    if (first?.reviewBy === undefined) return [];
    return [
      {
        pack: pack.pack,
        id: first.id,
        of: first.of,
        ...stateOf(first.reviewBy, on, until),
        citations: group.map(({ citation }) => citation),
      },
    ];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** What was seen on no known day counts as the oldest. */
const seenFirst = ({ citations }: Review): string =>
  citations.map(({ seen }) => (seen === 'undated' ? '' : seen)).toSorted(compare)[0] ?? '';
const oldestFirst = (a: Review, b: Review): number =>
  compare(a.reviewBy, b.reviewBy) || compare(seenFirst(a), seenFirst(b)) || compare(a.of, b.of);

function summaryOf(pack: Pack): StaleReport['packs'][number] {
  const citations = citationsOf(pack);
  const seen = citations.map(({ citation }) => citation.seen).filter((day) => day !== 'undated');
  const [oldestSeen] = seen.toSorted(compare);
  const [nextReview] = citations.flatMap(({ reviewBy }) => reviewBy ?? []).toSorted(compare);
  return {
    pack: pack.pack,
    citations: citations.length,
    undated: citations.length - seen.length,
    ...(oldestSeen === undefined ? {} : { oldestSeen }),
    ...(nextReview === undefined ? {} : { nextReview }),
  };
}
