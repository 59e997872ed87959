/** A value on one side of an equality or membership: of a fact, of a column, or literal. */
import type { Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { FULL, NOT_SAID } from './packed.ts';
import { isColumn, type Reader, readerOf, slotsOf } from './reader.ts';
import { BY_HAND, KNOWN, whyUnknown } from './slots.ts';

export const EMPTY_CELL = -1;
export const NOT_KNOWN = 0;
export const READ = 1;

/** Says what could be read, and leaves it in the cell; the cell is read at once and used again. */
export type Side = {
  readonly read: (frame: Frame, cell: SideCell) => number;
  readonly name: (frame: Frame) => string;
};

export type SideCell = { lo: number; hi: number; strength: number; why: number; byHand: boolean };

export const newSide = (): SideCell => ({ lo: 0, hi: 0, strength: FULL, why: 0, byHand: false });

function setCell(cell: SideCell, lo: number, hi: number, strength: number, byHand: boolean): number {
  cell.lo = lo;
  cell.hi = hi;
  cell.strength = strength;
  cell.byHand = byHand;
  return READ;
}

export const literalSide = (number: number): Side => ({
  name: () => '',
  read: (_frame, cell) => setCell(cell, number, number, FULL, false),
});

export function factSide(fact: string, place: Place): Side {
  const reader = readerOf(fact, place);
  if (isColumn(reader)) return columnSide(reader);
  const { slot } = reader;
  return {
    name: reader.name,
    read: (frame, cell) => {
      const slots = slotsOf(reader, frame);
      const tag = slots === undefined ? 0 : (slots.tags[slot] as number);
      const byHand = (tag & 3) === BY_HAND;
      if (slots !== undefined && (byHand || (tag & 3) === KNOWN))
        return setCell(cell, slots.lo[slot] as number, slots.hi[slot] as number, tag >> 2, byHand);
      cell.why = slots === undefined ? NOT_SAID : whyUnknown(tag);
      return NOT_KNOWN;
    },
  };
}

const columnSide = (reader: Reader): Side => ({
  name: reader.name,
  read: (frame, cell) => {
    const value = frame.row?.[reader.slot];
    return value === undefined ? EMPTY_CELL : setCell(cell, value, value, FULL, false);
  },
});
