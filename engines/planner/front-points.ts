/** Ways as points of a front: what each is best at, and its cost in one currency. */
import { addCosts, compareCosts, costOf, differenceOfCosts } from '../kernel/index.ts';
import type { BestAt, Converted, FrontPoint, Rates, Wishes } from './front.ts';
import { inCurrency, toCents } from './front-wishes.ts';
import { compareMoments } from './graph/knuth-pass.ts';
import type { Plan, PlanCost, PlannedStep } from './plan.ts';
import { type Pieces, runToEnd } from './run-to-end.ts';
import type { FrontWay } from './search/front-search.ts';
import { compareWays } from './search/ways.ts';

/** Ways held against all others between two rests. */
const PIECE = 16;

export type Candidate = {
  readonly way: FrontWay;
  readonly state: FrontPoint['state'];
  readonly planOf: (way: FrontWay) => Plan;
  /** The published pass rate of a step. */
  readonly passRateOf: (step: string) => number | undefined;
};

/** Those that no other betters, the cheapest first; plans that rest on nothing unknown before the others. */
export const keepBest = (candidates: readonly Candidate[]): readonly Candidate[] =>
  runToEnd(keepingBest(candidates));

/** In pieces: of all routes together there can be a thousand. */
export function* keepingBest(candidates: readonly Candidate[]): Pieces<readonly Candidate[]> {
  const isSure = candidates.some(({ state }) => state === 'planned');
  const rivals = candidates.filter(({ state }) => !isSure || state === 'planned');
  const sorted = rivals.toSorted((a, b) => compareWays(a.way, b.way));
  const best: Candidate[] = [];
  for (const [at, each] of sorted.entries()) {
    if (!sorted.some((other, place) => other !== each && isBetter(other.way, each.way, place < at)))
      best.push(each);
    if (at % PIECE === PIECE - 1) yield;
  }
  return best;
}

function isBetter(a: FrontWay, b: FrontWay, isFirst: boolean): boolean {
  if (a.assumed.length !== b.assumed.length) return a.assumed.length < b.assumed.length;
  const { known, unknownOnlyInA, unknownOnlyInB } = differenceOfCosts(a.cost, b.cost);
  const time = compareMoments(a.end, b.end);
  if (time > 0 || unknownOnlyInA.length > 0 || known.some(({ amount }) => amount > 0)) return false;
  return time < 0 || known.length > 0 || unknownOnlyInB.length > 0 || isFirst;
}

export const pointsOf = (candidates: readonly Candidate[], wishes: Wishes): readonly FrontPoint[] =>
  pointsOfBest(keepBest(candidates), wishes);

/** Of ways none of which betters another. */
export function pointsOfBest(best: readonly Candidate[], { rates }: Wishes): readonly FrontPoint[] {
  const fastest = best.toSorted(
    (a, b) => compareMoments(a.way.end, b.way.end) || compareWays(a.way, b.way),
  )[0];
  const balanced = mostBalanced(best);
  return best.map((each, at): FrontPoint => {
    const plan = each.planOf(each.way);
    const expected = expectedCost(plan, each.passRateOf);
    const bestAt: readonly BestAt[] = [
      ...(at === 0 ? (['cheapest'] as const) : []),
      ...(each === fastest ? (['fastest'] as const) : []),
      ...(each === balanced ? (['balanced'] as const) : []),
    ];
    return {
      state: each.state,
      plan,
      cost: plan.cost,
      ...(rates === undefined ? {} : { converted: convertedCost(plan.cost, rates) }),
      ...(expected === undefined ? {} : { expected }),
      time: plan.time,
      bestAt,
      undetermined: best.some((other) => compareCosts(other.way.cost, each.way.cost) === 'undetermined'),
    };
  });
}

/**
 * Nearest to the cheapest and the earliest at once: places in the two orders, so that unknown prices and several currencies do not
 * stand in the way.
 */
function mostBalanced(best: readonly Candidate[]): Candidate | undefined {
  const byTime = best.toSorted((a, b) => compareMoments(a.way.end, b.way.end) || compareWays(a.way, b.way));
  const distance = (each: Candidate): number => best.indexOf(each) ** 2 + byTime.indexOf(each) ** 2;
  return best.toSorted((a, b) => distance(a) - distance(b) || compareWays(a.way, b.way))[0];
}

function convertedCost({ known, upTo, atLeast }: PlanCost, rates: Rates): Converted {
  const total = (moneys: PlanCost['known']): { readonly amount: number; readonly isWhole: boolean } => {
    const amounts = moneys.map((money) => inCurrency(money, rates)?.amount);
    return {
      amount: toCents(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)),
      isWhole: !amounts.includes(undefined),
    };
  };
  const low = total(known);
  return {
    currency: rates.into,
    amount: low.amount,
    upTo: total(upTo).amount,
    atLeast: atLeast || !low.isWhole,
    ratesOn: rates.on,
    source: rates.source,
  };
}

/** On average: the price of an attempt as often as it takes. Undefined where no step has a published rate. */
function expectedCost({ steps, cost }: Plan, passRateOf: Candidate['passRateOf']): PlanCost | undefined {
  if (!steps.some(({ step }) => passRateOf(step) !== undefined)) return undefined;
  const priced = (end: (cost: PlannedStep['cost'] & { known: true }) => number) =>
    addCosts(
      steps.flatMap(({ step, cost: price }) =>
        price.known
          ? [costOf({ amount: toCents(end(price) / (passRateOf(step) ?? 1)), currency: price.currency })]
          : [],
      ),
    ).known;
  return { ...cost, known: priced(({ amount }) => amount), upTo: priced(({ amount, to }) => to ?? amount) };
}
