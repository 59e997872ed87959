/**
 * Kleene's strong three-valued logic. `unknown` means "either, and it is not known which": it never becomes true or false unless every
 * completion would. No input, several inputs: `and([])` is true, `or([])` is false, as in two-valued logic.
 */
export type Truth = 'true' | 'false' | 'unknown';

export function truthOf(value: boolean): Truth {
  return value ? 'true' : 'false';
}

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'true' ? 'false' : 'true';
}

export function and(values: readonly Truth[]): Truth {
  return atLeast(values.length, values);
}

export function or(values: readonly Truth[]): Truth {
  return atLeast(1, values);
}

/** True when at least `n` are true whatever the unknown ones are; false when they cannot reach `n`. */
export function atLeast(n: number, values: readonly Truth[]): Truth {
  const certain = countOf('true', values);
  if (certain >= n) return 'true';
  return certain + countOf('unknown', values) < n ? 'false' : 'unknown';
}

/** True when exactly `n` are true and none is unknown; false when `n` cannot be hit. */
export function exactly(n: number, values: readonly Truth[]): Truth {
  const certain = countOf('true', values);
  const open = countOf('unknown', values);
  if (certain > n || certain + open < n) return 'false';
  return open === 0 ? 'true' : 'unknown';
}

function countOf(wanted: Truth, values: readonly Truth[]): number {
  let count = 0;
  for (const value of values) if (value === wanted) count += 1;
  return count;
}
