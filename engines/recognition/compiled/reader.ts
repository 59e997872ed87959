/** Reading one fact from wherever it is: the person, the entry, the entry around it, or the row of a table. */
import type { Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { codeSlot, fieldSlot, type Layout, scalarSlot } from './layout.ts';
import type { Slots } from './slots.ts';

const PERSON = 0;
const ITS = 1;
const OUTER = 2;
const ROW = 3;

export type Reader = {
  readonly from: number;
  /** In the slots, or the column of the row. */
  readonly slot: number;
  readonly name: (frame: Frame) => string;
};

export function readerOf(fact: string, { compiler: { layout }, list, outerList, columns }: Place): Reader {
  const [head = '', field = ''] = fact.split(/\.(.*)/s);
  if (head === 'row') return { from: ROW, slot: columns?.indexOf(field) ?? -1, name: () => fact };
  if (head === 'its') {
    const slot = fieldSlot(list ?? '', field, layout);
    return { from: ITS, slot, name: (frame) => `${list ?? ''}/${frame.its?.id ?? ''}.${field}` };
  }
  if (head === 'outer') {
    const slot = fieldSlot(outerList ?? '', field, layout);
    return { from: OUTER, slot, name: (frame) => `${frame.outer?.id ?? ''}.${field}` };
  }
  return { from: PERSON, slot: scalarSlot(fact, layout), name: () => fact };
}

export const isColumn = (reader: Reader): boolean => reader.from === ROW;
export const isScalar = (reader: Reader): boolean => reader.from === PERSON;

/** Nothing where there is no such entry; a column has no slots. */
export function slotsOf(reader: Reader, frame: Frame): Slots | undefined {
  if (reader.from === PERSON) return frame.scalars;
  return reader.from === ITS ? frame.its?.slots : reader.from === OUTER ? frame.outer?.slots : undefined;
}

/** The state and strength of a fact; unknown where there is nothing to read. */
export function tagOf(reader: Reader, frame: Frame): number {
  const slots = slotsOf(reader, frame);
  return slots === undefined ? 0 : (slots.tags[reader.slot] as number);
}

/** A literal as the number that slots hold. */
export function literalNumber(literal: string | number | boolean, layout: Layout): number {
  if (typeof literal === 'string') return codeSlot(literal, layout);
  return Number(literal);
}
