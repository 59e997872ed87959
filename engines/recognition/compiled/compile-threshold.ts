/** A number or day against bounds: true when every value of its range lies within, false when none does. */
import type { CompiledLeaf, Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { known, NOT_SAID, unknown } from './packed.ts';
import { isColumn, type Reader, readerOf, slotsOf } from './reader.ts';
import { KNOWN, unknownAt } from './slots.ts';

/** `openLow` and `openHigh` leave the bound itself out. */
export type Bounds = {
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
};

export const ANY_NUMBER: Bounds = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  openLow: false,
  openHigh: false,
};

export function compileThreshold(fact: string, bounds: Bounds, place: Place): CompiledLeaf {
  const reader = readerOf(fact, place);
  if (isColumn(reader)) return compileColumn(reader, bounds, place);
  const { slot } = reader;
  const { low, high, openLow, openHigh } = bounds;
  const [yes, no] = [known(true, 0, place.grade), known(false, 0, place.grade)];
  return {
    missing: (frame) => [reader.name(frame)],
    evaluate: (frame) => {
      const slots = slotsOf(reader, frame);
      const tag = slots === undefined ? 0 : (slots.tags[slot] as number);
      if (slots === undefined || (tag & 3) !== KNOWN) return unknownAt(tag);
      const lo = slots.lo[slot] as number;
      const hi = slots.hi[slot] as number;
      const strength = (tag >> 2) << 4;
      if ((openLow ? lo > low : lo >= low) && (openHigh ? hi < high : hi <= high)) return yes | strength;
      const outside = (openLow ? hi <= low : hi < low) || (openHigh ? lo >= high : lo > high);
      return outside ? no | strength : VAGUE;
    },
  };
}

const VAGUE = unknown(NOT_SAID);

/** An empty cell makes a comparison false. */
function compileColumn(reader: Reader, bounds: Bounds, { grade }: Place): CompiledLeaf {
  const { low, high, openLow, openHigh } = bounds;
  const fits = (value: number): boolean =>
    (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
  const cellOf = (frame: Frame): number | undefined => frame.row?.[reader.slot];
  return {
    missing: (frame) => [reader.name(frame)],
    evaluate: (frame) => {
      const cell = cellOf(frame);
      return known(cell !== undefined && fits(cell), 4, grade);
    },
  };
}
