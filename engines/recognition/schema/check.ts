/** Small checkers that combine: each says what is wrong with a value and where. A value without problems has the shape. */
import { dayInZone, parseDay, parsePartialDate, parsePeriod, quoteText } from '../../kernel/index.ts';
import { nearestWord } from './nearest-word.ts';
import type { Path, Report } from './problem.ts';

export type Shape = (value: unknown, at: Path, report: Report) => void;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return `${typeof value === 'string' ? 'the text' : `the ${typeof value}`} ${quoteText(String(value))}`;
}

const wrongType = (wanted: string, value: unknown, at: Path, report: Report): void =>
  report('PACK_TYPE', at, `Expected ${wanted}, found ${describeValue(value)}.`, `Write ${wanted} here.`);

export const text: Shape = (value, at, report) => {
  if (typeof value !== 'string')
    return wrongType('a text (quote it if it looks like a number or a date)', value, at, report);
  if (value.trim() === '')
    report('PACK_EMPTY', at, 'This text is empty.', 'Fill it in or leave the key out.');
};

export const number: Shape = (value, at, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) wrongType('a number', value, at, report);
};

export const integer: Shape = (value, at, report) => {
  if (!Number.isInteger(value)) wrongType('a whole number', value, at, report);
};

export const boolean: Shape = (value, at, report) => {
  if (typeof value !== 'boolean') wrongType('true or false', value, at, report);
};

export const scalar: Shape = (value, at, report) => {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    wrongType('a text, a number, true or false', value, at, report);
};

/** Anything: checked elsewhere, where its type is known. */
export const anything: Shape = () => undefined;

export const oneOf =
  (...words: readonly string[]): Shape =>
  (value, at, report) => {
    if (typeof value === 'string' && words.includes(value)) return;
    const near = typeof value === 'string' ? nearestWord(value, words) : undefined;
    report(
      'PACK_VALUE',
      at,
      `Found ${describeValue(value)}, which is none of: ${words.join(', ')}.`,
      near === undefined ? `Use one of: ${words.join(', ')}.` : `Did you mean ${near}?`,
    );
  };

export const matching =
  (pattern: RegExp, wanted: string): Shape =>
  (value, at, report) => {
    if (typeof value !== 'string') return wrongType(wanted, value, at, report);
    if (!pattern.test(value))
      report('PACK_VALUE', at, `${quoteText(value)} is not ${wanted}.`, `Write ${wanted}.`);
  };

/** An address that a reader can open. */
export const url = matching(/^https?:\/\/[^\s/]+\S*$/, 'an address such as https://www.example.org/page');

/** The zones that the engine's calendar knows. */
export const zone: Shape = (value, at, report) => {
  if (typeof value === 'string' && dayInZone('2026-01-01T12:00:00Z', value).ok) return;
  report(
    'PACK_VALUE',
    at,
    `Found ${describeValue(value)}, which is no time zone.`,
    'Write an IANA zone such as Europe/London.',
  );
};

export const day: Shape = (value, at, report) => {
  if (typeof value !== 'string')
    return wrongType('a day as a quoted text such as "2021-07-01"', value, at, report);
  const read = parseDay(value);
  if (!read.ok)
    report('PACK_DATE', at, read.error.message, read.error.hint ?? 'Write a day such as "2021-07-01".');
};

export const partialDate: Shape = (value, at, report) => {
  if (typeof value !== 'string')
    return wrongType('a date as a quoted text such as "2021", "2021-07" or "2021-07-01"', value, at, report);
  const read = parsePartialDate(value);
  if (!read.ok)
    report('PACK_DATE', at, read.error.message, read.error.hint ?? 'Write a date such as "2021-07-01".');
};

export const seen: Shape = (value, at, report) => {
  if (value !== 'undated') partialDate(value, at, report);
};

export const period: Shape = (value, at, report) => {
  if (typeof value !== 'string') return wrongType('a period such as P2Y or P6M', value, at, report);
  const read = parsePeriod(value);
  if (!read.ok)
    return report('PACK_PERIOD', at, read.error.message, read.error.hint ?? 'Write a period such as P2Y.');
  if (Object.values(read.value).every((part) => part === 0))
    report('PACK_PERIOD', at, `${value} is no time at all.`, 'Write a period of at least a day.');
};

export const listOf =
  (shape: Shape, least = 0): Shape =>
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
  };

export const mapOf =
  (shape: Shape): Shape =>
  (value, at, report) => {
    if (!isRecord(value)) return wrongType('a map', value, at, report);
    for (const [key, each] of Object.entries(value)) shape(each, [...at, key], report);
  };

export type Fields = Readonly<Record<string, Shape>>;

/** A map with exactly these keys; the keys of `optional` may be absent. */
export const record =
  (required: Fields, optional: Fields = {}): Shape =>
  (value, at, report) => {
    if (!isRecord(value)) return wrongType('a map', value, at, report);
    const known = { ...required, ...optional };
    for (const [key, each] of Object.entries(value)) {
      const shape = Object.hasOwn(known, key) ? known[key] : undefined;
      if (shape === undefined) reportKey(key, Object.keys(known), at, report);
      else shape(each, [...at, key], report);
    }
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(value, key))
        report('PACK_KEY_MISSING', at, `The key ${key} is missing.`, `Add ${key}.`);
    }
  };

export function reportKey(key: string, known: readonly string[], at: Path, report: Report): void {
  const near = nearestWord(key, known);
  report(
    'PACK_KEY_UNKNOWN',
    [...at, key],
    `Unknown key ${quoteText(key)}.`,
    near === undefined ? `Allowed here: ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}

/** The shape that a value chooses by its own look. */
export const chosen =
  (choose: (value: unknown) => Shape): Shape =>
  (value, at, report) =>
    choose(value)(value, at, report);
