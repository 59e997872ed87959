/** The rows of one version of a rule as they are written most of the time: looked up by what was answered, and copied. */
import { inOnes } from './packed.ts';
import type { RowText, ValueKind } from './row-text.ts';
import { IN_DISPUTE, KNOWN, UNKNOWN } from './slots.ts';

/** Instead of a slot: the row reads no fact, or is always written the long way. */
export const NO_FACT = -1;
export const LONG_WAY = -2;

/** Tags of slots: two bits of state, four of strength. */
export const TAGS = 64;

/** So many answers of a row are kept at hand, with its fact's value before them and without. */
export const AT_HAND = 4;

export const KINDS: readonly ValueKind[] = ['number', 'day', 'boolean', 'other'];

export type VersionText = {
  readonly rows: readonly RowText[];
  /** The slot of the only fact that the row reads, and how its value is written. */
  readonly slots: Int32Array;
  readonly kinds: Uint8Array;
  /** By row and tag of the slot: everything up to the value, or to the end of the facts. */
  readonly heads: readonly (Uint8Array | undefined)[];
  /** By row, twice as many as are at hand: answers, and what ends the row then. */
  readonly keys: Int32Array;
  readonly tails: (Uint8Array | undefined)[];
};

export function makeVersionText(rows: readonly RowText[]): VersionText {
  const room = rows.length * 2 * AT_HAND;
  return {
    rows,
    slots: Int32Array.from(rows, slotOf),
    kinds: Uint8Array.from(rows, ({ kind }) => KINDS.indexOf(kind)),
    heads: rows.flatMap(headsOf),
    keys: new Int32Array(room).fill(-1),
    tails: new Array<Uint8Array | undefined>(room).fill(undefined),
  };
}

function slotOf({ node, facts, slots, head }: RowText): number {
  if (node.rule !== undefined || node.trace !== undefined || facts.length > 1) return LONG_WAY;
  const [slot] = slots;
  if (slot !== undefined) return slot < 0 ? LONG_WAY : slot;
  return head.length === 0 ? NO_FACT : LONG_WAY;
}

function headsOf({ known, untold }: RowText): readonly (Uint8Array | undefined)[] {
  const heads = new Array<Uint8Array | undefined>(TAGS).fill(undefined);
  for (const state of [UNKNOWN, IN_DISPUTE]) heads[state] = untold[state];
  for (const strength of [1, 2, 3, 4]) heads[KNOWN | (inOnes(strength) << 2)] = known[inOnes(strength)];
  return heads;
}
