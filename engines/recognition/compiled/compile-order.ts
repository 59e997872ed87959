/** `onOrAfter`, `after`, `onOrBefore`, `before`. `docs/semantics.md` section 8. */
import { literalDay } from '../language/literals.ts';
import type { DayExpression } from '../language/nodes.ts';
import { ANY_NUMBER, type Bounds, compileThreshold } from './compile-threshold.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { newDay } from './day-cell.ts';
import { endOfPair, missingOfDays } from './day-pair.ts';
import { compileDay } from './days.ts';
import { known, NOT_SAID, unknown } from './packed.ts';

export type Order = {
  readonly fact: string;
  readonly bound: DayExpression;
  /** The fact has to be the earlier of the two. */
  readonly before: boolean;
  /** The same day does not do. */
  readonly strict: boolean;
};

export function compileOrder(order: Order, place: Place): CompiledLeaf {
  const { fact, bound } = order;
  if (typeof bound === 'string' && !fact.startsWith('row.'))
    return compileThreshold(fact, boundsOf(literalDay(bound), order), place);
  const left = compileDay({ fact }, place);
  const right = compileDay(bound, place);
  const [a, b, { grade }] = [newDay(), newDay(), place];
  const gap = order.strict ? 1 : 0;
  return {
    missing: (frame) => missingOfDays(frame, left, right),
    evaluate: (frame) => {
      left.read(frame, a);
      right.read(frame, b);
      const early = endOfPair(a, b, grade);
      if (early >= 0) return early;
      const [first, last] = order.before ? [a, b] : [b, a];
      const strength = Math.min(a.strength, b.strength);
      if (first.hi + gap <= last.lo) return known(true, strength, grade);
      return first.lo + gap > last.hi ? known(false, strength, grade) : unknown(NOT_SAID);
    },
  };
}

/** Days are whole: after a day is from the next one on. */
const boundsOf = (day: number, { before, strict }: Order): Bounds =>
  before ? { ...ANY_NUMBER, high: strict ? day - 1 : day } : { ...ANY_NUMBER, low: strict ? day + 1 : day };
