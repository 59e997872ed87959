/** Small checkers that combine: each says what is wrong with a value and where. A value without problems has the shape. */
import { dayInZone, parseDay, parsePartialDate, parsePeriod, quoteText } from '../../kernel/index.ts';
import { FIELD_WORDS } from './field-words.ts';
import { isRecord } from './guard.ts';
import { nearestWord } from './nearest-word.ts';
import type { Path, Report } from './problem.ts';
import { type Shape, shapeOf, type WordKind } from './shape.ts';

export { isRecord } from './guard.ts';
export type { Shape } from './shape.ts';

const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const PARTIAL = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';

export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `${typeof value === 'string' ? 'the text' : `the ${typeof value}`} ${quoteText(String(value))}`;
}

const wrongType = (wanted: string, value: unknown, at: Path, report: Report): void =>
  report('PACK_TYPE', at, `Expected ${wanted}, found ${describeValue(value)}.`, `Write ${wanted} here.`);

export const text: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'string')
      return wrongType('a text (quote it if it looks like a number or a date)', value, at, report);
    if (value.trim() === '')
      report('PACK_EMPTY', at, 'This text is empty.', 'Fill it in or leave the key out.');
  },
  () => ({ type: 'string', pattern: '\\S' }),
);

/** A text that names something of the vocabulary: whether it is there is for lint to say, and for an editor to complete. */
export const reference = (kind: WordKind): Shape =>
  shapeOf(
    (value, at, report) => text(value, at, report),
    (book) => book.word(kind),
  );

export const number: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) wrongType('a number', value, at, report);
  },
  () => ({ type: 'number' }),
);

export const integer: Shape = shapeOf(
  (value, at, report) => {
    if (!Number.isInteger(value)) wrongType('a whole number', value, at, report);
  },
  () => ({ type: 'integer' }),
);

export const boolean: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'boolean') wrongType('true or false', value, at, report);
  },
  () => ({ type: 'boolean' }),
);

export const scalar: Shape = shapeOf(
  (value, at, report) => {
    if (!['string', 'number', 'boolean'].includes(typeof value))
      wrongType('a text, a number, true or false', value, at, report);
  },
  () => ({ type: ['string', 'number', 'boolean'] }),
);

/** Anything: checked elsewhere, where its type is known. */
export const anything: Shape = shapeOf(
  () => undefined,
  () => ({}),
);

/** A map that is checked elsewhere against what the vocabulary says of it. */
export const dossierOf = (kind: WordKind): Shape => {
  const checked = mapOf(anything);
  return shapeOf(checked, (book) => book.word(kind));
};

export const oneOf = (...words: readonly string[]): Shape =>
  shapeOf(
    (value, at, report) => {
      if (typeof value === 'string' && words.includes(value)) return;
      const near = typeof value === 'string' ? nearestWord(value, words) : undefined;
      report(
        'PACK_VALUE',
        at,
        `Found ${describeValue(value)}, which is none of: ${words.join(', ')}.`,
        near === undefined ? `Use one of: ${words.join(', ')}.` : `Did you mean ${near}?`,
      );
    },
    () => ({ enum: words }),
  );

export const matching = (pattern: RegExp, wanted: string): Shape =>
  shapeOf(
    (value, at, report) => {
      if (typeof value !== 'string') return wrongType(wanted, value, at, report);
      if (!pattern.test(value))
        report('PACK_VALUE', at, `${quoteText(value)} is not ${wanted}.`, `Write ${wanted}.`);
    },
    () => ({ type: 'string', pattern: pattern.source }),
  );

/** An address that a reader can open. */
export const url = matching(/^https?:\/\/[^\s/]+\S*$/, 'an address such as https://www.example.org/page');

/** The zones that the engine's calendar knows. */
export const zone: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value === 'string' && dayInZone('2026-01-01T12:00:00Z', value).ok) return;
    report(
      'PACK_VALUE',
      at,
      `Found ${describeValue(value)}, which is no time zone.`,
      'Write an IANA zone such as Europe/London.',
    );
  },
  () => ({ type: 'string', pattern: '^[A-Z]' }),
);

