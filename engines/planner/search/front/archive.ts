/** The best so far: no point is dominated by another. */
import type { Way } from '../ways.ts';
import { isAsDear, isNoDearer } from './price-table.ts';

export type Rating = {
  readonly assumed: number;
  readonly cost: Float64Array;
  /** A packed moment. */
  readonly end: number;
  readonly steps: number;
};

export type Point = Rating & { readonly keys: string; readonly way: Way };

/** Fewer assumptions first; then no dearer and no later. Of what is alike, fewer steps, then the ids. */
export function isDominated(rating: Rating, points: readonly Point[]): boolean {
  for (const point of points) if (dominates(point, rating)) return true;
  return false;
}

function dominates(point: Point, rating: Rating): boolean {
  if (point.assumed !== rating.assumed) return point.assumed < rating.assumed;
  if (point.end > rating.end || !isNoDearer(point.cost, rating.cost)) return false;
  return point.steps <= rating.steps || point.end < rating.end || !isAsDear(point.cost, rating.cost);
}

/** Puts it in, and takes out what it dominates. */
export function addPoint(points: Point[], point: Point): void {
  for (let at = points.length - 1; at >= 0; at -= 1) {
    const held = points[at] as Point;
    if (dominates(point, held)) points.splice(at, 1);
  }
  points.push(point);
}
