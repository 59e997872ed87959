/** One value of a dossier as the vocabulary types it: a fact, or what is wrong with it. */
import { err, ok, parsePartialDate, quoteText, type Result } from '../../kernel/index.ts';
import type { FactValue, Strength } from '../language/facts.ts';
import type { Code, FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import { nearestWord } from '../schema/nearest-word.ts';
import type { DossierProblem } from './dossier.ts';

const UNKNOWN: FactValue = { state: 'unknown' };
const MOST_TEXT = 1_000;
const MOST_CODES = 300;
const MOST_TYPED = 60;

type Read = Result<FactValue, DossierProblem>;

/** `at` is the JSON Pointer of the value. Future dates are judged elsewhere: here a date only has to exist. */
export function readValue(
  value: unknown,
  definition: FactDefinition,
  strength: Strength,
  vocabulary: Vocabulary,
  at: string,
): Read {
  if (value === undefined || value === null || value === 'unknown') return ok(UNKNOWN);
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean'
        ? ok({ state: 'known', value, strength })
        : wrongType(value, 'true, false or "unknown"', at);
    case 'day':
      return readDay(value, strength, at);
    case 'number':
      return readNumber(value, definition, strength, at);
    case 'code':
      return readCode(value, definition.codes, strength, vocabulary, at);
    case 'codes':
      return readCodes(value, definition.codes, strength, vocabulary, at);
    case 'school':
      return readSchool(value, strength, vocabulary, at);
    case 'text':
      return isText(value)
        ? ok({ state: 'known', value, strength })
        : problem(
            'DOSSIER_TEXT',
            `This must be a text of at most ${MOST_TEXT} characters.`,
            at,
            'Shorten it.',
          );
  }
}

function readDay(value: unknown, strength: Strength, at: string): Read {
  if (typeof value === 'string') return readDayRange(value, value, strength, at);
  const pair = pairOf(value);
  if (pair !== undefined && typeof pair.from === 'string' && typeof pair.to === 'string')
    return readDayRange(pair.from, pair.to, strength, at);
  const quoted = typeof value === 'number' ? `Put it in quotes: "${value}".` : undefined;
  return wrongType(value, 'a date such as "2019", "2019-05" or "2019-05-20"', at, quoted);
}

function readDayRange(from: string, to: string, strength: Strength, at: string): Read {
  const [first, last] = [parsePartialDate(from), parsePartialDate(to)];
  const failed = [first, last].find((date) => !date.ok);
  if (failed !== undefined && !failed.ok)
    return problem(
      'DOSSIER_DATE',
      failed.error.message,
      at,
      failed.error.hint ?? 'Give a day that exists: 2019-05-20.',
    );
  if (!first.ok || !last.ok) return ok(UNKNOWN);
  if (first.value.earliest > last.value.latest)
    return problem(
      'DOSSIER_DATES_REVERSED',
      `${quoteText(from)} is after ${quoteText(to)}.`,
      at,
      'Write the earlier date first.',
    );
  return ok({ state: 'range', lo: first.value.earliest, hi: last.value.latest, strength });
}

function readNumber(
  value: unknown,
  { type: _type, ...definition }: Extract<FactDefinition, { type: 'number' }>,
  strength: Strength,
  at: string,
): Read {
  const pair = pairOf(value);
  const [lo, hi] = pair === undefined ? [value, value] : [pair.from, pair.to];
  if (typeof lo !== 'number' || typeof hi !== 'number' || !Number.isFinite(lo) || !Number.isFinite(hi)) {
    return wrongType(value, `a number (${definition.unit})`, at);
  }
  const [min, max] = [definition.min ?? Number.NEGATIVE_INFINITY, definition.max ?? Number.POSITIVE_INFINITY];
  if (lo > hi)
    return problem(
      'DOSSIER_NUMBER_RANGE',
      `${lo} is more than ${hi}.`,
      at,
      'Write the smaller number first.',
    );
  if (lo < min || hi > max)
    return problem(
      'DOSSIER_NUMBER_RANGE',
      `${definition.label}: ${lo === hi ? lo : `${lo} to ${hi}`} is outside ${min} to ${max} ${definition.unit}.`,
      at,
      'Check the unit and the number.',
    );
  return ok({ state: 'range', lo, hi, strength });
}

