/** What writing and reading an answer need to know of one version of a rule: its nodes and its facts, each in their order. */
import type { FactNamed, TellNode } from '../explanation/tell-node.ts';
import type { CompiledVersion } from './choose-version.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Layout } from './layout.ts';

/** Values that are written as they lie in their slot: numbers and days, yes and no. */
export const NUMBER = 0;
export const BOOLEAN = 1;
const OTHER = 2;

export type AnswerSheet = {
  readonly version: CompiledVersion;
  /** Children before their parents: the order of the rows. */
  readonly nodes: readonly CompiledNode[];
  /** The numbers of nodes whose letters do not tell everything: references, and leaves that read more than one scalar. */
  readonly talkative: readonly number[];
  readonly facts: readonly FactNamed[];
  /** By fact: its slot, negative where it has none; and how its value is written. */
  readonly slots: Int32Array;
  readonly kinds: Uint8Array;
};

export function makeAnswerSheet(version: CompiledVersion, tell: TellNode, layout: Layout): AnswerSheet {
  const nodes: CompiledNode[] = [];
  const visit = (node: CompiledNode): void => {
    for (const child of node.children) visit(child);
    nodes.push(node);
  };
  visit(version.root);
  const told = nodes.flatMap(({ node }) => tell(node).facts);
  const facts = [...new Map(told.map((named) => [named.fact, named])).values()];
  return {
    version,
    nodes,
    talkative: [...nodes.keys()].filter((at) => isTalkative(nodes[at] as CompiledNode)),
    facts,
    slots: Int32Array.from(facts, ({ fact }) => layout.scalars.get(fact) ?? -1),
    kinds: Uint8Array.from(facts, kindOf),
  };
}

const isTalkative = ({ children, missesItsFact, node }: CompiledNode): boolean =>
  children.length === 0 && !missesItsFact && !('all' in node) && !('any' in node);

function kindOf({ definition }: FactNamed): number {
  if (definition?.type === 'number' || definition?.type === 'day') return NUMBER;
  return definition?.type === 'boolean' ? BOOLEAN : OTHER;
}
