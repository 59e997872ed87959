/** What follows from a set of steps, by plain evaluation until nothing moves; and what the set costs. */
import type { Problem, ProblemNode } from './problem.ts';

export type Point = { readonly euros: number; readonly days: number };

/** The day on which each node is had if exactly these steps are taken; another clock may say how long each node takes. */
export function settle(
  nodes: readonly ProblemNode[],
  taken: ReadonlySet<number>,
  lengthOf = ({ days }: ProblemNode): number => days,
): ReadonlyMap<number, number> {
  const had = new Map<number, number>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const [id, node] of nodes.entries()) {
      const { needs, parts, isStep } = node;
      if (isStep && !taken.has(id)) continue;
      const known = parts.flatMap((part) => had.get(part) ?? []).sort((a, b) => a - b);
      if (known.length < needs) continue;
      const end = (needs === 0 ? 0 : (known[needs - 1] as number)) + lengthOf(node);
      if (end >= (had.get(id) ?? Number.POSITIVE_INFINITY)) continue;
      had.set(id, end);
      moved = true;
    }
  }
  return had;
}

/** The point at which a set of steps stands; `undefined` when it does not lead to the target within the hops. */
export function pointOf({ nodes, target, hopLimit }: Problem, taken: ReadonlySet<number>): Point | undefined {
  if (target === undefined || hopsAmong(nodes, taken) > hopLimit) return undefined;
  const days = settle(nodes, taken).get(target);
  return days === undefined ? undefined : { euros: priceOf(nodes, taken), days };
}

const priceOf = (nodes: readonly ProblemNode[], taken: ReadonlySet<number>): number =>
  [...taken].reduce((sum, id) => sum + (nodes[id]?.euros ?? 0), 0);

const hopsAmong = (nodes: readonly ProblemNode[], taken: ReadonlySet<number>): number =>
  [...taken].filter((id) => nodes[id]?.isHop).length;

/** Points that no other beats in both, from the cheapest to the fastest. */
export function frontOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.euros - b.euros || a.days - b.days);
  const front: Point[] = [];
  for (const point of sorted)
    if (point.days < (front.at(-1)?.days ?? Number.POSITIVE_INFINITY)) front.push(point);
  return front;
}
