/** A node of the explanation made short: a step that only passes on what stands below it is not shown by itself. */
import type { ExplanationNode, FactUsed } from '@testamur/engines/recognition';
import { capitalise, groupOf, headingOf, lookOfNode } from './node-words.ts';

export type ShownNode = {
  readonly id: string;
  readonly shown: ReturnType<typeof lookOfNode>;
  readonly heading: string;
  /** What exactly is asked, where the heading is the name of a rule. */
  readonly detail?: string;
  readonly facts: readonly FactUsed[];
  readonly waiver?: string;
  readonly children: readonly ShownNode[];
};

export function showNode(node: ExplanationNode): ShownNode {
  const [only] = node.children;
  const passesOn = node.operator === 'rule' || node.operator === 'version';
  if (!passesOn || only === undefined || node.children.length > 1) return plain(node, headingOf(node));
  if (node.operator === 'version') return showNode(only);
  const group = groupOf(only);
  const inner = showNode(only);
  return {
    ...inner,
    ...plain(
      { ...only, id: node.id },
      `${capitalise(node.sentence)}${group === undefined ? '' : ` (${group.toLowerCase()})`}`,
    ),
    ...(group === undefined ? { detail: inner.heading } : {}),
    shown: lookOfNode(node),
    children: inner.children,
  };
}

function plain(node: ExplanationNode, heading: string): ShownNode {
  return {
    id: node.id,
    shown: lookOfNode(node),
    heading,
    // The day of the application is the same everywhere; what is not known is asked for elsewhere.
    facts: node.facts.filter((fact) => fact.state !== 'unknown' && !fact.fact.startsWith('application.')),
    ...(node.waiver === undefined ? {} : { waiver: node.waiver }),
    children: node.children.map(showNode),
  };
}
