export { areSameBytes, hexOf, joinBytes, readUtf8, sha256, sha384, utf8Of } from './bytes.ts';
export { canonicalise } from './canonical-json.ts';
export type { Citation, CitationGrade } from './citation.ts';
export { CITATION_GRADES, compareGrades, strongestGrade, weakestGrade } from './citation.ts';
export type { Day, DayParts, Rounding, Weekday } from './civil-day.ts';
export {
  addDays,
  addMonths,
  addYears,
  asDay,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  partsOf,
  weekdayOf,
} from './civil-day.ts';
export type { ContentHash } from './content-hash.ts';
export { hashOf, sha256Hex } from './content-hash.ts';
export type { Cost, CostDifference, CostOrder } from './cost.ts';
export {
  addCosts,
  compareCosts,
  costOf,
  differenceOfCosts,
  isAtLeast,
  NO_COST,
  unknownCost,
} from './cost.ts';
export type { KernelCode, KernelProblem } from './errors.ts';
export type { Interval, IntervalList } from './interval.ts';
export {
  ALL_DAYS,
  countDays,
  findGaps,
  intersectIntervals,
  isDayIn,
  isDayInAny,
  makeClosedInterval,
  makeInterval,
  subtractIntervals,
  unionIntervals,
} from './interval.ts';
export type { Json } from './json.ts';
export { checkJson, hasLoneSurrogate } from './json.ts';
export type { Money } from './money.ts';
export { addAmounts, addMoney, compareMoney, makeMoney } from './money.ts';
export type { JsonLimits } from './parse-json.ts';
export { JSON_LIMITS, parseJson, parseJsonBytes } from './parse-json.ts';
export type { DatePrecision, PartialDate } from './partial-date.ts';
export {
  exactDate,
  formatPartialDate,
  intersectPartialDates,
  isExact,
  parsePartialDate,
  precisionOf,
} from './partial-date.ts';
export type { Period, WithinPeriod } from './period.ts';
export { addPeriod, formatPeriod, isWithinPeriod, parsePeriod, subtractPeriod } from './period.ts';
export type { Problem } from './problem.ts';
export { locateProblem, quoteText, toPointer } from './problem.ts';
export type { Result } from './result.ts';
export { andThen, collectResults, err, expectOk, mapResult, ok } from './result.ts';
export type { Truth } from './truth.ts';
export { and, atLeast, exactly, not, or, truthOf } from './truth.ts';
export { dayInZone } from './zone-day.ts';
