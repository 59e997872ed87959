/** Combinations of values, numbered from 0 as they are met. */
import type { AnyColumn } from './crowd.ts';

export type Tuples = {
  /** Fills in the number of the combination that each of the first rows has in these columns. */
  readonly number: (size: number, into: Int32Array) => void;
};

/** More values of one column than that are not told apart from a pair. */
const MOST = 2 ** 26;

export function numberTuples(columns: readonly AnyColumn[]): Tuples {
  const [first, ...others] = columns;
  const pairs = others.map(() => newPairs());
  return {
    number: (size, into) => {
      if (first === undefined) return void into.fill(0, 0, size);
      into.set(first.rows.subarray(0, size));
      for (const [index, { rows }] of others.entries()) {
        const pair = pairs[index] as Pairs;
        for (let row = 0; row < size; row += 1) into[row] = pair(into[row] as number, rows[row] as number);
      }
    },
  };
}

/** The number of a pair of numbers. */
export type Pairs = (left: number, right: number) => number;

export function newPairs(): Pairs {
  const held = new Map<number, number>();
  return (left, right) => {
    const key = left * MOST + right;
    const number = held.get(key);
    if (number !== undefined) return number;
    held.set(key, held.size);
    return held.size - 1;
  };
}
