/** A number, day or code against bounds: true when every value of its range lies within, false when none does. */
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { FULL, known, NOT_SAID, unknown } from './packed.ts';
import { isColumn, isScalar, type Reader, readerOf, slotsOf } from './reader.ts';
import { KNOWN, unknownAt } from './slots.ts';

/** Both bounds belong to what is allowed. */
export type Bounds = { readonly low: number; readonly high: number };

export const ANY_NUMBER: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export const compileThreshold = (fact: string, bounds: Bounds, place: Place): CompiledLeaf =>
  withinBounds(readerOf(fact, place), bounds, place);

export function withinBounds(reader: Reader, { low, high }: Bounds, { grade }: Place): CompiledLeaf {
  const { slot } = reader;
  const [inside, outside] = [known(true, 0, grade), known(false, 0, grade)];
  const missing: CompiledLeaf['missing'] = (frame) => [reader.name(frame)];
  if (isColumn(reader)) {
    // An empty cell makes a comparison false.
    const fits = (cell: number | undefined): boolean => cell !== undefined && cell >= low && cell <= high;
    return { missing, evaluate: (frame) => known(fits(frame.row?.[slot]), FULL, grade) };
  }
  return {
    missing,
    within: isScalar(reader) ? { slot, low, high, inside, outside } : undefined,
    evaluate: (frame) => {
      const slots = slotsOf(reader, frame);
      const tag = slots === undefined ? 0 : (slots.tags[slot] as number);
      if (slots === undefined || (tag & 3) !== KNOWN) return unknownAt(tag);
      const lo = slots.lo[slot] as number;
      const hi = slots.hi[slot] as number;
      const strength = (tag >> 2) << 5;
      if (lo >= low && hi <= high) return inside | strength;
      return hi < low || lo > high ? outside | strength : unknown(NOT_SAID);
    },
  };
}

const bits = new DataView(new ArrayBuffer(8));

/** The next number above: what is more than x is at least that. */
export function above(x: number): number {
  if (x === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, x);
  bits.setBigInt64(0, bits.getBigInt64(0) + (x > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

export const below = (x: number): number => -above(-x);
