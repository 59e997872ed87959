/** A node that is false or unknown stands at least as well as the best step that cures it. `docs/semantics.md` section 3. */
import type { Node } from '../language/nodes.ts';
import { isInner, type Place } from './compiled-node.ts';
import { bound, CURABLE, N, standingOf, T, truthOf, withStanding } from './packed.ts';
import type { Finish } from './program.ts';

export function curesOf(node: Node, place: Place): Finish | undefined {
  if (node.cure === undefined || isInner(place)) return undefined;
  const { compiler } = place;
  const steps = node.cure.map((step) => {
    const number = compiler.stepNumbers.get(step);
    if (number === undefined) throw new Error(`No step ${step}; lint refuses the pack.`);
    return number;
  });
  return (answer, frame) => {
    const truth = truthOf(answer);
    if (truth === T || truth === N) return answer;
    const standing = steps.reduce(
      (held, step) => held | (compiler.standingOfStep(step, frame) & CURABLE),
      standingOf(answer),
    );
    return withStanding(answer, bound(standing, truth));
  };
}
