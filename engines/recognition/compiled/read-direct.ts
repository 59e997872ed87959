/** A scalar that is no range against bounds, read as the person gave it: a yes, a no, a code, or nothing that can be compared. */
import type { FactValue } from '../language/facts.ts';
import { type CodeNumbers, numberOfCode } from './layout.ts';
import { DISPUTED, inOnes, NOT_SAID, unknown } from './packed.ts';
import type { Program } from './program.ts';

const SAID_NOTHING = unknown(NOT_SAID);
const SAID_TWICE = unknown(DISPUTED);

/** A set is never compared with bounds; a school described by hand compares with nothing. */
export function readOtherValue(given: FactValue, program: Program, row: number, codes: CodeNumbers): number {
  if (given.state === 'disputed') return SAID_TWICE;
  if (given.state !== 'known') return SAID_NOTHING;
  const { value } = given;
  if (typeof value === 'object' || (typeof value === 'string' && value.startsWith('by-hand:')))
    return SAID_NOTHING;
  const number = typeof value === 'string' ? numberOfCode(value, codes) : value ? 1 : 0;
  const isInside = number >= (program.low[row] as number) && number <= (program.high[row] as number);
  const said = (isInside ? program.inside[row] : program.outside[row]) as number;
  return said | (inOnes(given.strength) << 5);
}
