import type { Problem } from './problem.ts';

/** Every way this room can refuse. */
export type KernelCode =
  | 'KERNEL_DAY_FORMAT' // not written as YYYY-MM-DD
  | 'KERNEL_DAY_IMPOSSIBLE' // written well, but the calendar has no such day
  | 'KERNEL_PARTIAL_DATE_FORMAT' // not YYYY, YYYY-MM or YYYY-MM-DD
  | 'KERNEL_PERIOD_FORMAT' // not an ISO 8601 period of years, months, weeks, days
  | 'KERNEL_INTERVAL_EMPTY' // the end is not after the beginning
  | 'KERNEL_INSTANT_FORMAT' // not a date, time and offset
  | 'KERNEL_ZONE_UNKNOWN' // not an IANA time zone
  | 'KERNEL_JSON_SYNTAX' // the text is not JSON
  | 'KERNEL_JSON_ENCODING' // the bytes are not UTF-8, or begin with a byte order mark
  | 'KERNEL_JSON_TOO_LARGE' // longer than the limit
  | 'KERNEL_JSON_TOO_DEEP' // nested deeper than the limit
  | 'KERNEL_JSON_DUPLICATE_KEY' // an object names a member twice
  | 'KERNEL_JSON_FORBIDDEN_KEY' // `__proto__`
  | 'KERNEL_JSON_LONE_SURROGATE' // half of a character: the text has no UTF-8 form
  | 'KERNEL_JSON_NUMBER_RANGE' // NaN, infinite, or too great for a double
  | 'KERNEL_JSON_NOT_JSON' // a value that JSON cannot hold: undefined, a function, a Date, a cycle …
  | 'KERNEL_MONEY_AMOUNT' // negative, not finite, too great, or finer than a thousandth
  | 'KERNEL_MONEY_CURRENCY' // not three capital letters (ISO 4217)
  | 'KERNEL_MONEY_MIXED'; // two currencies where one is needed

export type KernelProblem = Problem<KernelCode>;
