/** What a day expression comes to: a range of days, no day, or an unknown one. */
import type { Frame } from './frame.ts';

export const RANGE = 0;
export const NONE = 1;
export const VAGUE = 2;

/** `state` says whether `lo` to `hi` is a range, whether there is no such day, or whether it is unknown for `reasons`. */
export type DayCell = { state: number; lo: number; hi: number; strength: number; reasons: number };

export type CompiledDay = {
  readonly read: (frame: Frame, into: DayCell) => void;
  /** What would have to be known, or known more exactly. */
  readonly missing: (frame: Frame) => readonly string[];
};

export const newDay = (): DayCell => ({ state: VAGUE, lo: 0, hi: 0, strength: 0, reasons: 0 });

export function setRange(into: DayCell, lo: number, hi: number, strength: number): void {
  into.state = RANGE;
  into.lo = lo;
  into.hi = hi;
  into.strength = strength;
  into.reasons = 0;
}
