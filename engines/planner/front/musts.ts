/** What several goals need together, whatever is chosen, and its price: each step once. */
import type { ChainGraph } from './chain-graph.ts';
import { eachBit } from './landmarks.ts';
import { addPrice, type PriceTable } from './price-table.ts';

export type Musts = {
  readonly held: Uint32Array;
  readonly cost: Float64Array;
  readonly steps: number;
  readonly assumed: number;
};

export function musts(
  goals: readonly number[],
  marks: Uint32Array,
  { bits, row }: Pick<ChainGraph, 'bits' | 'row'>,
  table: PriceTable,
): Musts {
  const { words, steps: stepBits, choicesFrom, nodeOf } = bits;
  const held = new Uint32Array(words);
  const cost = new Float64Array(table.places);
  let [steps, assumed] = [0, 0];
  for (let word = 0; word < words; word += 1) {
    for (const goal of goals) held[word] = (held[word] as number) | (marks[goal * words + word] as number);
    eachBit(held[word] as number, word * 32, (bit) => {
      if (bit < stepBits) {
        steps += 1;
        addPrice(cost, table, row[nodeOf[bit] as number] as number);
      } else if (bit < choicesFrom) assumed += 1;
    });
  }
  return { held, cost, steps, assumed };
}
