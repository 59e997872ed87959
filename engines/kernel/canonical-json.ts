import type { KernelProblem } from './errors.ts';
import { checkJson, type Json } from './json.ts';
import { mapResult, ok, type Result } from './result.ts';

/**
 * The one text of a JSON value by RFC 8785 (JCS): no white space, numbers and strings as ECMAScript writes them (sections 3.2.2.2 and
 * 3.2.2.3), members sorted by the UTF-16 code units of their names (section 3.2.3).
 *
 * @example canonicalise({ b: 1, a: 1e30 }) // { ok: true, value: '{"a":1e+30,"b":1}' }
 */
export function canonicalise(value: unknown): Result<string, KernelProblem> {
  const quick = writeQuickly(value, 0);
  return quick === undefined ? mapResult(checkJson(value), write) : ok(quick);
}

/** Deeper values are left to `checkJson`, which knows the limit. */
const QUICK_DEPTH = 100;

/** Checks while it writes; `undefined` where anything is not plainly JSON, for `checkJson` to say what and where. */
function writeQuickly(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value === 0 ? 0 : value) : undefined;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || depth > QUICK_DEPTH) return undefined;
  if (Array.isArray(value)) return writeItems(value, depth);
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  return writeMembers(value as Readonly<Record<string, unknown>>, depth);
}

function writeItems(items: readonly unknown[], depth: number): string | undefined {
  let text = '[';
  for (let n = 0; n < items.length; n += 1) {
    const item = writeQuickly(items[n], depth + 1);
    if (item === undefined) return undefined;
    text += n === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeMembers(members: Readonly<Record<string, unknown>>, depth: number): string | undefined {
  // Sorting without a comparator compares UTF-16 code units, as the RFC asks; a locale's order would not.
  const names = Object.keys(members).sort();
  let text = '{';
  for (const name of names) {
    const [written, value] = [writeText(name), writeQuickly(members[name], depth + 1)];
    if (written === undefined || value === undefined) return undefined;
    text += text.length === 1 ? `${written}:${value}` : `,${written}:${value}`;
  }
  return `${text}}`;
}

/** Half a character is written as an escape, which the platform does for nothing else above the space. */
function writeText(text: string): string | undefined {
  const written = JSON.stringify(text);
  return written.length !== text.length + 2 && written.includes('\\ud') ? undefined : written;
}

function write(value: Json): string {
  if (isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${write(value[name] as Json)}`).join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
