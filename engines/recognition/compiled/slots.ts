/** Values laid out in arrays: one slot for each scalar of the person, or for each field of an entry. */
import type { FactValue } from '../language/facts.ts';
import { type CodeNumbers, numberOfCode } from './layout.ts';
import { DISPUTED, FULL, inOnes, NOT_SAID, unknown } from './packed.ts';

/** States of a slot. `BY_HAND` is known to the person and comparable with nothing. */
export const UNKNOWN = 0;
export const KNOWN = 1;
export const IN_DISPUTE = 2;
export const BY_HAND = 3;

export type Slots = {
  /** Bits 0–1 the state, from bit 2 on the strength, in ones. */
  readonly tags: Uint8Array;
  /** Days, numbers and codes (as their numbers); a code or an exact value has `lo` equal to `hi`. */
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly sets: (ReadonlySet<number> | undefined)[];
};

export const newSlots = (size: number): Slots => ({
  tags: new Uint8Array(size),
  lo: new Float64Array(size),
  hi: new Float64Array(size),
  sets: new Array<ReadonlySet<number> | undefined>(size).fill(undefined),
});

export const stateAt = ({ tags }: Slots, slot: number): number => (tags[slot] as number) & 3;
export const strengthAt = ({ tags }: Slots, slot: number): number => (tags[slot] as number) >> 2;
export const isExactAt = (slots: Slots, slot: number): boolean =>
  stateAt(slots, slot) === KNOWN && slots.lo[slot] === slots.hi[slot];

const SAID_NOTHING = unknown(NOT_SAID);
const SAID_TWICE = unknown(DISPUTED);

/** The answer of a leaf that reads a slot which is not known. */
export const unknownAt = (tag: number): number => ((tag & 3) === IN_DISPUTE ? SAID_TWICE : SAID_NOTHING);
export const whyUnknown = (tag: number): number => ((tag & 3) === IN_DISPUTE ? DISPUTED : NOT_SAID);

export function setSlot(slots: Slots, slot: number, value: FactValue, codes: CodeNumbers): void {
  if (value.state === 'range') setNumbers(slots, slot, value.lo, value.hi, inOnes(value.strength));
  else if (value.state === 'known') setKnown(slots, slot, value.value, inOnes(value.strength), codes);
  else slots.tags[slot] = value.state === 'disputed' ? IN_DISPUTE : UNKNOWN;
}

function setNumbers(
  { tags, lo, hi }: Slots,
  slot: number,
  low: number,
  high: number,
  strength: number,
): void {
  tags[slot] = KNOWN | (strength << 2);
  lo[slot] = low;
  hi[slot] = high;
}

function setKnown(
  slots: Slots,
  slot: number,
  value: boolean | string | readonly string[],
  strength: number,
  codes: CodeNumbers,
): void {
  if (typeof value === 'boolean') return setNumbers(slots, slot, value ? 1 : 0, value ? 1 : 0, strength);
  if (typeof value === 'string') {
    const number = numberOfCode(value, codes);
    setNumbers(slots, slot, number, number, strength);
    if (value.startsWith('by-hand:')) slots.tags[slot] = BY_HAND | (strength << 2);
    return;
  }
  slots.tags[slot] = KNOWN | (strength << 2);
  slots.sets[slot] = new Set(value.map((code) => numberOfCode(code, codes)));
}

/** A value that an enumeration tries: it counts as the strongest. */
export const trySlot = (slots: Slots, slot: number, value: number): void =>
  setNumbers(slots, slot, value, value, FULL);

export function copySlots(from: Slots, to: Slots): void {
  to.tags.set(from.tags);
  to.lo.set(from.lo);
  to.hi.set(from.hi);
  for (const [slot, set] of from.sets.entries()) to.sets[slot] = set;
}