export const day: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'string')
      return wrongType('a day as a quoted text such as "2021-07-01"', value, at, report);
    const read = parseDay(value);
    if (!read.ok)
      report('PACK_DATE', at, read.error.message, read.error.hint ?? 'Write a day such as "2021-07-01".');
  },
  () => ({ type: 'string', pattern: `^${DAY}$` }),
);

export const partialDate: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'string')
      return wrongType(
        'a date as a quoted text such as "2021", "2021-07" or "2021-07-01"',
        value,
        at,
        report,
      );
    const read = parsePartialDate(value);
    if (!read.ok)
      report('PACK_DATE', at, read.error.message, read.error.hint ?? 'Write a date such as "2021-07-01".');
  },
  () => ({ type: 'string', pattern: `^${PARTIAL}$` }),
);

export const seen: Shape = shapeOf(
  (value, at, report) => {
    if (value !== 'undated') partialDate(value, at, report);
  },
  () => ({ type: 'string', pattern: `^(undated|${PARTIAL})$` }),
);

export const period: Shape = shapeOf(
  (value, at, report) => {
    if (typeof value !== 'string') return wrongType('a period such as P2Y or P6M', value, at, report);
    const read = parsePeriod(value);
    if (!read.ok)
      return report('PACK_PERIOD', at, read.error.message, read.error.hint ?? 'Write a period such as P2Y.');
    if (Object.values(read.value).every((part) => part === 0))
      report('PACK_PERIOD', at, `${value} is no time at all.`, 'Write a period of at least a day.');
  },
  () => ({ type: 'string', pattern: '^P(?=.*[1-9])(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,4}D)?$' }),
);

export const listOf = (shape: Shape, least = 0): Shape =>
  shapeOf(
    (value, at, report) => {
      if (!Array.isArray(value)) return wrongType('a list', value, at, report);
      if (value.length < least)
        report(
          'PACK_EMPTY',
          at,
          'This list is empty.',
          `Give at least ${least === 1 ? 'one entry' : `${least} entries`}.`,
        );
      for (const [index, each] of value.entries()) shape(each, [...at, index], report);
    },
    (book) => ({ type: 'array', items: shape.says(book), ...(least > 0 ? { minItems: least } : {}) }),
  );

export const mapOf = (shape: Shape): Shape =>
  shapeOf(
    (value, at, report) => {
      if (!isRecord(value)) return wrongType('a map', value, at, report);
      for (const [key, each] of Object.entries(value)) shape(each, [...at, key], report);
    },
    (book) => ({ type: 'object', additionalProperties: shape.says(book) }),
  );

export type Fields = Readonly<Record<string, Shape>>;

/**
 * A map with exactly these keys; the keys of `optional` may be absent. `name` is where FIELD_WORDS says what each key means.
 */
export function record(required: Fields, optional: Fields = {}, name?: string): Shape {
  const known = { ...required, ...optional };
  return shapeOf(
    (value, at, report) => {
      if (!isRecord(value)) return wrongType('a map', value, at, report);
      for (const [key, each] of Object.entries(value)) {
        const shape = Object.hasOwn(known, key) ? known[key] : undefined;
        if (shape === undefined) reportKey(key, Object.keys(known), at, report);
        else shape(each, [...at, key], report);
      }
      for (const key of Object.keys(required)) {
        if (!Object.hasOwn(value, key))
          report('PACK_KEY_MISSING', at, `The key ${key} is missing.`, `Add ${key}.`);
      }
    },
    (book) => ({
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(known).map(([key, shape]) => [key, { ...shape.says(book), ...wordsOf(name, key) }]),
      ),
      required: Object.keys(required),
      additionalProperties: false,
    }),
  );
}

function wordsOf(name: string | undefined, key: string): { readonly description?: string } {
  const description = name === undefined ? undefined : FIELD_WORDS[name]?.[key];
  return description === undefined ? {} : { description };
}

export function reportKey(key: string, known: readonly string[], at: Path, report: Report): void {
  const near = nearestWord(key, known);
  report(
    'PACK_KEY_UNKNOWN',
    [...at, key],
    `Unknown key ${quoteText(key)}.`,
    near === undefined ? `Allowed here: ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}
