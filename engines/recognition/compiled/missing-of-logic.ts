/** What is missing while a logical node is unknown: what the children miss that keep it so. `docs/semantics.md` section 6. */
import type { Node } from '../language/nodes.ts';
import { type CompiledNode, sortedUnion } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { T, truthOf, U } from './packed.ts';

export function missingOfLogic(
  node: Node,
  children: readonly CompiledNode[],
  frame: Frame,
): readonly string[] {
  const answers = children.map((child) => ({ child, truth: truthOf(answerOf(child, frame)) }));
  if ('if' in node && answers[0]?.truth !== U) {
    const branch = answers[0]?.truth === T ? answers[1] : answers[2];
    return branch?.truth === U ? branch.child.missing(frame) : [];
  }
  return sortedUnion(answers.filter(({ truth }) => truth === U).map(({ child }) => child.missing(frame)));
}

/** What was recorded, with what the second stage found; inside `where` nothing is recorded and the child is asked again. */
const answerOf = (child: CompiledNode, frame: Frame): number =>
  child.number < 0 ? child.evaluate(frame) : (frame.results[child.number] ?? 0);