function readCode(
  value: unknown,
  codes: string,
  strength: Strength,
  vocabulary: Vocabulary,
  at: string,
): Read {
  if (typeof value !== 'string') return wrongType(value, `one of the codes of ${codes}`, at);
  if (!hasCode(value, codes, vocabulary)) return unknownCode(value, codes, vocabulary, at);
  return ok({ state: 'known', value, strength });
}

function readCodes(
  value: unknown,
  codes: string,
  strength: Strength,
  vocabulary: Vocabulary,
  at: string,
): Read {
  if (!Array.isArray(value)) return wrongType(value, `a list of codes of ${codes}`, at);
  if (value.length > MOST_CODES)
    return problem('DOSSIER_TOO_MANY', `More than ${MOST_CODES} codes.`, at, 'Keep the ones that hold.');
  const index = value.findIndex((code) => typeof code !== 'string' || !hasCode(code, codes, vocabulary));
  if (index >= 0) return readCode(value[index], codes, strength, vocabulary, `${at}/${index}`);
  return ok({ state: 'known', value: [...new Set(value as string[])].sort(), strength });
}

/** A registry id stays as it is; a school described by hand is known by nothing but its description. */
function readSchool(value: unknown, strength: Strength, vocabulary: Vocabulary, at: string): Read {
  if (typeof value === 'string') {
    return isText(value) && value !== ''
      ? ok({ state: 'known', value, strength })
      : problem(
          'DOSSIER_SCHOOL_UNKNOWN',
          'This is no school id.',
          at,
          'Pick a school from the search, or give its name and country.',
        );
  }
  const school = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (!isText(school['name']) || school['name'] === '' || typeof school['country'] !== 'string') {
    return problem(
      'DOSSIER_SCHOOL_UNKNOWN',
      'A school described by hand needs at least a name and a country.',
      at,
      'Give { "name": "…", "country": "XX" }, and the city if you can.',
    );
  }
  if (!hasCode(school['country'], 'countries', vocabulary))
    return unknownCode(school['country'], 'countries', vocabulary, `${at}/country`);
  return ok({ state: 'known', value: `by-hand:${school['country']}:${school['name']}`, strength });
}

export const hasCode = (code: string, codes: string, vocabulary: Vocabulary): boolean =>
  vocabulary.codeLists.get(codes)?.entries.some((entry) => entry.code === code) === true;

function unknownCode(code: string, codes: string, vocabulary: Vocabulary, at: string): Read {
  const list = vocabulary.codeLists.get(codes);
  const near = nearestCode(code, list?.entries ?? []);
  const some =
    list?.entries
      .slice(0, 6)
      .map((entry) => entry.code)
      .join(', ') ?? '';
  const hint =
    near === undefined
      ? `Use one of its codes, such as ${some}, or "unknown".`
      : `Did you mean ${quoteText(near.code)} (${near.label})?`;
  return problem(
    'DOSSIER_CODE_UNKNOWN',
    `${quoteText(code)} is not a code of “${list?.label ?? codes}”.`,
    at,
    hint,
  );
}

/** No code is as long as a hostile text may be. */
function nearestCode(typed: string, entries: readonly Code[]): Code | undefined {
  if (typed.length > MOST_TYPED) return undefined;
  const near =
    nearestWord(
      typed,
      entries.map((entry) => entry.code),
    ) ??
    nearestWord(
      typed,
      entries.map((entry) => entry.label),
    );
  return entries.find((entry) => entry.code === near || entry.label === near);
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MOST_TEXT && !/\p{Surrogate}/u.test(value);

function pairOf(value: unknown): { readonly from: unknown; readonly to: unknown } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, 'from') && Object.hasOwn(value, 'to')
    ? (value as { from: unknown; to: unknown })
    : undefined;
}

function wrongType(
  value: unknown,
  wanted: string,
  at: string,
  hint = 'Correct the value, or write "unknown".',
): Read {
  const found =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : typeof value === 'object'
          ? 'an object'
          : `${typeof value} ${quoteText(String(value))}`;
  return problem('DOSSIER_TYPE', `Expected ${wanted}, found ${found}.`, at, hint);
}

const problem = (code: DossierProblem['code'], message: string, at: string, hint: string): Read =>
  err({ code, message, at, hint });
