/** One fact of many people. `known` has a bit for everybody whose value can be compared; the rest is unknown, disputed or not in the registry. */

import type { FactValue } from '../language/facts.ts';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import { setBit } from './planes.ts';

export type NumberColumn = {
  readonly kind: 'numbers';
  readonly known: Uint32Array;
  readonly lo: Float64Array;
  /** The same array as `lo` until somebody's value is a range. */
  hi: Float64Array;
};
export type CodeColumn = {
  readonly kind: 'codes';
  readonly known: Uint32Array;
  readonly codes: Int32Array;
};
export type FlagColumn = {
  readonly kind: 'flags';
  readonly known: Uint32Array;
  readonly set: Uint32Array;
};
export type SetColumn = {
  readonly kind: 'sets';
  readonly known: Uint32Array;
  /** Who has each code that the law names of this fact. */
  readonly holders: ReadonlyMap<string, Uint32Array>;
  /** Who has a code that it does not name. */
  readonly others: Uint32Array;
};
export type Column = NumberColumn | CodeColumn | FlagColumn | SetColumn;

/** What the law needs of a fact: its column, and the codes that it names. */
export type ColumnPlan = {
  readonly fact: string;
  readonly number: number;
  readonly kind: Column['kind'];
  readonly named: Set<string>;
};

const KINDS: Readonly<Record<FactDefinition['type'], Column['kind']>> = {
  boolean: 'flags',
  code: 'codes',
  codes: 'sets',
  day: 'numbers',
  number: 'numbers',
  school: 'codes',
  text: 'codes',
};

/** Undefined for a fact of an entry or a row, which has no column. */
export function kindOf(fact: string, { sections }: Vocabulary): Column['kind'] | undefined {
  const [section = '', field = ''] = fact.split(/\.(.*)/s);
  const found = sections.get(section);
  if (found === undefined || found.kind === 'list') return undefined;
  const type = found.facts[field]?.type;
  return type === undefined ? undefined : KINDS[type];
}

export function newColumn({ kind, named }: ColumnPlan, words: number): Column {
  const known = new Uint32Array(words);
  if (kind === 'flags') return { kind, known, set: new Uint32Array(words) };
  if (kind === 'codes') return { kind, known, codes: new Int32Array(words * 32) };
  if (kind === 'sets') {
    const holders = new Map([...named].map((code) => [code, new Uint32Array(words)]));
    return { kind, known, holders, others: new Uint32Array(words) };
  }
  const lo = new Float64Array(words * 32);
  return { kind, known, lo, hi: lo };
}

export function setValue(
  column: Column,
  row: number,
  value: FactValue,
  numberOfCode: (code: string) => number,
): void {
  if (value.state === 'range') {
    if (column.kind === 'numbers') setRange(column, row, value.lo, value.hi);
    return;
  }
  if (value.state !== 'known') return;
  if (column.kind === 'flags' && typeof value.value === 'boolean') setFlag(column, row, value.value);
  else if (column.kind === 'codes' && typeof value.value === 'string')
    setCode(column, row, value.value, numberOfCode);
  else if (column.kind === 'sets' && typeof value.value === 'object') setCodes(column, row, value.value);
}

function setRange(column: NumberColumn, row: number, lo: number, hi: number): void {
  if (lo !== hi && column.hi === column.lo) column.hi = column.lo.slice();
  column.lo[row] = lo;
  column.hi[row] = hi;
  setBit(column.known, row);
}

function setFlag({ set, known }: FlagColumn, row: number, value: boolean): void {
  if (value) setBit(set, row);
  setBit(known, row);
}

/** A school that the person described herself is known by no registry id. */
function setCode(
  { codes, known }: CodeColumn,
  row: number,
  code: string,
  numberOfCode: (code: string) => number,
): void {
  if (code.startsWith('by-hand:')) return;
  codes[row] = numberOfCode(code);
  setBit(known, row);
}

function setCodes({ holders, others, known }: SetColumn, row: number, held: readonly string[]): void {
  for (const code of held) setBit(holders.get(code) ?? others, row);
  setBit(known, row);
}
