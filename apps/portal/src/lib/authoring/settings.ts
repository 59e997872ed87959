/** What in the text of a rule is set by a number, a day, a span or a list of values, and the text with another one in its place. */
import { listValues, writeText } from '@testamur/engines/yaml';

type Place = {
  /** The same for the same place in the text, whatever stands there. */
  readonly id: string;
  /** The wording it belongs to. */
  readonly version: string;
  /** What it says of what, in the words of the rule language: `pmq.hours atLeast`. */
  readonly name: string;
  /** The id of the nearest condition around it that has one: tells two of the same name apart. */
  readonly within?: string;
};

export type Setting = Place &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'day'; readonly value: string }
    | { readonly kind: 'span'; readonly value: number; readonly unit: SpanUnit }
    | { readonly kind: 'list'; readonly value: readonly string[] }
  );

export type SpanUnit = 'Y' | 'M' | 'W' | 'D';

/** `list`: all values that it shall have. */
export type NewValue = number | string | readonly string[];

type Path = readonly (string | number)[];
type Found = { readonly setting: Setting; readonly start: number; readonly end: number };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SPAN = /^P(\d+)([YMWD])$/;
/** Of a wording: what it checks, when it holds, whom it is for. */
const PARTS: readonly unknown[] = ['when', 'inForce', 'appliesTo'];
const SETS: readonly unknown[] = ['in', 'notIn', 'includesAny', 'onlyFrom'];
/** Texts beside the logic. */
const BESIDE: readonly unknown[] = ['cite', 'cure', 'id', 'label', 'waiver', 'notResearched'];

/** In the order of the text; nothing where it cannot be read. */
export const findSettings = (text: string): readonly Setting[] => find(text).map(({ setting }) => setting);

/** The text with another value at one place; every other letter stays. The same text where the value does not fit the place. */
export function writeSetting(text: string, id: string, value: NewValue): string {
  const found = find(text).find(({ setting }) => setting.id === id);
  const written = found === undefined ? undefined : write(found.setting, value);
  if (found === undefined || written === undefined) return text;
  return `${text.slice(0, found.start)}${written}${text.slice(found.end)}`;
}

function write(setting: Setting, value: NewValue): string | undefined {
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
  if (setting.kind === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (setting.kind === 'span') return isCount ? `P${value}${setting.unit}` : undefined;
  if (setting.kind === 'day')
    return typeof value === 'string' && DAY.test(value) ? JSON.stringify(value) : undefined;
  return Array.isArray(value) && value.length > 0 ? `[${value.map(writeText).join(', ')}]` : undefined;
}

function find(text: string): readonly Found[] {
  const values = listValues(text);
  const at = new Map(values.map(({ path, value }) => [path.join('/'), value]));
  return values.flatMap(({ path, value, start, end }): readonly Found[] => {
    const isOfLogic = path[1] === 'versions' && PARTS.includes(path[3]);
    if (!isOfLogic || path.some((step) => BESIDE.includes(step))) return [];
    const around = nearestId(path, at);
    const place = {
      id: path.join('/'),
      version: String(at.get([...path.slice(0, 3), 'version'].join('/')) ?? ''),
      name: nameOf(path, at),
      ...(around === undefined ? {} : { within: around }),
    };
    const setting = readSetting(place, value, path);
    return setting === undefined ? [] : [{ setting, start, end }];
  });
}

function readSetting(place: Place, value: unknown, path: Path): Setting | undefined {
  if (typeof value === 'number') return { ...place, kind: 'number', value };
  if (Array.isArray(value))
    return SETS.includes(path.at(-1)) ? { ...place, kind: 'list', value: value.map(String) } : undefined;
  if (typeof value !== 'string') return undefined;
  if (DAY.test(value)) return { ...place, kind: 'day', value };
  const [, count, unit] = SPAN.exec(value) ?? [];
  return count === undefined
    ? undefined
    : { ...place, kind: 'span', value: Number(count), unit: unit as SpanUnit };
}

function nearestId(path: Path, at: ReadonlyMap<string, unknown>): string | undefined {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const id = at.get([...path.slice(0, length), 'id'].join('/'));
    if (typeof id === 'string') return id;
  }
  return undefined;
}

/** The fact beside it and what is said of it; else the last words of the way to it. */
function nameOf(path: Path, at: ReadonlyMap<string, unknown>): string {
  const parent = path.slice(0, -1);
  const fact = at.get([...parent, 'fact'].join('/'));
  const words = path.filter((step) => typeof step === 'string');
  return fact === undefined ? words.slice(-2).join(' ') : `${fact} ${path.at(-1)}`;
}
