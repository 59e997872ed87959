/** Where the ways stand on a chart of cost and time. What cannot be put on one scale is not drawn as if it could. */
import type { FrontPoint } from '@testamur/engines/planner';
import type { PointGroup } from './group-points.ts';

export type Dot = {
  readonly key: string;
  /** Shares of the whole, from 0 to 1. `y` is absent where no price is established. */
  readonly x: number;
  readonly y?: number;
  /** A price, or a length, is not established: the true place is further up, or further along. */
  readonly costAtLeast: boolean;
  readonly timeAtLeast: boolean;
  readonly undetermined: boolean;
};

export type Tick = { readonly at: number; readonly value: number };

export type FrontScale = {
  readonly currency: string;
  readonly dots: readonly Dot[];
  readonly months: readonly Tick[];
  readonly amounts: readonly Tick[];
};

const DAYS_PER_MONTH = 30.44;
const ROUND_MONTHS = [1, 2, 3, 6, 12, 24, 36, 60, 120];
const MOST_TICKS = 5;

/** Undefined where there is nothing to choose, or the amounts are in several currencies and no rates join them. */
export function scaleOf(groups: readonly PointGroup[]): FrontScale | undefined {
  const firsts = groups.flatMap(({ key, points }) => points.slice(0, 1).map((point) => ({ key, point })));
  const currency = currencyOf(firsts.map(({ point }) => point));
  if (firsts.length < 2 || currency === undefined) return undefined;
  const costs = firsts.map(({ point }) => costOf(point));
  const months = ticksTo(Math.max(...firsts.map(({ point }) => point.time.days / DAYS_PER_MONTH)), (most) =>
    ROUND_MONTHS.find((step) => most / step <= MOST_TICKS),
  );
  const amounts = ticksTo(Math.max(0, ...costs.flatMap((cost) => cost ?? [])), roundStep);
  return {
    currency,
    months: months.ticks,
    amounts: amounts.ticks,
    dots: firsts.map(({ key, point }, index) => {
      const cost = costs[index];
      return {
        key,
        x: point.time.days / DAYS_PER_MONTH / months.top,
        ...(cost === undefined ? {} : { y: cost / amounts.top }),
        costAtLeast: point.converted?.atLeast ?? point.cost.atLeast,
        timeAtLeast: point.time.atLeast,
        undetermined: point.undetermined,
      };
    }),
  };
}

/** The one currency of all amounts. */
function currencyOf(points: readonly FrontPoint[]): string | undefined {
  const found = new Set(
    points.flatMap(({ converted, cost }) => converted?.currency ?? cost.known.map((money) => money.currency)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** A cost of which nothing at all is established is no number. */
function costOf({ converted, cost }: FrontPoint): number | undefined {
  if (cost.known.length === 0 && cost.atLeast) return undefined;
  return converted?.amount ?? cost.known.reduce((sum, { amount }) => sum + amount, 0);
}

function ticksTo(
  most: number,
  stepFor: (most: number) => number | undefined,
): { readonly top: number; readonly ticks: readonly Tick[] } {
  const step = stepFor(most) ?? roundStep(most);
  const count = Math.max(1, Math.ceil(most / step));
  const top = count * step;
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({ at: index / count, value: index * step }));
  return { top, ticks };
}

/** 1, 2 or 5 with zeros, so that at most five steps reach the most. */
function roundStep(most: number): number {
  const least = Math.max(most, 1) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((round) => round * power >= least) ?? 10);
}
