/** Ways whose known figures are the same stand in one line of the choice: they differ in their steps, not in what is known of them. */
import type { BestAt, FrontPoint, PlannedStep } from '@testamur/engines/planner';

export type PointGroup = {
  readonly key: string;
  /** One at least, in the order of the front. */
  readonly points: readonly FrontPoint[];
  readonly bestAt: readonly BestAt[];
};

/** The same way has the same key in every front of the same target. */
export const keyOfPoint = ({ plan }: Pick<FrontPoint, 'plan'>): string =>
  [
    plan.target.route,
    plan.basis ?? '',
    ...plan.steps.map(({ key }) => key).sort(),
    ...plan.assumes.map(({ rule }) => rule).sort(),
  ].join(' ');

const figuresOf = ({ state, cost, time, plan }: FrontPoint): string =>
  JSON.stringify([
    ...[state, plan.target.route, cost.known, cost.upTo, cost.unknownParts.length],
    ...[time.days, time.unknownParts.length, plan.ifSelected],
  ]);

export function groupPoints(points: readonly FrontPoint[]): readonly PointGroup[] {
  const groups = new Map<string, FrontPoint[]>();
  for (const point of points) {
    const figures = figuresOf(point);
    groups.set(figures, [...(groups.get(figures) ?? []), point]);
  }
  return [...groups].map(([key, held]) => ({
    key,
    points: held,
    bestAt: [...new Set(held.flatMap(({ bestAt }) => bestAt))],
  }));
}

/** What tells a way from others: the steps that not all of them have. */
export function ownSteps(point: FrontPoint, among: readonly FrontPoint[]): readonly PlannedStep[] {
  const isShared = (key: string): boolean =>
    among.every(({ plan }) => plan.steps.some((step) => step.key === key));
  return point.plan.steps.filter(({ key }) => !isShared(key));
}
