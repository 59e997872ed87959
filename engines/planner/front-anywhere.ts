/** The best plans to any independent licence: one archive over all targets, each looked at only if its bound can still better it. */
import { differenceOfCosts } from '../kernel/index.ts';
import { findingEarliest } from './earliest-everywhere.ts';
import type { Anywhere, AnywhereTarget, SearchProgress, Stepwise, Wishes } from './front.ts';
import { certificateOf } from './front-certificate.ts';
import { type Candidate, pointsOfBest } from './front-points.ts';
import { boundRoute, type RouteTarget } from './front-question.ts';
import {
  describeWays,
  type FoundWays,
  type FrontOptions,
  optionsOf,
  searchTargets,
} from './front-targets.ts';
import { isInCountries } from './front-wishes.ts';
import { compareMoments } from './graph/knuth-pass.ts';
import type { Reach } from './plan.ts';
import type { Planning } from './planning.ts';
import { runToEnd, telling } from './run-to-end.ts';
import type { FrontResult } from './search/front-search.ts';
import { comparePrices } from './search/ways.ts';

export function planAnywhere(planning: Planning, wishes: Wishes = {}, options: FrontOptions = {}): Anywhere {
  return runToEnd(searchAnywhere(planning, wishes, options));
}

const NOTHING_YET: SearchProgress = {
  explored: { chains: 0, chainsPruned: 0, branches: 0, tried: 0 },
  bound: { cost: [], days: 0 },
  points: [],
};

type Entry = RouteTarget & { readonly reach: Reach; readonly lower: FrontResult['lower'] | undefined };

export function* searchAnywhere(
  planning: Planning,
  wishes: Wishes = {},
  options: FrontOptions = {},
): Stepwise<Anywhere> {
  const entries = yield* boundAll(planning, wishes, options);
  const outcomes = new Map<string, AnywhereTarget['outcome']>();
  const held: { candidates: Candidate[]; results: FrontResult[] } = { candidates: [], results: [] };
  for (const entry of inOrder(entries)) {
    const { pack, route } = entry;
    if (isOvertaken(entry, held.candidates)) {
      outcomes.set(route.route, 'dominated');
      continue;
    }
    const found: FoundWays = yield* searchTargets(planning, [{ pack, route }], wishes, options, held);
    held.candidates.push(...found.candidates);
    held.results.push(...found.results);
    outcomes.set(route.route, 'solved');
  }
  const best = yield* describeWays(held, planning, wishes);
  const points = pointsOfBest(best, wishes);
  return {
    schema: 'testamur/anywhere/1',
    on: planning.assessment.on,
    wishes,
    points,
    targets: entries.map((entry) => describe(entry, planning, outcomes.get(entry.route.route), wishes)),
    certificate: certificateOf(planning, held, points, optionsOf(options).hopLimit),
  };
}

/** A bound for each target that permits independent practice; none where no way leads, or a wish leaves it out. */
function* boundAll(planning: Planning, wishes: Wishes, options: FrontOptions): Stepwise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const reach of yield* telling(findingEarliest(planning), NOTHING_YET)) {
    const pack = planning.law.book.packs.find((each) => each.pack === reach.pack);
    const route = pack?.routes.find((each) => each.route === reach.route);
    if (pack === undefined || route === undefined || pack.kind !== 'authority' || !reach.independent)
      continue;
    const isOut = reach.reach === 'unreachable' || isInCountries(pack, wishes);
    const asked = { planning, target: { pack, route }, wishes, ...optionsOf(options) };
    const lower = isOut ? undefined : yield* telling(boundRoute(asked, reach.reach), NOTHING_YET);
    entries.push({ pack, route, reach, lower });
    yield NOTHING_YET;
  }
  return entries;
}

/** What rests on nothing unknown first; then the lowest bound. */
const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries
    .filter(({ lower }) => lower !== undefined)
    .toSorted((a, b) => {
      if (a.lower === undefined || b.lower === undefined) return 0;
      return (
        (a.reach.reach === 'reachable' ? 0 : 1) - (b.reach.reach === 'reachable' ? 0 : 1) ||
        comparePrices(a.lower.cost, b.lower.cost) ||
        compareMoments(a.lower.end, b.lower.end) ||
        (a.route.route < b.route.route ? -1 : 1)
      );
    });

/** Nothing on this target can better what was found: its bound is dearer and later, or it rests on an assumption and another does not. */
function isOvertaken({ reach, lower }: Entry, candidates: readonly Candidate[]): boolean {
  if (lower === undefined) return true;
  if (reach.reach === 'conditional' && candidates.some(({ state }) => state === 'planned')) return true;
  return candidates.some(({ way }) => {
    const { known, unknownOnlyInA } = differenceOfCosts(way.cost, lower.cost);
    const isNoDearer = unknownOnlyInA.length === 0 && !known.some(({ amount }) => amount > 0);
    const time = compareMoments(way.end, lower.end);
    return isNoDearer && time <= 0 && (time < 0 || known.length > 0);
  });
}

function describe(
  { pack, route, reach, lower }: Entry,
  { law }: Planning,
  outcome: AnywhereTarget['outcome'] | undefined,
  wishes: Wishes,
): AnywhereTarget {
  return {
    pack: pack.pack,
    route: route.route,
    independent: reach.independent,
    status: reach.status,
    reach: reach.reach,
    ...(lower === undefined ? {} : { bound: { days: lower.end.day - law.on, cost: lower.cost.known } }),
    outcome: outcome ?? (isInCountries(pack, wishes) ? 'excluded' : 'closed'),
  };
}
