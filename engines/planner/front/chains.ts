/** Sets of intermediate licences: a way goes through exactly one of them. */
import type { Pieces } from '../run-to-end.ts';
import { type FlatGraph, partsOf } from './flat-graph.ts';

/** Chains made longer between two rests. */
const PIECE = 64;

/** All sets of at most `limit` licences in which each can be of use: to the target, or to another of the set. Smaller sets first. */
export function* chainsOf(
  flat: FlatGraph,
  target: number,
  licences: readonly number[],
  limit: number,
): Pieces<readonly (readonly number[])[]> {
  const isLicence = new Uint8Array(flat.size);
  for (const each of licences) isLicence[each] = 1;
  const feeds = new Map([target, ...licences].map((from) => [from, licencesBelow(flat, from, isLicence)]));
  const chains: (readonly number[])[] = [[]];
  const seen = new Set<string>(['']);
  for (let at = 0; at < chains.length; at += 1) {
    if (at % PIECE === 0) yield;
    const chain = chains[at] as readonly number[];
    if (chain.length === limit) continue;
    for (const next of new Set([target, ...chain].flatMap((each) => feeds.get(each) ?? []))) {
      if (chain.includes(next)) continue;
      const longer = [...chain, next].sort((a, b) => a - b);
      const key = longer.join();
      if (seen.has(key)) continue;
      seen.add(key);
      chains.push(longer);
    }
  }
  return chains;
}

/** Licences that a node may rest on with no other licence in between. */
function licencesBelow(flat: FlatGraph, from: number, isLicence: Uint8Array): readonly number[] {
  const seen = new Set<number>();
  const found: number[] = [];
  const queue = [...partsOf(flat, from)];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (isLicence[node] === 1) found.push(node);
    else queue.push(...partsOf(flat, node));
  }
  return found.sort((a, b) => a - b);
}
