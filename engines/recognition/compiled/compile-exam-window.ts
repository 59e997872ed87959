/** `examWindow`: is there a choice of attempts, one for each part, that fits the window? `docs/semantics.md` section 9. */
import { addPeriod, asDay, FIRST_DAY, LAST_DAY } from '../../kernel/index.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { type Attempt, chooseAttempts } from './choose-attempts.ts';
import { type CompiledLeaf, type Place, sortedUnion } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { fieldSlot } from './layout.ts';
import { F, FULL, known, NOT_SAID, T, unknown } from './packed.ts';
import { compileSelection, type Found } from './selection.ts';
import { KNOWN, stateAt, strengthAt } from './slots.ts';

type ExamWindow = Extract<Node, { examWindow: unknown }>['examWindow'];

export function compileExamWindow(node: ExamWindow, place: Place): CompiledLeaf {
  const parts = node.parts.map((where) => compileSelection({ list: node.list, where }, place));
  const slot = fieldSlot(node.list, node.field, place.compiler.layout);
  const period = literalPeriod(node.within);
  const { grade } = place;
  const lastAfter = (first: number): number =>
    addPeriod(asDay(first), period, node.rounding) - (node.inclusive ? 0 : 1);
  const search = (frame: Frame) => {
    const found = parts.map((part) => part.find(frame));
    const attempts = found.map((each) => attemptsOf(each, slot));
    return { found, attempts, ...chooseAttempts(attempts, { ordered: node.ordered === true, lastAfter }) };
  };
  return {
    trace: (frame) => ({
      matched: search(frame).chosen?.map((attempt) => attempt.id ?? '') ?? [],
      possible: [],
    }),
    missing: (frame) =>
      sortedUnion(parts.flatMap((part) => [part.missing(frame), part.vagueField(frame, slot, node.field)])),
    evaluate: (frame) => {
      const { found, attempts, strength, possible } = search(frame);
      if (strength > 0) return known(true, strength, grade);
      if (!possible) return known(false, weakestOf(found, attempts), grade);
      const reasons = found.reduce((all, each) => all | each.reasons, 0);
      return unknown(reasons === 0 ? NOT_SAID : reasons);
    },
  };
}

const weakestOf = (found: readonly Found[], attempts: readonly (readonly Attempt[])[]): number =>
  Math.min(
    FULL,
    ...found.map((each) => each.strength),
    ...attempts.flat().map((attempt) => attempt.strength),
  );

/** An attempt without a day may have been on any; one that the person may not have told of, too. */
function attemptsOf(found: Found, slot: number): readonly Attempt[] {
  const told = found.entries.flatMap(({ id, slots }, index): readonly Attempt[] => {
    if (found.truths[index] === F) return [];
    const strength = found.strengths[index] as number;
    const sure = found.truths[index] === T;
    if (stateAt(slots, slot) !== KNOWN) return [{ id, lo: FIRST_DAY, hi: LAST_DAY, sure, strength }];
    const [lo, hi] = [slots.lo[slot] as number, slots.hi[slot] as number];
    return [{ id, lo, hi, sure, strength: Math.min(strength, strengthAt(slots, slot)) }];
  });
  return found.more
    ? [...told, { id: undefined, lo: FIRST_DAY, hi: LAST_DAY, sure: false, strength: FULL }]
    : told;
}
