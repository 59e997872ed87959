/** Codes, sets of codes, and yes or no. */
import { BLOCK_WORDS, codesAt, flagsAt, type PlaneNode, setsAt } from './block.ts';
import { markMembers, markSame } from './mark-rows.ts';
import { newPlanes } from './planes.ts';

export function compareMembers(
  column: number,
  members: readonly number[],
  wanted: 'inside' | 'outside',
): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [inside, outside] = wanted === 'inside' ? [out.yes, out.no] : [out.no, out.yes];
  let table = new Uint8Array(0);
  return (block) => {
    const { first, words } = block;
    if (table.length < block.codes) table = tableOf(members, block.codes);
    const { codes, known } = codesAt(block, column);
    markMembers(codes, first * 32, table, inside, words);
    for (let word = 0; word < words; word += 1) {
      const given = known[first + word] as number;
      outside[word] = given & ~(inside[word] as number);
      inside[word] = given & (inside[word] as number);
    }
    return out;
  };
}

function tableOf(members: readonly number[], size: number): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(size);
  for (const member of members) table[member] = 1;
  return table;
}

export function compareSameCodes(left: number, right: number, wanted: 'equal' | 'different'): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [same, other] = wanted === 'equal' ? [out.yes, out.no] : [out.no, out.yes];
  return (block) => {
    const { first, words } = block;
    const [a, b] = [codesAt(block, left), codesAt(block, right)];
    markSame(a.codes, b.codes, first * 32, same, words);
    for (let word = 0; word < words; word += 1) {
      const given = (a.known[first + word] as number) & (b.known[first + word] as number);
      other[word] = given & ~(same[word] as number);
      same[word] = given & (same[word] as number);
    }
    return out;
  };
}

export function compareFlags(column: number, wanted: 'set' | 'clear'): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [whenSet, whenClear] = wanted === 'set' ? [out.yes, out.no] : [out.no, out.yes];
  return (block) => {
    const { set, known } = flagsAt(block, column);
    for (let word = 0; word < block.words; word += 1) {
      const [given, value] = [known[block.first + word] as number, set[block.first + word] as number];
      whenSet[word] = given & value;
      whenClear[word] = given & ~value;
    }
    return out;
  };
}

export function compareSameFlags(left: number, right: number, wanted: 'equal' | 'different'): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [same, other] = wanted === 'equal' ? [out.yes, out.no] : [out.no, out.yes];
  return (block) => {
    const [a, b] = [flagsAt(block, left), flagsAt(block, right)];
    for (let word = 0, row = block.first; word < block.words; word += 1, row += 1) {
      const given = (a.known[row] as number) & (b.known[row] as number);
      const differ = (a.set[row] as number) ^ (b.set[row] as number);
      other[word] = given & differ;
      same[word] = given & ~differ;
    }
    return out;
  };
}

/** `some`: one of the codes is held. `only`: no code is held beside them. A known set is all that the person has. */
export function compareSets(column: number, members: readonly string[], wanted: 'some' | 'only'): PlaneNode {
  const out = newPlanes(BLOCK_WORDS);
  const [found, none] = wanted === 'some' ? [out.yes, out.no] : [out.no, out.yes];
  const inside = new Set(members);
  return (block) => {
    const { first, words } = block;
    const { holders, others, known } = setsAt(block, column);
    found.fill(0, 0, words);
    if (wanted === 'only') addPlane(found, others, first, words);
    for (const [code, held] of holders)
      if (inside.has(code) === (wanted === 'some')) addPlane(found, held, first, words);
    for (let word = 0; word < words; word += 1) {
      const given = known[first + word] as number;
      none[word] = given & ~(found[word] as number);
      found[word] = given & (found[word] as number);
    }
    return out;
  };
}

function addPlane(to: Uint32Array, from: Uint32Array, first: number, words: number): void {
  for (let word = 0; word < words; word += 1)
    to[word] = (to[word] as number) | (from[first + word] as number);
}
