/** The shapes of what a step says of its time, as `packs/README.md` describes them. */
import {
  boolean,
  day,
  describeValue,
  type Fields,
  integer,
  listOf,
  oneOf,
  partialDate,
  period,
  record,
  type Shape,
  text,
} from './check.ts';
import { citations } from './citation-shape.ts';
import { aList, choice, withKey, withoutKeys } from './guard.ts';
import { shapeOf } from './shape.ts';

const cited: Fields = { cite: citations };

const between = (shape: Shape, least: number, most: number, wanted: string): Shape =>
  shapeOf(
    (value, at, report) => {
      shape(value, at, report);
      if (typeof value === 'number' && (value < least || value > most))
        report(
          'PACK_VALUE',
          at,
          `Found ${describeValue(value)}, which is not ${wanted}.`,
          `Write ${wanted}.`,
        );
    },
    (book) => ({ ...shape.says(book), minimum: least, maximum: most }),
  );

const share: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value === 'number' && value > 0 && value <= 1) return;
    report(
      'PACK_VALUE',
      at,
      `Found ${describeValue(value)}, which is no share.`,
      'Write a number above 0 and up to 1, such as 0.67 for 67 %.',
    );
  },
  () => ({ type: 'number', exclusiveMinimum: 0, maximum: 1 }),
);

const count = between(integer, 1, 366, 'a whole number from 1');
const monthNumber = between(integer, 1, 12, 'a month from 1 to 12');

/** The first and the last of a few months. */
const monthSpan: Shape = shapeOf(
  (value, at, report) => {
    listOf(monthNumber)(value, at, report);
    if (Array.isArray(value) && value.length !== 2)
      report(
        'PACK_VALUE',
        at,
        'A span of months has two ends.',
        'Write the first and the last month: [10, 11].',
      );
  },
  (book) => ({ ...listOf(monthNumber).says(book), minItems: 2, maxItems: 2 }),
);
const month = choice([[aList, monthSpan]], monthNumber);

/** 29 February is no day of every year. */
const monthDay: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value === 'string' && /^\d{2}-\d{2}$/.test(value)) return day(`2025-${value}`, at, report);
    report(
      'PACK_DATE',
      at,
      `Found ${describeValue(value)}, which is no day of the year.`,
      'Write the month and the day, such as "02-28".',
    );
  },
  () => ({ type: 'string', pattern: '^\\d{2}-\\d{2}$' }),
);

const sittingParts: Fields = {
  dates: listOf(record({ on: day }, { registerBy: day }, 'sitting'), 1),
  months: listOf(month, 1),
  continuous: boolean,
  perYear: count,
};
const sittings = choice(
  [
    [
      withoutKeys('dates', 'months', 'continuous', 'perYear'),
      record({ ...cited, months: listOf(month, 1) }, sittingParts, 'sittings'),
    ],
  ],
  record(cited, sittingParts, 'sittings'),
);

const later = listOf(record({ from: count, period }, {}, 'laterRetake'), 1);
const retakeAfter = choice(
  [[withKey('later'), record(cited, { period, later }, 'retakeAfter')]],
  record({ ...cited, period }, { later }, 'retakeAfter'),
);

export const stepTime: Fields = {
  sittings,
  season: record({ opens: monthDay, closes: monthDay, ...cited }, {}, 'season'),
  retakeAfter,
  attempts: record({ most: count, ...cited }, { within: period }, 'attempts'),
  passRate: record({ value: share, population: text, year: partialDate, ...cited }, {}, 'passRate'),
  study: record(cited, { min: period, max: period }, 'study'),
  partTime: record({ allowed: boolean, ...cited }, { least: share }, 'partTime'),
};

export const mustBeValid = record(
  { rule: text, until: oneOf('submission', 'decision', 'registration'), ...cited },
  {},
  'mustBeValid',
);
