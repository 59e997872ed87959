/** Lengths of stretches of days: added up without counting a day twice, or the longest without a gap. */
import { literalPeriod } from '../language/literals.ts';

/** From, without which day, and share of each, three numbers in a row. */
export type Stretches = number[];

/** Days that a number of months covers at the least, wherever in the calendar they lie. */
const FEWEST = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334] as const;

/** The fewest days that a period can have in the calendar. */
export function fewestDays(text: string): number {
  const { years, months, weeks, days } = literalPeriod(text);
  const total = years * 12 + months;
  return Math.floor(total / 12) * 365 + (FEWEST[total % 12] ?? 0) + 7 * weeks + days;
}

/** Sweeps over the edges; at no moment more than one counts. */
export function coveredDays(stretches: Stretches): number {
  const events: (readonly [day: number, change: number])[] = [];
  for (let index = 0; index < stretches.length; index += 3) {
    const [from = 0, to = 0, share = 0] = stretches.slice(index, index + 3);
    if (to <= from || share <= 0) continue;
    events.push([from, share], [to, -share]);
  }
  events.sort((a, b) => a[0] - b[0]);
  let [sum, running, at] = [0, 0, 0];
  for (const [day, change] of events) {
    // The rest of a share taken away again is no share.
    if (running > 1e-9 && day > at) sum += (day - at) * Math.min(1, running);
    running += change;
    at = day;
  }
  return rounded(sum);
}

/** Sums of shares such as 0.1 + 0.2 carry a rest far below a day. */
const rounded = (days: number): number => (Number.isFinite(days) ? Math.round(days * 1e6) / 1e6 : days);

export function longestStretch(stretches: Stretches): number {
  const spans: (readonly [from: number, to: number])[] = [];
  for (let index = 0; index < stretches.length; index += 3) {
    const [from = 0, to = 0, share = 0] = stretches.slice(index, index + 3);
    if (to > from && share > 0) spans.push([from, to]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  let [best, from, to] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const [start, end] of spans) {
    if (to === Number.NEGATIVE_INFINITY || start > to) [from, to] = [start, end];
    else if (end > to) to = end;
    if (to - from > best) best = to - from;
  }
  return best;
}
