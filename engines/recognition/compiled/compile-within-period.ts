/** `withinPeriod`, over every pair of days that the two ranges allow. `docs/semantics.md` section 9. */
import { addPeriod, asDay } from '../../kernel/index.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { newDay } from './day-cell.ts';
import { endOfPair, missingOfDays } from './day-pair.ts';
import { compileDay } from './days.ts';
import { known, NOT_SAID, unknown } from './packed.ts';

type WithinPeriod = Extract<Node, { withinPeriod: unknown }>['withinPeriod'];

export function compileWithinPeriod(node: WithinPeriod, place: Place): CompiledLeaf {
  const [from, to] = [compileDay(node.from, place), compileDay(node.to, place)];
  const period = literalPeriod(node.period);
  const [a, b, { grade }] = [newDay(), newDay(), place];
  const lastAfter = (day: number): number =>
    addPeriod(asDay(day), period, node.rounding) - (node.inclusive ? 0 : 1);
  return {
    missing: (frame) => missingOfDays(frame, from, to),
    evaluate: (frame) => {
      from.read(frame, a);
      to.read(frame, b);
      const early = endOfPair(a, b, grade);
      if (early >= 0) return early;
      const strength = Math.min(a.strength, b.strength);
      if (a.hi <= b.lo && b.hi <= lastAfter(a.lo)) return known(true, strength, grade);
      return b.hi < a.lo || b.lo > lastAfter(a.hi) ? known(false, strength, grade) : unknown(NOT_SAID);
    },
  };
}
