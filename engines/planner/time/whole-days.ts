/** Lengths of time forwards and backwards, on days as numbers, so that "no earlier than" can be read in both directions. */
import { addPeriod, asDay, type Period, type Rounding, subtractPeriod } from '../../kernel/index.ts';

/** The latest day from which the period ends by `end`. */
export function latestBefore(end: number, period: Period, rounding: Rounding = 'clamp'): number {
  let day: number = subtractPeriod(asDay(end), period, 'clamp');
  while (after(day + 1, period, rounding) <= end) day += 1;
  while (after(day, period, rounding) > end) day -= 1;
  return day;
}

/** The earliest day from which the period reaches `end`. */
export function earliestReaching(end: number, period: Period, rounding: Rounding = 'clamp'): number {
  let day: number = subtractPeriod(asDay(end), period, 'clamp');
  while (after(day, period, rounding) < end) day += 1;
  while (after(day - 1, period, rounding) >= end) day -= 1;
  return day;
}

export const after = (day: number, period: Period, rounding: Rounding = 'clamp'): number =>
  addPeriod(asDay(day), period, rounding);

/** The shortest that so many months can be, wherever they begin. */
const LEAST_DAYS = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];

export function leastDays({ years, months, weeks, days }: Period): number {
  const whole = years * 12 + months;
  return Math.floor(whole / 12) * 365 + (LEAST_DAYS[whole % 12] ?? 0) + weeks * 7 + days;
}

export const mostDays = ({ years, months, weeks, days }: Period): number =>
  years * 366 + months * 31 + weeks * 7 + days;

/** At half of full time it takes twice as long; a part of a month counts as its days, rounded up. */
export function stretch(period: Period, share: number): Period {
  const months = (period.years * 12 + period.months) / share;
  const whole = Math.floor(months + 1e-9);
  const rest = Math.max(0, months - whole) * 31 + (period.weeks * 7 + period.days) / share;
  return { years: 0, months: whole, weeks: 0, days: Math.max(0, Math.ceil(rest - 1e-9)) };
}
