import { readUtf8 } from './bytes.ts';
import type { KernelProblem } from './errors.ts';
import { hasLoneSurrogate, type Json } from './json.ts';
import { fail, failSyntax, type JsonReader, passMark, skipSpace, takeToken } from './json-reader.ts';
import { readNumber, readString } from './json-token.ts';
import { parseJsonQuickly } from './parse-json-quickly.ts';
import { quoteText } from './problem.ts';
import { err, ok, type Result } from './result.ts';

export type JsonLimits = {
  /** The longest text accepted, in UTF-16 code units. */
  readonly maxLength: number;
  /** How many arrays and objects may stand inside each other. */
  readonly maxDepth: number;
};

export const JSON_LIMITS: JsonLimits = { maxLength: 1_048_576, maxDepth: 64 };

const LITERALS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/**
 * Reads untrusted text as JSON (RFC 8259) and refuses what other readers pass over in silence: a member named twice, the name
 * `__proto__`, half a character, a number too great for a double, text that is too long or nested too deep.
 * The problem's `at` is the JSON Pointer of the place; its message gives line and column.
 *
 * @example parseJson('{"a":[1,]}') // error at /a/1: "Line 1, column 9: A value is missing here."
 */
export function parseJson(text: string, limits: Partial<JsonLimits> = {}): Result<Json, KernelProblem> {
  const { maxLength, maxDepth } = { ...JSON_LIMITS, ...limits };
  if (text.length > maxLength) return err(tooLarge(text.length, 'characters', maxLength));
  const quick = parseJsonQuickly(text, maxDepth);
  return quick === undefined ? parseJsonSlowly(text, maxDepth) : ok(quick);
}

/** Untrusted bytes as JSON: UTF-8 without a byte order mark, then as `parseJson`. */
export function parseJsonBytes(
  bytes: Uint8Array,
  limits: Partial<JsonLimits> = {},
): Result<Json, KernelProblem> {
  const { maxLength } = { ...JSON_LIMITS, ...limits };
  // No code unit of UTF-16 takes more than three bytes.
  if (bytes.length > maxLength * 3) return err(tooLarge(bytes.length, 'bytes', maxLength));
  const text = readUtf8(bytes);
  if (text !== undefined && !text.startsWith('\ufeff')) return parseJson(text, limits);
  return err({
    code: 'KERNEL_JSON_ENCODING',
    message: 'The bytes are not UTF-8 without a byte order mark.',
    at: '',
    hint: 'Save the file as UTF-8.',
  });
}

const tooLarge = (length: number, unit: string, maxLength: number): KernelProblem => ({
  code: 'KERNEL_JSON_TOO_LARGE',
  message: `The text is ${length} ${unit} long; at most ${maxLength}${unit === 'characters' ? '' : ' characters'} are read.`,
  at: '',
  hint: 'Send less, or send it in parts.',
});

/** The whole truth: `parseJson` asks it for whatever the quick reader leaves. */
export function parseJsonSlowly(text: string, maxDepth: number): Result<Json, KernelProblem> {
  const reader: JsonReader = { text, maxDepth, position: 0, steps: [], problem: undefined };
  skipSpace(reader);
  const value = readValue(reader);
  skipSpace(reader);
  if (value !== undefined && reader.position < text.length)
    failSyntax(reader, 'Something follows the end of the value.');
  if (value === undefined || reader.problem) return err(reader.problem as KernelProblem);
  return ok(value);
}

function readValue(reader: JsonReader): Json | undefined {
  const first = reader.text[reader.position] ?? '';
  if (first === '{') return readNested(reader, readObject);
  if (first === '[') return readNested(reader, readArray);
  if (first === '"') return readText(reader);
  if (/[-0-9]/.test(first)) return readFinite(reader);
  for (const [word, value] of LITERALS) {
    if (!reader.text.startsWith(word, reader.position)) continue;
    reader.position += word.length;
    return value;
  }
  return failSyntax(reader, 'A value is missing here.');
}

function readNested(reader: JsonReader, read: (reader: JsonReader) => Json | undefined): Json | undefined {
  if (reader.steps.length >= reader.maxDepth) {
    return fail(
      reader,
      'KERNEL_JSON_TOO_DEEP',
      `More than ${reader.maxDepth} arrays and objects stand inside each other.`,
    );
  }
  reader.position += 1;
  skipSpace(reader);
  return read(reader);
}

function readObject(reader: JsonReader): Json | undefined {
  const members: Record<string, Json> = {};
  if (passMark(reader, '}')) return members;
  for (;;) {
    const name = readName(reader, members);
    if (name === undefined) return undefined;
    const value = readInside(reader, name);
    if (value === undefined) return undefined;
    members[name] = value;
    if (passMark(reader, '}')) return members;
    if (!passMark(reader, ',')) return failSyntax(reader, 'A comma or a closing brace is missing here.');
  }
}

function readArray(reader: JsonReader): Json | undefined {
  const items: Json[] = [];
  if (passMark(reader, ']')) return items;
  for (;;) {
    const value = readInside(reader, items.length);
    if (value === undefined) return undefined;
    items.push(value);
    if (passMark(reader, ']')) return items;
    if (!passMark(reader, ',')) return failSyntax(reader, 'A comma or a closing bracket is missing here.');
  }
}

function readInside(reader: JsonReader, step: string | number): Json | undefined {
  reader.steps.push(step);
  const value = readValue(reader);
  reader.steps.pop();
  skipSpace(reader);
  return value;
}

function readName(reader: JsonReader, members: Readonly<Record<string, Json>>): string | undefined {
  const start = reader.position;
  if (reader.text[start] !== '"')
    return failSyntax(reader, 'A name in double quotation marks is missing here.');
  const name = readText(reader);
  if (name === undefined || !isNameAllowed(reader, { name, start, members })) return undefined;
  skipSpace(reader);
  return passMark(reader, ':') ? name : failSyntax(reader, 'A colon is missing here.');
}

type Name = {
  readonly name: string;
  readonly start: number;
  readonly members: Readonly<Record<string, Json>>;
};

/** `__proto__` is refused because it would change what an object is made from when a careless reader copies it. */
function isNameAllowed(reader: JsonReader, { name, start, members }: Name): boolean {
  const twice = Object.hasOwn(members, name);
  if (!twice && name !== '__proto__') return true;
  reader.position = start;
  reader.steps.push(name);
  if (twice)
    fail(reader, 'KERNEL_JSON_DUPLICATE_KEY', `The name ${quoteText(name)} stands twice in one object.`);
  else fail(reader, 'KERNEL_JSON_FORBIDDEN_KEY', 'The name "__proto__" is not allowed.');
  return false;
}

function readText(reader: JsonReader): string | undefined {
  const start = reader.position;
  const value = takeToken(reader, readString(reader.text, start));
  if (value === undefined || !hasLoneSurrogate(value)) return value;
  reader.position = start;
  return fail(reader, 'KERNEL_JSON_LONE_SURROGATE', 'The text holds half of a character (a lone surrogate).');
}

function readFinite(reader: JsonReader): number | undefined {
  const start = reader.position;
  const value = takeToken(reader, readNumber(reader.text, start));
  if (value === undefined || Number.isFinite(value)) return value;
  reader.position = start;
  return fail(reader, 'KERNEL_JSON_NUMBER_RANGE', 'The number is too great to be kept.');
}
