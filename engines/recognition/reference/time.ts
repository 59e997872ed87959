/** `withinPeriod`, over every pair of days that the two ranges allow. `docs/semantics.md` section 9. */
import { addPeriod } from '../../kernel/index.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { namesOfRange, noDay, unknownDays } from './comparison.ts';
import { evaluateDay } from './days.ts';
import { certain, notSaid, weakest } from './leaf.ts';
import type { LeafAnswer } from './outcome.ts';
import type { Scope } from './scope.ts';

type WithinPeriod = Extract<Node, { withinPeriod: unknown }>['withinPeriod'];

export function evaluateWithinPeriod(node: WithinPeriod, scope: Scope): LeafAnswer {
  const from = evaluateDay(node.from, scope);
  const to = evaluateDay(node.to, scope);
  if (from.state === 'none' || to.state === 'none') return noDay(from, to);
  if (from.state === 'unknown' || to.state === 'unknown') return unknownDays([from, to]);
  const period = literalPeriod(node.period);
  const lastAfter = (day: typeof from.lo): number =>
    addPeriod(day, period, node.rounding) - (node.inclusive ? 0 : 1);
  const strength = weakest(from.strength, to.strength);
  if (from.hi <= to.lo && to.hi <= lastAfter(from.lo)) return certain(true, strength);
  // The days reachable from some `from` are one unbroken stretch, since the period is at least a day and grows with its start.
  if (to.hi < from.lo || to.lo > lastAfter(from.hi)) return certain(false, strength);
  return notSaid([...namesOfRange(from), ...namesOfRange(to)]);
}
