/** `every`: what holds for each entry that matches. `docs/semantics.md` section 10. */
import type { Node } from '../language/nodes.ts';
import { type CompiledLeaf, insideList, type Place, sortedUnion } from './compiled-node.ts';
import { type Frame, withEntry } from './frame.ts';
import { F, FULL, known, N, reasonsOf, strengthOf, T, truthOf, U, unknown } from './packed.ts';
import { compileSelection } from './selection.ts';

type Every = Extract<Node, { every: unknown }>['every'];

const truthOfTry = (packed: number): number => (truthOf(packed) === N ? F : truthOf(packed));
const strengthOfTry = (packed: number): number => (strengthOf(packed) === 0 ? FULL : strengthOf(packed));

export function compileEvery(node: Every, place: Place): CompiledLeaf {
  const { grade, compiler } = place;
  const matches = compileSelection(node, place);
  const satisfies = compiler.compileTest(node.satisfies, insideList(node.list, place));
  /** What is asked of each entry that matches or may; nothing of the others. */
  const look = (frame: Frame) => {
    const found = matches.find(frame);
    const tries = found.entries.map((entry, index) =>
      found.truths[index] === F ? undefined : withEntry(frame, entry, satisfies.evaluate),
    );
    return { found, tries };
  };
  return {
    missing: (frame) => {
      const { found, tries } = look(frame);
      const open = found.entries.filter((_, index) => truthOfTry(tries[index] ?? F) === U);
      return sortedUnion([
        matches.missing(frame),
        ...open.map((entry) => withEntry(frame, entry, satisfies.missing)),
      ]);
    },
    trace: (frame) => {
      const { found, tries } = look(frame);
      const failing = found.entries.filter(
        (_, index) => found.truths[index] === T && truthOfTry(tries[index] ?? F) === F,
      );
      return { matched: failing.map((entry) => entry.id), possible: [] };
    },
    evaluate: (frame) => {
      const { found, tries } = look(frame);
      let [failing, open, strength, reasons] = [0, 0, found.strength, found.reasons];
      for (const [index, packed] of tries.entries()) {
        if (packed === undefined) continue;
        const truth = truthOfTry(packed);
        const own = strengthOfTry(packed);
        if (truth === F && found.truths[index] === T)
          failing = Math.max(failing, Math.min(found.strengths[index] as number, own));
        if (truth !== T) open += 1;
        if (truth === U) reasons |= reasonsOf(packed);
        strength = Math.min(strength, own);
      }
      if (failing > 0) return known(false, failing, grade);
      return open === 0 && !found.more ? known(true, strength, grade) : unknown(reasons);
    },
  };
}
