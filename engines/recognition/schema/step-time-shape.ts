/** The shapes of what a step says of its time, as `packs/README.md` describes them. */
import {
  boolean,
  chosen,
  day,
  describeValue,
  type Fields,
  integer,
  isRecord,
  listOf,
  oneOf,
  partialDate,
  period,
  record,
  type Shape,
  text,
} from './check.ts';
import { citations } from './citation-shape.ts';

const cited: Fields = { cite: citations };

const between =
  (shape: Shape, least: number, most: number, wanted: string): Shape =>
  (value, at, report) => {
    shape(value, at, report);
    if (typeof value === 'number' && (value < least || value > most))
      report('PACK_VALUE', at, `Found ${describeValue(value)}, which is not ${wanted}.`, `Write ${wanted}.`);
  };

const share: Shape = (value, at, report) => {
  if (typeof value === 'number' && value > 0 && value <= 1) return;
  report(
    'PACK_VALUE',
    at,
    `Found ${describeValue(value)}, which is no share.`,
    'Write a number above 0 and up to 1, such as 0.67 for 67 %.',
  );
};

const count = between(integer, 1, 366, 'a whole number from 1');
const monthNumber = between(integer, 1, 12, 'a month from 1 to 12');

/** A month, or the first and the last of a few. */
const month = chosen((value) => (Array.isArray(value) ? monthSpan : monthNumber));
const monthSpan: Shape = (value, at, report) => {
  listOf(monthNumber)(value, at, report);
  if (Array.isArray(value) && value.length !== 2)
    report(
      'PACK_VALUE',
      at,
      'A span of months has two ends.',
      'Write the first and the last month: [10, 11].',
    );
};

/** 29 February is no day of every year. */
const monthDay: Shape = (value, at, report) => {
  if (typeof value === 'string' && /^\d{2}-\d{2}$/.test(value)) return day(`2025-${value}`, at, report);
  report(
    'PACK_DATE',
    at,
    `Found ${describeValue(value)}, which is no day of the year.`,
    'Write the month and the day, such as "02-28".',
  );
};

const sittings = chosen((value) =>
  record(
    isRecord(value) && !['dates', 'months', 'continuous', 'perYear'].some((key) => Object.hasOwn(value, key))
      ? { ...cited, months: listOf(month, 1) }
      : cited,
    {
      dates: listOf(record({ on: day }, { registerBy: day }), 1),
      months: listOf(month, 1),
      continuous: boolean,
      perYear: count,
    },
  ),
);

const later = listOf(record({ from: count, period }), 1);
const retakeAfter = chosen((value) =>
  record(isRecord(value) && Object.hasOwn(value, 'later') ? cited : { ...cited, period }, { period, later }),
);

export const stepTime: Fields = {
  sittings,
  season: record({ opens: monthDay, closes: monthDay, ...cited }),
  retakeAfter: retakeAfter,
  attempts: record({ most: count, ...cited }, { within: period }),
  passRate: record({ value: share, population: text, year: partialDate, ...cited }),
  study: record(cited, { min: period, max: period }),
  partTime: record({ allowed: boolean, ...cited }, { least: share }),
};

export const mustBeValid = record({
  rule: text,
  until: oneOf('submission', 'decision', 'registration'),
  ...cited,
});
