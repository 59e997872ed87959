/** The part of a target's graph that one chain of licences may use, with every choice a choice of one part. */
import { AND, type FlatGraph, layOut, partsOf, SOME } from './flat-graph.ts';
import { type Bits, numberBits } from './landmarks.ts';
import { type Clock, timePass } from './time-pass.ts';

export type ChainGraph = {
  readonly flat: FlatGraph;
  /** The row of each node in the target's graph, where the prices are; -1 for a combination. */
  readonly row: Int32Array;
  readonly target: number;
  /** The licences of the chain: each must be obtained. */
  readonly licences: readonly number[];
  readonly bits: Bits;
};

export type ChainQuestion = {
  readonly flat: FlatGraph;
  readonly target: number;
  /** 1 for every licence that is a hop. */
  readonly isLicence: Uint8Array;
  readonly clock: Clock;
  readonly start: number;
};

/** Undefined where the chain does not lead to the target. */
export function chainGraph(question: ChainQuestion, chain: readonly number[]): ChainGraph | undefined {
  const { flat, target, isLicence, clock, start } = question;
  const mayUse = (node: number): boolean => isLicence[node] === 0 || chain.includes(node);
  const wide = below(flat, target, mayUse);
  // Most chains end here: nothing of the target rests on one of their licences.
  if (chain.some((each) => !wide.includes(each))) return undefined;
  const first = cut(flat, wide);
  const { at } = timePass(first, clock, start);
  const reached = new Set(wide.filter((_, local) => at[local] !== Number.POSITIVE_INFINITY));
  if (!reached.has(target) || chain.some((each) => !reached.has(each))) return undefined;
  const rows = below(flat, target, (node) => reached.has(node));
  const narrow = withChoicesOfOne(flat, rows);
  const place = new Map(rows.map((row, local) => [row, local]));
  return {
    ...narrow,
    target: place.get(target) as number,
    licences: chain.flatMap((each) => place.get(each) ?? []),
    bits: numberBits(narrow.flat),
  };
}

function below(flat: FlatGraph, target: number, mayUse: (node: number) => boolean): readonly number[] {
  const seen = new Uint8Array(flat.size);
  const queue = [target];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen[node] === 1 || !mayUse(node)) continue;
    seen[node] = 1;
    const last = flat.partsFrom[node + 1] as number;
    for (let at = flat.partsFrom[node] as number; at < last; at += 1) {
      const part = flat.parts[at] as number;
      if (seen[part] === 0) queue.push(part);
    }
  }
  const found: number[] = [];
  for (let node = 0; node < flat.size; node += 1) if (seen[node] === 1) found.push(node);
  return found;
}

/** These nodes alone; what else they need is never there. */
function cut(flat: FlatGraph, rows: readonly number[]): FlatGraph {
  const place = placesOf(flat, rows);
  return layOut({
    origin: rows.map((row) => flat.origin[row] as number),
    kind: rows.map((row) => flat.kind[row] as number),
    need: rows.map((row) => flat.need[row] as number),
    parts: rows.map((row) => localParts(flat, row, place)),
  });
}

function placesOf(flat: FlatGraph, rows: readonly number[]): Int32Array {
  const place = new Int32Array(flat.size).fill(-1);
  for (const [local, row] of rows.entries()) place[row] = local;
  return place;
}

function localParts(flat: FlatGraph, row: number, place: Int32Array): readonly number[] {
  const found: number[] = [];
  for (const part of partsOf(flat, row)) if ((place[part] as number) >= 0) found.push(place[part] as number);
  return found;
}

/** Several needed of more become one needed of their combinations; where all are needed there is no choice. */
function withChoicesOfOne(flat: FlatGraph, rows: readonly number[]): Pick<ChainGraph, 'flat' | 'row'> {
  const place = placesOf(flat, rows);
  const origin = rows.map((row) => flat.origin[row] as number);
  const kind = rows.map((row) => flat.kind[row] as number);
  const need = rows.map((row) => flat.need[row] as number);
  const parts = rows.map((row) => localParts(flat, row, place));
  const row = [...rows];
  for (let local = 0; local < rows.length; local += 1) {
    const [own, wanted] = [parts[local] as readonly number[], need[local] as number];
    if (kind[local] !== SOME) continue;
    if (wanted >= own.length) kind[local] = AND;
    else if (wanted > 1) {
      parts[local] = combinations(wanted, own).map((combination) => {
        origin.push(-1);
        kind.push(AND);
        need.push(combination.length);
        row.push(-1);
        return parts.push(combination) - 1;
      });
      need[local] = 1;
    }
  }
  return { flat: layOut({ origin, kind, need, parts }), row: Int32Array.from(row) };
}

function combinations(n: number, parts: readonly number[]): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return parts.flatMap((part, index) =>
    combinations(n - 1, parts.slice(index + 1)).map((others) => [part, ...others]),
  );
}
