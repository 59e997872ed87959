/** Days and numbers: a range compares true if it does for all of its values, false if for none. */
import { BLOCK_WORDS, type Block, numbersAt, type PlaneNode } from './block.ts';
import { markAtLeast, markMoreThan, markPairAtLeast, markPairMoreThan } from './mark-rows.ts';
import { newPlanes, type Planes } from './planes.ts';

export type Order = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan';

export function compareNumbers(column: number, threshold: number, order: Order): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const mark = order === 'atLeast' || order === 'lessThan' ? markAtLeast : markMoreThan;
  const [whenHigh, whenLow] =
    order === 'atLeast' || order === 'moreThan' ? [out.yes, out.no] : [out.no, out.yes];
  return (block) => {
    const { lo, hi, known } = numbersAt(block, column);
    const { first, words } = block;
    mark(lo, first * 32, threshold, whenHigh, words);
    if (hi !== lo) mark(hi, first * 32, threshold, whenLow, words);
    const ends = hi === lo ? whenHigh : whenLow;
    for (let word = 0; word < words; word += 1) {
      const given = known[first + word] as number;
      whenLow[word] = given & ~(ends[word] as number);
      whenHigh[word] = given & (whenHigh[word] as number);
    }
    return out;
  };
}

export function compareEqual(column: number, value: number, wanted: 'equal' | 'different'): PlaneNode {
  return ranges(wanted, (block, marks) => {
    const { lo, hi, known } = numbersAt(block, column);
    const from = block.first * 32;
    markMoreThan(lo, from, value, marks.above, block.words);
    markAtLeast(hi, from, value, marks.reaches, block.words);
    markPairAtLeast(lo, hi, from, marks.exact, block.words);
    return [known, known];
  });
}

export function compareSameNumbers(left: number, right: number, wanted: 'equal' | 'different'): PlaneNode {
  const exactRight = new Uint32Array(BLOCK_WORDS);
  return ranges(wanted, (block, marks) => {
    const [a, b] = [numbersAt(block, left), numbersAt(block, right)];
    const from = block.first * 32;
    markPairMoreThan(a.lo, b.hi, from, marks.above, block.words);
    markPairAtLeast(a.hi, b.lo, from, marks.reaches, block.words);
    markPairAtLeast(a.lo, a.hi, from, marks.exact, block.words);
    markPairAtLeast(b.lo, b.hi, from, exactRight, block.words);
    for (let word = 0; word < block.words; word += 1)
      marks.exact[word] = (marks.exact[word] as number) & (exactRight[word] as number);
    return [a.known, b.known];
  });
}

/** Where the least value lies above, where the greatest reaches up, and where both sides are one value. */
type Marks = { readonly above: Uint32Array; readonly reaches: Uint32Array; readonly exact: Uint32Array };

function ranges(
  wanted: 'equal' | 'different',
  mark: (block: Block, marks: Marks) => readonly [Uint32Array, Uint32Array],
): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [same, other] = wanted === 'equal' ? [out.yes, out.no] : [out.no, out.yes];
  const plane = (): Uint32Array => new Uint32Array(BLOCK_WORDS);
  const marks: Marks = { above: plane(), reaches: plane(), exact: plane() };
  return (block) => {
    const [knownLeft, knownRight] = mark(block, marks);
    for (let word = 0; word < block.words; word += 1) {
      const given = (knownLeft[block.first + word] as number) & (knownRight[block.first + word] as number);
      const apart = (marks.above[word] as number) | ~(marks.reaches[word] as number);
      other[word] = given & apart;
      same[word] = given & ~apart & (marks.exact[word] as number);
    }
    return out;
  };
}

export function compareBetween(column: number, [low, high]: readonly [number, number]): PlaneNode {
  const [atLeast, atMost] = [compareNumbers(column, low, 'atLeast'), compareNumbers(column, high, 'atMost')];
  const out = newPlanes(BLOCK_WORDS);
  return (block) => {
    const [above, below] = [atLeast(block), atMost(block)];
    for (let word = 0; word < block.words; word += 1) {
      out.yes[word] = (above.yes[word] as number) & (below.yes[word] as number);
      out.no[word] = (above.no[word] as number) | (below.no[word] as number);
    }
    return out;
  };
}

/** Each order is monotone, so the extreme pairs of the two ranges decide for all. */
export function compareTwo(left: number, right: number, order: Order): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const mark = order === 'atLeast' || order === 'lessThan' ? markPairAtLeast : markPairMoreThan;
  const upwards = order === 'atLeast' || order === 'moreThan';
  return (block): Planes => {
    const [a, b] = [numbersAt(block, left), numbersAt(block, right)];
    const { first, words } = block;
    const [surely, perhaps] = upwards ? [out.yes, out.no] : [out.no, out.yes];
    mark(a.lo, b.hi, first * 32, surely, words);
    mark(a.hi, b.lo, first * 32, perhaps, words);
    for (let word = 0; word < words; word += 1) {
      const given = (a.known[first + word] as number) & (b.known[first + word] as number);
      surely[word] = given & (surely[word] as number);
      perhaps[word] = given & ~(perhaps[word] as number);
    }
    return out;
  };
}
