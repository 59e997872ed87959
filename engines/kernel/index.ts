export {
  FIRST_DAY,
  LAST_DAY,
  addDays,
  addMonths,
  addYears,
  asDay,
  dayOf,
  daysInMonth,
  formatDay,
  parseDay,
  partsOf,
  weekdayOf,
} from './civil-day.ts';
export type { Day, DayParts, Rounding, Weekday } from './civil-day.ts';
export type { KernelCode, KernelProblem } from './errors.ts';
export { locateProblem, quoteText, toPointer } from './problem.ts';
export type { Problem } from './problem.ts';
export { andThen, collectResults, err, expectOk, mapResult, ok } from './result.ts';
export type { Result } from './result.ts';
