/** What is worked out once for a target: its part of the graph, the prices, the chains with their bounds. */
import { type Cost, NO_COST } from '../../kernel/index.ts';
import type { GraphNode, NodeId } from '../graph/graph.ts';
import type { Pieces } from '../run-to-end.ts';
import type { FrontInput } from '../search/front-search.ts';
import { sortInPieces } from '../sort-in-pieces.ts';
import type { Rating } from './archive.ts';
import type { ChainQuestion } from './chain-graph.ts';
import { chainsOf } from './chains.ts';
import { flatten } from './flat-graph.ts';
import { landmarksOf, numberBits } from './landmarks.ts';
import { musts } from './musts.ts';
import { compareVectors, type PriceTable, priceTable } from './price-table.ts';
import { relevantPart } from './relevant-part.ts';
import { clockOf, type Deadlines, deadlinesOf, packMoment, timePass } from './time-pass.ts';

/** Chains rated between two rests. */
const PIECE = 16;

export type BoundedChain = { readonly licences: readonly number[]; readonly least: Rating };

export type Prepared = ChainQuestion & {
  readonly table: PriceTable;
  readonly deadlines: Deadlines;
  /** The row of a node of the whole graph. */
  readonly place: ReadonlyMap<NodeId, number>;
  /** The cheapest bound first. Empty where the target cannot be reached. */
  readonly chains: readonly BoundedChain[];
};

/** In pieces. */
export function* prepare(input: FrontInput, hopLimit: number): Pieces<Prepared> {
  const { graph, target, start, priceOf } = input;
  const { ids, licences } = relevantPart(input, hopLimit);
  yield;
  const flat = flatten(graph, ids);
  yield;
  const clock = clockOf(input);
  const table = priceTable(
    ids.map((id): Cost => {
      const node = graph.nodes[id] as GraphNode;
      return node.kind === 'step' ? priceOf(node.step) : NO_COST;
    }),
  );
  const place = new Map(ids.map((id, at) => [id, at]));
  const isLicence = new Uint8Array(flat.size);
  const hops = licences.map((id) => place.get(id) as number);
  for (const each of hops) isLicence[each] = 1;
  const question = { flat, target: place.get(target) ?? -1, isLicence, clock, start: packMoment(start) };
  return {
    ...question,
    table,
    deadlines: deadlinesOf(clock),
    place,
    chains: question.target === -1 ? [] : yield* bounded(question, table, hops, hopLimit),
  };
}

function* bounded(
  { flat, target, clock, start }: ChainQuestion,
  table: PriceTable,
  hops: readonly number[],
  hopLimit: number,
): Pieces<readonly BoundedChain[]> {
  yield;
  const { at, order } = timePass(flat, clock, start);
  yield;
  if (at[target] === Number.POSITIVE_INFINITY) return [];
  const bits = numberBits(flat);
  const marks = landmarksOf(flat, bits, order, (_, part) => at[part] !== Number.POSITIVE_INFINITY);
  yield;
  const row = Int32Array.from({ length: flat.size }, (_, node) => node);
  const ratingOf = (goals: readonly number[]): Rating => {
    const { cost, steps, assumed } = musts(goals, marks, { bits, row }, table);
    return { cost, steps, assumed, end: Math.max(...goals.map((goal) => at[goal] as number)) };
  };
  const rated: BoundedChain[] = [];
  for (const licences of yield* chainsOf(flat, target, hops, hopLimit)) {
    if (licences.some((each) => at[each] === Number.POSITIVE_INFINITY)) continue;
    rated.push({ licences, least: ratingOf([target, ...licences]) });
    if (rated.length % PIECE === 0) yield;
  }
  return yield* sortInPieces(
    rated,
    (a, b) =>
      a.least.assumed - b.least.assumed ||
      compareVectors(a.least.cost, b.least.cost, table.currencies) ||
      a.least.end - b.least.end ||
      a.licences.length - b.licences.length,
  );
}
