import type { Pieces } from './run-to-end.ts';

/** Items of one run, sorted at once; then so many are joined between two rests. */
const RUN = 64;
const PIECE = 128;

/** The same order as `toSorted`, stable as it is, for lists so long that whoever sorts them has to listen meanwhile. */
export function* sortInPieces<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Pieces<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* joinRuns(runs[at] ?? [], runs[at + 1] ?? [], compare));
      yield;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* joinRuns<Item>(
  a: readonly Item[],
  b: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Pieces<readonly Item[]> {
  const joined: Item[] = [];
  let [left, right] = [0, 0];
  while (left < a.length && right < b.length) {
    const isLeft = compare(a[left] as Item, b[right] as Item) <= 0;
    joined.push((isLeft ? a[left] : b[right]) as Item);
    if (isLeft) left += 1;
    else right += 1;
    if (joined.length % PIECE === 0) yield;
  }
  for (; left < a.length; left += 1) joined.push(a[left] as Item);
  for (; right < b.length; right += 1) joined.push(b[right] as Item);
  return joined;
}
