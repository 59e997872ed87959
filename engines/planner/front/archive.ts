/** The best so far: no point is dominated by another. */
import type { Way } from '../search/ways.ts';
import { isAsDear, isNoDearer } from './price-table.ts';

export type Rating = {
  readonly assumed: number;
  readonly cost: Float64Array;
  /** A packed moment. */
  readonly end: number;
  readonly steps: number;
};

export type Point = Rating & { readonly keys: string; readonly way: Way };

/** What is found so far, and what is asked of all: nothing that ends later or costs more in one place is of use. */
export type Archive = { readonly points: readonly Point[]; readonly ceiling: Ceiling };
export type Ceiling = { readonly end: number; readonly cost: Float64Array };

/** Fewer assumptions first; then no dearer and no later. Of what is alike, fewer steps, then the ids. */
export function isUseless(rating: Rating, { points, ceiling }: Archive): boolean {
  if (rating.end > ceiling.end || !isNoDearer(rating.cost, ceiling.cost)) return true;
  for (const point of points) if (dominates(point, rating)) return true;
  return false;
}

function dominates(point: Point, rating: Rating): boolean {
  if (point.assumed !== rating.assumed) return point.assumed < rating.assumed;
  if (point.end > rating.end || !isNoDearer(point.cost, rating.cost)) return false;
  return point.steps <= rating.steps || point.end < rating.end || !isAsDear(point.cost, rating.cost);
}

/** A way of this rating or a dearer one is of use only if it ends before this; Infinity where nothing stands in its way. */
export function endToBeat(rating: Rating, { points, ceiling }: Archive): number {
  let earliest = ceiling.end + 1;
  for (const { assumed, cost, end, steps } of points)
    if (
      assumed === rating.assumed &&
      end < earliest &&
      isNoDearer(cost, rating.cost) &&
      (steps <= rating.steps || !isAsDear(cost, rating.cost))
    )
      earliest = end;
  return earliest;
}

/** Puts it in, and takes out what it dominates. */
export function addPoint(points: Point[], point: Point): void {
  for (let at = points.length - 1; at >= 0; at -= 1) {
    const held = points[at] as Point;
    if (dominates(point, held)) points.splice(at, 1);
  }
  points.push(point);
}
