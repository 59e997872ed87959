/**
 * What the open choices of a state cost at the least. Each choice pays for the landmarks of its cheapest part; a step that several
 * choices could need is shared out among them, so that it is never counted more than once.
 */
import type { ChainGraph } from './chain-graph.ts';
import { eachBit, type MayTake } from './landmarks.ts';
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

/** What must be taken, its price, and what each node needs under the choices made so far. */
export type Standing = {
  readonly must: Uint32Array;
  readonly cost: Float64Array;
  readonly marks: Uint32Array;
  readonly mayTake: MayTake;
  readonly chosen: Int32Array;
};

export function extrasOf(standing: Standing, { chain, table }: Task): Extras {
  const { flat, bits } = chain;
  const { must, marks, mayTake } = standing;
  const choices = openChoices(standing, chain);
  const sharers = new Uint8Array(bits.steps);
  for (const choice of choices) countSharers(choice, standing, chain, sharers);
  const known = new Map<number, Float64Array>();
  const extraOf = (part: number): Float64Array => {
    let extra = known.get(part);
    if (extra === undefined) {
      extra = extraCost(part, standing, chain, table, sharers);
      known.set(part, extra);
    }
    return extra;
  };
  const least = standing.cost.slice();
  for (const choice of choices)
    for (let place = 0; place < table.currencies; place += 1) {
      let min = Number.POSITIVE_INFINITY;
      for (let at = flat.partsFrom[choice] as number; at < (flat.partsFrom[choice + 1] as number); at += 1) {
        const part = flat.parts[at] as number;
        if (mayTake(choice, part)) min = Math.min(min, extraOf(part)[place] as number);
      }
      least[place] = (least[place] as number) + min;
    }
  // Prices are whole numbers here: so is the true cost.
  for (let place = 0; place < table.currencies; place += 1)
    least[place] = Math.ceil((least[place] as number) - 1e-6);
  return {
    choices,
    least,
    isFree: (part) => isWithin(marks, part * bits.words, must),
    compare: (a, b) => compareExtras(extraOf(a), extraOf(b)),
  };
}

function openChoices({ must, chosen }: Standing, { bits }: ChainGraph): readonly number[] {
  const found: number[] = [];
  for (let bit = bits.choicesFrom; bit < bits.count; bit += 1) {
    if ((((must[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    const node = bits.nodeOf[bit] as number;
    if (chosen[node] === -1) found.push(node);
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
  { must, marks, mayTake }: Standing,
  { flat, bits }: ChainGraph,
  sharers: Uint8Array,
): void {
  const { words, steps } = bits;
  for (let word = 0; word * 32 < steps; word += 1) {
    let union = 0;
    for (let at = flat.partsFrom[choice] as number; at < (flat.partsFrom[choice + 1] as number); at += 1) {
      const part = flat.parts[at] as number;
      if (mayTake(choice, part)) union |= marks[part * words + word] as number;
    }
    eachBit(union & ~(must[word] as number), word * 32, (bit) => {
      if (bit < steps) sharers[bit] = (sharers[bit] as number) + 1;
    });
  }
}

/** By currency, and at the end the number of unknown prices. */
function extraCost(
  part: number,
  { must, marks }: Standing,
  { bits, row }: ChainGraph,
  table: PriceTable,
  sharers: Uint8Array,
): Float64Array {
  const { words, steps, nodeOf } = bits;
  const last = table.currencies;
  const extra = new Float64Array(last + 1);
  for (let word = 0; word * 32 < steps; word += 1)
    eachBit((marks[part * words + word] as number) & ~(must[word] as number), word * 32, (bit) => {
      if (bit >= steps) return;
      const line = row[nodeOf[bit] as number] as number;
      const share = Math.max(1, sharers[bit] as number);
      for (let at = table.from[line] as number; at < (table.from[line + 1] as number); at += 1) {
        const place = Math.min(table.place[at] as number, last);
        extra[place] = (extra[place] as number) + (table.amount[at] as number) / share;
      }
    });
  return extra;
}

function compareExtras(a: Float64Array, b: Float64Array): number {
  const last = a.length - 1;
  if (a[last] !== b[last]) return (a[last] as number) - (b[last] as number);
  for (let place = 0; place < last; place += 1)
    if (a[place] !== b[place]) return (a[place] as number) - (b[place] as number);
  return 0;
}
