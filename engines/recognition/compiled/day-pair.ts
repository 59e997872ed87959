/** What two days say together when one of them is no range, and what is missing of them. */
import { type CompiledDay, type DayCell, NONE, newDay, RANGE, VAGUE } from './day-cell.ts';
import type { Frame } from './frame.ts';
import { FULL, known, unknown } from './packed.ts';

/** The answer when one of two days is no range; negative when both are. */
export function endOfPair(a: DayCell, b: DayCell, grade: number): number {
  if (a.state === NONE || b.state === NONE) {
    const strength = Math.min(a.state === NONE ? a.strength : FULL, b.state === NONE ? b.strength : FULL);
    return known(false, strength, grade);
  }
  if (a.state === RANGE && b.state === RANGE) return -1;
  return unknown((a.state === VAGUE ? a.reasons : 0) | (b.state === VAGUE ? b.reasons : 0));
}

/** What is unknown; or, where both are known, what is not known to the day. */
export function missingOfDays(frame: Frame, left: CompiledDay, right: CompiledDay): readonly string[] {
  const [a, b] = [newDay(), newDay()];
  left.read(frame, a);
  right.read(frame, b);
  const vague = a.state === VAGUE || b.state === VAGUE;
  const wanted = (day: DayCell): boolean =>
    vague ? day.state === VAGUE : day.state === RANGE && day.lo !== day.hi;
  const names = [...(wanted(a) ? left.missing(frame) : []), ...(wanted(b) ? right.missing(frame) : [])];
  return [...new Set(names)].sort();
}
