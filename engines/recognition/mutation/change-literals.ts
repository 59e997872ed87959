/** Literals one step beside what the law says. */
import { addDays, type Day, formatDay, formatPeriod } from '../../kernel/index.ts';
import { literalDay, literalPeriod } from '../language/literals.ts';

export type LiteralChange<T> = { readonly change: string; readonly value: T };

const arrow = (from: unknown, to: unknown): string => `${String(from)} → ${String(to)}`;

/** Half steps for marks such as 6.5, whole ones else. */
export function besideNumber(value: number): readonly LiteralChange<number>[] {
  const step = Number.isInteger(value) ? 1 : 0.5;
  return [value - step, value + step].map((each) => ({ change: arrow(value, each), value: each }));
}

export function besideDay(text: string): readonly LiteralChange<string>[] {
  const day: Day = literalDay(text);
  return [-1, 1]
    .map((days) => formatDay(addDays(day, days)))
    .map((value) => ({ change: arrow(text, value), value }));
}

/** One of the smallest unit that the period names, more and less. */
export function besidePeriod(text: string): readonly LiteralChange<string>[] {
  const period = literalPeriod(text);
  const unit = (['days', 'weeks', 'months', 'years'] as const).find((each) => period[each] > 0) ?? 'days';
  return [-1, 1]
    .map((step) => formatPeriod({ ...period, [unit]: period[unit] + step }))
    .map((value) => ({ change: arrow(text, value), value }));
}

/** One member of a set left out, for each; a set of one stays as it is. */
export const withoutOne = <T>(
  members: readonly T[],
  show: (member: T, index: number) => string,
): readonly LiteralChange<readonly T[]>[] =>
  members.length < 2
    ? []
    : members.map((member, index) => ({
        change: `drop ${show(member, index)}`,
        value: members.filter((_, position) => position !== index),
      }));
