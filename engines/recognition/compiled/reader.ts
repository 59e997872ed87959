/** Reading one fact from wherever it is: the person, the entry, the entry around it, or the row of a table. */

import type { Place } from './compiled-node.ts';
import {
  codeSlot,
  type Frame,
  fieldSlot,
  IN_DISPUTE,
  KNOWN,
  type Layout,
  type Slots,
  scalarSlot,
} from './frame.ts';
import { DISPUTED, NOT_SAID } from './packed.ts';

export type Reader = {
  /** The slots to read from; undefined for a column of a row. */
  readonly slots: (frame: Frame) => Slots | undefined;
  readonly slot: number;
  readonly column: number;
  readonly name: (frame: Frame) => string;
};

const NOWHERE = -1;

export function readerOf(fact: string, { compiler: { layout }, list, outerList, columns }: Place): Reader {
  const [head = '', field = ''] = fact.split(/\.(.*)/s);
  if (head === 'row')
    return {
      slots: () => undefined,
      slot: NOWHERE,
      column: columns?.indexOf(field) ?? NOWHERE,
      name: () => fact,
    };
  if (head === 'its') {
    const slot = fieldSlot(list ?? '', field, layout);
    return {
      slots: (frame) => frame.its?.slots,
      slot,
      column: NOWHERE,
      name: (frame) => `${list ?? ''}/${frame.its?.id ?? ''}.${field}`,
    };
  }
  if (head === 'outer') {
    const slot = fieldSlot(outerList ?? '', field, layout);
    return {
      slots: (frame) => frame.outer?.slots,
      slot,
      column: NOWHERE,
      name: (frame) => `${frame.outer?.id ?? ''}.${field}`,
    };
  }
  const slot = scalarSlot(fact, layout);
  return { slots: (frame) => frame.scalars, slot, column: NOWHERE, name: () => fact };
}

/** A literal as the number that slots hold. */
export function literalNumber(literal: string | number | boolean, layout: Layout): number {
  if (typeof literal === 'string') return codeSlot(literal, layout);
  return Number(literal);
}

export const isKnown = (slots: Slots, slot: number): boolean => slots.state[slot] === KNOWN;

export const whyUnknown = (slots: Slots, slot: number): number =>
  slots.state[slot] === IN_DISPUTE ? DISPUTED : NOT_SAID;
