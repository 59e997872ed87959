/** The front by trying every set of steps: slow, and hard to get wrong. */
import type { Problem } from './problem.ts';
import { frontOf, type Point, pointOf } from './settle.ts';

const MOST = 16;

export function bruteFront(problem: Problem): readonly Point[] {
  const steps = [...problem.nodes.keys()].filter((id) => problem.nodes[id]?.isStep);
  if (steps.length > MOST) throw new Error(`${steps.length} steps are too many to try every set of them.`);
  const points: Point[] = [];
  for (let bits = 0; bits < 1 << steps.length; bits += 1) {
    const taken = new Set(steps.filter((_id, index) => (bits >> index) & 1));
    const point = pointOf(problem, taken);
    if (point !== undefined) points.push(point);
  }
  return frontOf(points);
}
