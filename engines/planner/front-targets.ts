/** Several routes asked one after the other, their ways together. */
import type { Money } from '../kernel/index.ts';
import type { Explored, FrontCertificate, SearchProgress, Stepwise, Wishes } from './front.ts';
import { type Candidate, keepingBest, pointsOf } from './front-points.ts';
import { askRoute, type RouteQuestion, type RouteTarget } from './front-question.ts';
import type { Planning } from './planning.ts';
import { lazily, telling } from './run-to-end.ts';
import { DEFAULT_HOPS, type FrontResult, MOST_HOPS } from './search/front-search.ts';

export type FrontOptions = {
  /** Licences obtained on the way, at most: 2 where absent, 3 at most. */
  readonly hopLimit?: number;
  /** Branches of the search and ways tried on the rules, for each route, before it answers with the best so far. */
  readonly limit?: RouteQuestion['limit'];
};

const LIMIT = { branches: 50_000, tries: 300 };

export const optionsOf = ({ hopLimit, limit }: FrontOptions): Required<FrontOptions> => ({
  hopLimit: Math.max(0, Math.min(MOST_HOPS, hopLimit ?? DEFAULT_HOPS)),
  limit: limit ?? LIMIT,
});

export type FoundWays = {
  readonly candidates: readonly Candidate[];
  readonly results: readonly FrontResult[];
};

/** The routes one after the other; their ways together. */
export function* searchTargets(
  planning: Planning,
  targets: readonly RouteTarget[],
  wishes: Wishes,
  options: FrontOptions,
  before: Pick<FoundWays, 'candidates' | 'results'> = { candidates: [], results: [] },
): Stepwise<FoundWays> {
  const candidates: Candidate[] = [];
  const results: FrontResult[] = [];
  for (const target of targets) {
    const search = askRoute({
      ...{ planning, target, wishes },
      ...optionsOf(options),
    });
    const passRateOf = rateOf(planning);
    let known: { readonly piece: object; readonly progress: SearchProgress } | undefined;
    for (;;) {
      const piece = search.next();
      const { planOf, state } = piece.value;
      const tell = (ways: FrontResult['ways']): readonly Candidate[] =>
        ways.map((way) => ({ way, state, planOf, passRateOf }));
      if (piece.done === true) {
        results.push(piece.value.result);
        candidates.push(...tell(piece.value.result.ways));
        break;
      }
      // What was told before is told again while nothing is new.
      if (known?.piece !== piece.value) {
        const { found } = piece.value;
        known = {
          piece: piece.value,
          progress: lazily<SearchProgress>({
            explored: () => exploredOf([...before.results, ...results, found]),
            bound: () => boundOf([...before.results, ...results, found], planning),
            points: () => pointsOf([...before.candidates, ...candidates, ...tell(found.ways)], wishes),
          }),
        };
      }
      yield known.progress;
    }
  }
  return { candidates, results };
}

/** The ways that stay. Their plans are written down one after the other: a plan is written once, and the front is put together from them at the end. */
export function* describeWays(
  { candidates, results }: FoundWays,
  planning: Planning,
  wishes: Wishes,
): Stepwise<readonly Candidate[]> {
  const told = lazily<SearchProgress>({
    explored: () => exploredOf(results),
    bound: () => boundOf(results, planning),
    points: () => pointsOf(candidates, wishes),
  });
  const best = yield* telling(keepingBest(candidates), told);
  for (const { planOf, way } of best) {
    planOf(way);
    yield told;
  }
  return best;
}

const rateOf =
  ({ law }: Planning): Candidate['passRateOf'] =>
  (step) =>
    law.law.steps.get(step)?.passRate?.value;

export const exploredOf = (results: readonly Pick<FrontResult, 'counts'>[]): Explored => {
  const sum = (of: keyof Explored): number => results.reduce((total, { counts }) => total + counts[of], 0);
  return {
    chains: sum('chains'),
    chainsPruned: sum('chainsPruned'),
    branches: sum('branches'),
    tried: sum('tried'),
  };
};

/** The least over the routes: a currency that one of them does not need is no bound. */
export function boundOf(
  results: readonly Pick<FrontResult, 'lower'>[],
  { law }: Planning,
): FrontCertificate['lowerBounds'] {
  const days = Math.min(...results.map(({ lower }) => lower.end.day - law.on));
  const [first, ...others] = results.map(({ lower }) => lower.cost.known);
  const cost = (first ?? []).flatMap(({ amount, currency }): readonly Money[] => {
    const amounts = others.map((known) => known.find((each) => each.currency === currency)?.amount ?? 0);
    const least = Math.min(amount, ...amounts);
    return least === 0 ? [] : [{ amount: least, currency }];
  });
  return { cost, days: Number.isFinite(days) ? days : 0 };
}
