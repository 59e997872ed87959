import type { KernelCode, KernelProblem } from './errors.ts';
import { toPointer } from './problem.ts';
import { err, ok, type Result } from './result.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Deeper values are refused, cycles among them, before they exhaust the stack. */
const MAX_DEPTH = 200;

/**
 * The value as JSON, when I-JSON (RFC 7493) can hold it: finite numbers, well-formed strings, arrays without holes, plain objects.
 * Nothing is converted: a Date, a Map or `undefined` is refused, not dropped.
 */
export function checkJson(value: unknown): Result<Json, KernelProblem> {
  const fault = findFault(value, []);
  return fault ? err(fault) : ok(value as Json);
}

/** Half of a surrogate pair on its own: such text has no UTF-8 form (RFC 8785 section 3.2.2.2). */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

type Steps = readonly (string | number)[];

function findFault(value: unknown, steps: Steps): KernelProblem | undefined {
  if (steps.length > MAX_DEPTH) {
    return fault('KERNEL_JSON_TOO_DEEP', `The value is nested more than ${MAX_DEPTH} levels deep.`, steps);
  }
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string') return faultOfText(value, steps);
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return undefined;
    return fault('KERNEL_JSON_NUMBER_RANGE', `${value} is not a number that JSON can hold.`, steps);
  }
  if (Array.isArray(value)) return faultOfItems(value, steps);
  if (isPlainObject(value)) return faultOfMembers(value, steps);
  return fault('KERNEL_JSON_NOT_JSON', `JSON cannot hold ${describe(value)}.`, steps);
}

function faultOfText(text: string, steps: Steps): KernelProblem | undefined {
  if (!hasLoneSurrogate(text)) return undefined;
  return fault('KERNEL_JSON_LONE_SURROGATE', 'The text holds half of a character (a lone surrogate).', steps);
}

function faultOfItems(items: readonly unknown[], steps: Steps): KernelProblem | undefined {
  for (let n = 0; n < items.length; n += 1) {
    const found = findFault(items[n], [...steps, n]);
    if (found) return found;
  }
  return undefined;
}

function faultOfMembers(members: Readonly<Record<string, unknown>>, steps: Steps): KernelProblem | undefined {
  for (const name of Object.keys(members)) {
    const found = faultOfText(name, steps) ?? findFault(members[name], [...steps, name]);
    if (found) return found;
  }
  return undefined;
}

/** An object literal, of this realm or of another: its prototype is nothing, or has none itself. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describe(value: unknown): string {
  if (value === undefined) return 'undefined';
  return typeof value === 'object' ? 'an object that is not plain' : `a ${typeof value}`;
}

function fault(code: KernelCode, message: string, steps: Steps): KernelProblem {
  return { code, message, at: toPointer(steps) };
}
