/**
 * The inner loops: one bit for each row where a comparison holds. Eight rows at a time without a branch, because a branch
 * that goes either way costs more than all the rest. No value is NaN, so `<` is the complement of `>=`.
 */

/** Rows `from` to `from + 32 × words` of `values` that are at least the threshold. */
export function markAtLeast(
  values: Float64Array,
  from: number,
  threshold: number,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1, row += 32)
    out[word] =
      eightAtLeast(values, row, threshold) |
      (eightAtLeast(values, row + 8, threshold) << 8) |
      (eightAtLeast(values, row + 16, threshold) << 16) |
      (eightAtLeast(values, row + 24, threshold) << 24);
}

function eightAtLeast(values: Float64Array, row: number, threshold: number): number {
  return (
    +(at(values, row) >= threshold) |
    (+(at(values, row + 1) >= threshold) << 1) |
    (+(at(values, row + 2) >= threshold) << 2) |
    (+(at(values, row + 3) >= threshold) << 3) |
    (+(at(values, row + 4) >= threshold) << 4) |
    (+(at(values, row + 5) >= threshold) << 5) |
    (+(at(values, row + 6) >= threshold) << 6) |
    (+(at(values, row + 7) >= threshold) << 7)
  );
}

/** Rows that are more than the threshold. */
export function markMoreThan(
  values: Float64Array,
  from: number,
  threshold: number,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1, row += 32)
    out[word] =
      eightMoreThan(values, row, threshold) |
      (eightMoreThan(values, row + 8, threshold) << 8) |
      (eightMoreThan(values, row + 16, threshold) << 16) |
      (eightMoreThan(values, row + 24, threshold) << 24);
}

function eightMoreThan(values: Float64Array, row: number, threshold: number): number {
  return (
    +(at(values, row) > threshold) |
    (+(at(values, row + 1) > threshold) << 1) |
    (+(at(values, row + 2) > threshold) << 2) |
    (+(at(values, row + 3) > threshold) << 3) |
    (+(at(values, row + 4) > threshold) << 4) |
    (+(at(values, row + 5) > threshold) << 5) |
    (+(at(values, row + 6) > threshold) << 6) |
    (+(at(values, row + 7) > threshold) << 7)
  );
}

const at = (values: Float64Array, row: number): number => values[row] as number;

/** Rows where the first column is at least the second. */
export function markPairAtLeast(
  left: Float64Array,
  right: Float64Array,
  from: number,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1, row += 1) bits |= +(at(left, row) >= at(right, row)) << bit;
    out[word] = bits;
  }
}

/** Rows where the first column is more than the second. */
export function markPairMoreThan(
  left: Float64Array,
  right: Float64Array,
  from: number,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1, row += 1) bits |= +(at(left, row) > at(right, row)) << bit;
    out[word] = bits;
  }
}

/** Rows whose code has a one in the table. */
export function markMembers(
  codes: Int32Array,
  from: number,
  table: Uint8Array,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1, row += 1) bits |= (table[codes[row] as number] as number) << bit;
    out[word] = bits;
  }
}

/** Rows where two columns hold the same code. */
export function markSame(
  left: Int32Array,
  right: Int32Array,
  from: number,
  out: Uint32Array,
  words: number,
): void {
  for (let word = 0, row = from; word < words; word += 1) {
    let bits = 0;
    for (let bit = 0; bit < 32; bit += 1, row += 1) bits |= +(left[row] === right[row]) << bit;
    out[word] = bits;
  }
}
