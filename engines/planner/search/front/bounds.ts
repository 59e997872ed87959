/**
 * What the open choices of a state cost at the least. Each choice pays for the landmarks of its cheapest part; a step that several
 * choices could need is shared out among them, so that it is never counted more than once.
 */
import type { ChainGraph } from './chain-graph.ts';
import type { State } from './chain-search.ts';
import { SOME } from './flat-graph.ts';
import type { PriceTable } from './price-table.ts';

export type Extras = {
  /** Nodes with a choice that must still be made. */
  readonly choices: readonly number[];
  /** No way of this state costs less, in any place. */
  readonly least: Float64Array;
  /** Everything that a part surely needs is taken already. */
  readonly isFree: (part: number) => boolean;
  /** Which of two parts costs less more: fewer unknown prices, then currency by currency. */
  readonly compare: (a: number, b: number) => number;
};

type Task = { readonly chain: ChainGraph; readonly table: PriceTable };

export function extrasOf(state: State, { chain, table }: Task): Extras {
  const { flat, marks } = chain;
  const choices = openChoices(state, chain);
  const sharers = new Uint8Array(marks.steps);
  for (const choice of choices) countSharers(choice, state, chain, sharers);
  const width = table.currencies + 1;
  const known = new Map<number, Float64Array>();
  const extraOf = (part: number): Float64Array => {
    let extra = known.get(part);
    if (extra === undefined) {
      extra = extraCost(part, state, chain, table, sharers, width);
      known.set(part, extra);
    }
    return extra;
  };
  const least = state.cost.slice();
  for (const choice of choices)
    for (let place = 0; place < table.currencies; place += 1) {
      let min = Number.POSITIVE_INFINITY;
      for (let at = flat.partsFrom[choice] as number; at < (flat.partsFrom[choice + 1] as number); at += 1)
        min = Math.min(min, extraOf(flat.parts[at] as number)[place] as number);
      least[place] = (least[place] as number) + min;
    }
  // Prices are whole numbers here: so is the true cost.
  for (let place = 0; place < table.currencies; place += 1)
    least[place] = Math.ceil((least[place] as number) - 1e-6);
  return {
    choices,
    least,
    isFree: (part) => isWithin(marks.of, part * marks.words, state.must),
    compare: (a, b) => compareExtras(extraOf(a), extraOf(b)),
  };
}

function openChoices({ must, chosen }: State, { marks, flat }: ChainGraph): readonly number[] {
  const found: number[] = [];
  for (let bit = marks.steps + marks.assumed; bit < marks.bits; bit += 1) {
    if ((((must[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    const node = marks.nodeOf[bit] as number;
    if (flat.kind[node] === SOME && chosen[node] === -1) found.push(node);
  }
  return found;
}

function isWithin(rows: Uint32Array, from: number, held: Uint32Array): boolean {
  for (let word = 0; word < held.length; word += 1)
    if (((rows[from + word] as number) & ~(held[word] as number)) !== 0) return false;
  return true;
}

/** Steps that some part of this choice would add. */
function countSharers(
  choice: number,
  { must }: State,
  { flat, marks }: ChainGraph,
  sharers: Uint8Array,
): void {
  const { words, of, steps } = marks;
  const lastWord = (steps - 1) >>> 5;
  for (let word = 0; steps > 0 && word <= lastWord; word += 1) {
    let union = 0;
    for (let at = flat.partsFrom[choice] as number; at < (flat.partsFrom[choice + 1] as number); at += 1)
      union |= of[(flat.parts[at] as number) * words + word] as number;
    union &= ~(must[word] as number);
    while (union !== 0) {
      const bit = word * 32 + (31 - Math.clz32(union & -union));
      union &= union - 1;
      if (bit < steps) sharers[bit] = (sharers[bit] as number) + 1;
    }
  }
}

/** By currency, and at the end the number of unknown prices. */
function extraCost(
  part: number,
  { must }: State,
  { marks, row }: ChainGraph,
  table: PriceTable,
  sharers: Uint8Array,
  width: number,
): Float64Array {
  const { words, of, steps, nodeOf } = marks;
  const extra = new Float64Array(width);
  for (let word = 0; word * 32 < steps; word += 1) {
    let fresh = (of[part * words + word] as number) & ~(must[word] as number);
    while (fresh !== 0) {
      const bit = word * 32 + (31 - Math.clz32(fresh & -fresh));
      fresh &= fresh - 1;
      if (bit >= steps) continue;
      const line = row[nodeOf[bit] as number] as number;
      const share = Math.max(1, sharers[bit] as number);
      for (let at = table.from[line] as number; at < (table.from[line + 1] as number); at += 1) {
        const place = Math.min(table.place[at] as number, width - 1);
        extra[place] = (extra[place] as number) + (table.amount[at] as number) / share;
      }
    }
  }
  return extra;
}

function compareExtras(a: Float64Array, b: Float64Array): number {
  const last = a.length - 1;
  if (a[last] !== b[last]) return (a[last] as number) - (b[last] as number);
  for (let place = 0; place < last; place += 1)
    if (a[place] !== b[place]) return (a[place] as number) - (b[place] as number);
  return 0;
}
