/** A crowd as the columns of the batch: each distinct value is read once, then looked up for everybody who has it. */

import type { Block } from '../batch/block.ts';
import { BLOCK_WORDS } from '../batch/block.ts';
import { type Column, type ColumnPlan, newColumn, setValue } from '../batch/columns.ts';
import { hasBit, setBit } from '../batch/planes.ts';
import type { FactValue } from '../language/facts.ts';
import type { Crowd, CrowdColumn } from './crowd.ts';

/** What each distinct value is in a column of the batch; grows as values are met. */
type Known = { readonly plan: ColumnPlan; column: Column; room: number; met: number };

/** Lays out the people of the crowd in one block, as often as they change. */
export function layOutCrowd(
  crowd: Crowd,
  codes: Map<string, number>,
): (plans: readonly ColumnPlan[]) => Block {
  const values: Known[] = [];
  const block = { columns: [] as Column[], codes: 0, rowAnswers: [], ruleAnswers: [], first: 0, words: 0 };
  let filling = -1;
  const numberOfCode = (code: string): number => {
    const number = codes.get(code) ?? codes.size;
    codes.set(code, number);
    return number;
  };
  return (plans) => {
    if (filling === crowd.filling) return block;
    filling = crowd.filling;
    for (const [index, plan] of plans.entries()) {
      const source = crowd.scalars.get(plan.fact);
      if (source === undefined) throw new Error(`The crowd has no column ${plan.fact}.`);
      const known = values[index] ?? { plan, column: newColumn(plan, 1), room: 32, met: 0 };
      values[index] = known;
      learn(known, source, numberOfCode);
      block.columns[index] = spread(known.column, source.rows, crowd.size, plan);
    }
    block.codes = codes.size;
    block.words = Math.ceil(crowd.size / 32);
    return block;
  };
}

function learn(
  known: Known,
  { values }: CrowdColumn<FactValue>,
  numberOfCode: (code: string) => number,
): void {
  if (values.length > known.room) {
    known.room = 2 ** Math.ceil(Math.log2(values.length + 1));
    known.column = newColumn(known.plan, known.room / 32);
    known.met = 0;
  }
  for (; known.met < values.length; known.met += 1) {
    const value = values[known.met];
    if (value !== undefined) setValue(known.column, known.met, value, numberOfCode);
  }
}

function spread(from: Column, rows: Int32Array, size: number, plan: ColumnPlan): Column {
  const to = newColumn(plan, BLOCK_WORDS);
  spreadBits(from.known, to.known, rows, size);
  if (from.kind === 'flags' && to.kind === 'flags') spreadBits(from.set, to.set, rows, size);
  if (from.kind === 'codes' && to.kind === 'codes')
    for (let row = 0; row < size; row += 1) to.codes[row] = from.codes[rows[row] as number] as number;
  if (from.kind === 'sets' && to.kind === 'sets') {
    spreadBits(from.others, to.others, rows, size);
    for (const [code, held] of from.holders)
      spreadBits(held, to.holders.get(code) as Uint32Array, rows, size);
  }
  if (from.kind === 'numbers' && to.kind === 'numbers') {
    for (let row = 0; row < size; row += 1) to.lo[row] = from.lo[rows[row] as number] as number;
    if (from.hi === from.lo) return to;
    to.hi = new Float64Array(to.lo.length);
    for (let row = 0; row < size; row += 1) to.hi[row] = from.hi[rows[row] as number] as number;
  }
  return to;
}

function spreadBits(from: Uint32Array, to: Uint32Array, rows: Int32Array, size: number): void {
  for (let row = 0; row < size; row += 1) if (hasBit(from, rows[row] as number)) setBit(to, row);
}
