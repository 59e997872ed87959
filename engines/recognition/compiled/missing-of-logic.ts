/** What is missing while a logical node is unknown: what the children miss that keep it so. `docs/semantics.md` section 6. */
import type { Node } from '../language/nodes.ts';
import { type CompiledNode, sortedUnion } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { T, truthOf, U } from './packed.ts';

export function missingOfLogic(
  node: Node,
  children: readonly CompiledNode[],
  answers: Int32Array,
  frame: Frame,
): readonly string[] {
  const open = children.filter((child) => truthOf(answers[child.row] as number) === U);
  if ('if' in node && !open.includes(children[0] as CompiledNode)) {
    const chosen = children[truthOf(answers[children[0]?.row as number] as number) === T ? 1 : 2];
    return chosen !== undefined && open.includes(chosen) ? chosen.missing(frame) : [];
  }
  return sortedUnion(open.map((child) => child.missing(frame)));
}
