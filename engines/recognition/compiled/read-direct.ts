/** A scalar against bounds, read as the person gave it: for facts that one row alone reads, so that laying them out does not pay. */
import type { FactValue } from '../language/facts.ts';
import { type CodeNumbers, numberOfCode } from './layout.ts';
import { DISPUTED, inOnes, NOT_SAID, unknown } from './packed.ts';
import type { Program } from './program.ts';

const SAID_NOTHING = unknown(NOT_SAID);
const SAID_TWICE = unknown(DISPUTED);

export function readDirect(
  value: FactValue | undefined,
  program: Program,
  row: number,
  codes: CodeNumbers,
): number {
  if (value === undefined) return SAID_NOTHING;
  if (value.state === 'range') {
    const { lo, hi } = value;
    const low = program.low[row] as number;
    const high = program.high[row] as number;
    const strength = inOnes(value.strength) << 5;
    if (lo >= low && hi <= high) return (program.inside[row] as number) | strength;
    return hi < low || lo > high ? (program.outside[row] as number) | strength : SAID_NOTHING;
  }
  if (value.state === 'known')
    return readKnown(value.value, inOnes(value.strength) << 5, program, row, codes);
  return value.state === 'disputed' ? SAID_TWICE : SAID_NOTHING;
}

/** A set is never compared with bounds; a school described by hand compares with nothing. */
function readKnown(
  value: boolean | string | readonly string[],
  strength: number,
  program: Program,
  row: number,
  codes: CodeNumbers,
): number {
  if (typeof value === 'object' || (typeof value === 'string' && value.startsWith('by-hand:')))
    return SAID_NOTHING;
  const number = typeof value === 'string' ? numberOfCode(value, codes) : value ? 1 : 0;
  const isInside = number >= (program.low[row] as number) && number <= (program.high[row] as number);
  return (isInside ? (program.inside[row] as number) : (program.outside[row] as number)) | strength;
}
