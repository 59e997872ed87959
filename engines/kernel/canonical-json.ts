import type { KernelProblem } from './errors.ts';
import { checkJson, type Json } from './json.ts';
import { mapResult, type Result } from './result.ts';

/**
 * The one text of a JSON value by RFC 8785 (JCS): no white space, numbers and strings as ECMAScript writes them (sections 3.2.2.2 and
 * 3.2.2.3), members sorted by the UTF-16 code units of their names (section 3.2.3).
 *
 * @example canonicalise({ b: 1, a: 1e30 }) // { ok: true, value: '{"a":1e+30,"b":1}' }
 */
export function canonicalise(value: unknown): Result<string, KernelProblem> {
  return mapResult(checkJson(value), write);
}

function write(value: Json): string {
  if (isArray(value)) return `[${value.map(write).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  // Sorting without a comparator compares UTF-16 code units, as the RFC asks; a locale's order would not.
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${write(value[name] as Json)}`).join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
