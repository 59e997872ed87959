/**
 * The answer of anything that may be expected to fail. A `throw` is kept for bugs.
 *
 * @example
 * const born = parseDay('1998-02-30');
 * if (!born.ok) return born.error.message;
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}

export function mapResult<T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> {
  return result.ok ? ok(change(result.value)) : result;
}

export function andThen<T, U, E, F>(
  result: Result<T, E>,
  next: (value: T) => Result<U, F>,
): Result<U, E | F> {
  return result.ok ? next(result.value) : result;
}

/** All values in order, or *every* error in order: a person corrects a form once, not once per field. */
export function collectResults<T, E>(results: Iterable<Result<T, E>>): Result<readonly T[], readonly E[]> {
  const values: T[] = [];
  const errors: E[] = [];
  for (const result of results) {
    if (result.ok) values.push(result.value);
    else errors.push(result.error);
  }
  return errors.length > 0 ? err(errors) : ok(values);
}

/** The value of a result that cannot have failed here; if it has, that is a bug in the caller and is thrown as one. */
export function expectOk<T, E>(result: Result<T, E>, because: string): T {
  if (result.ok) return result.value;
  throw new Error(`Expected success (${because}) but got ${JSON.stringify(result.error)}`);
}
