/** Small graphs with everything in them that a graph may have: circles, choices of several, licences on the way. */
import type { Graph, GraphNode, NodeId } from '@testamur/engines/planner';
import { graphStep, termsOf } from './build-network.ts';
import { type Draw, drawFrom } from './common-steps.ts';
import type { Question } from './problem.ts';

const STEPS = 10;
const JOINTS = 7;

/** A question about a small graph, the same for the same seed. */
export function tinyQuestion(seed: number): Question {
  const draw = drawFrom(seed);
  const size = STEPS + JOINTS;
  const keys = Array.from({ length: STEPS }, (_, index) => `s${index}`);
  const days = new Map(keys.map((key) => [key, draw.inHundred(12) ? 0 : draw.between(1, 9)]));
  // Mostly what is slow is cheap, so that there is a choice.
  const euros = new Map(
    keys.map((key) => [key, draw.inHundred(70) ? 9 - (days.get(key) ?? 0) : draw.between(0, 9)]),
  );
  const graph: Graph = {
    nodes: Array.from({ length: size }, (_, id): GraphNode => {
      const key = keys[id];
      if (key === undefined) return joint(draw, size, id);
      const known = { key, days: days.get(key) ?? 0, euros: euros.get(key) ?? 0 };
      const route = draw.inHundred(35) ? { completes: key } : {};
      const parts = partsFrom(draw, size, id, draw.oneOf([0, 0, 1, 1, 2]));
      return { kind: 'step', parts, step: graphStep({ ...known, ...route }) };
    }),
  };
  return { graph, target: size - 1, hopLimit: draw.between(0, 2), ...termsOf(days, euros) };
}

function joint(draw: Draw, size: number, id: number): GraphNode {
  const parts = partsFrom(draw, size, id, draw.between(2, 4));
  if (draw.inHundred(40)) return { kind: 'all', parts };
  return { kind: 'some', n: Math.min(draw.oneOf([1, 1, 2]), parts.length), parts };
}

/** Mostly of what comes before, so that something is reached; sometimes of what comes after, so that there are circles. */
function partsFrom(draw: Draw, size: number, id: number, count: number): readonly NodeId[] {
  const chosen = Array.from({ length: count }, () =>
    draw.inHundred(15) ? draw.between(0, size - 1) : draw.between(Math.max(0, id - 9), Math.max(0, id - 1)),
  );
  return [...new Set(chosen)].filter((part) => part !== id);
}
