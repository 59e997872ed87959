/** A node of the explanation made short: a step that only passes on what stands below it is not shown by itself. */
import type { ExplanationNode, FactUsed } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
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

export function showNode(node: ExplanationNode, language: Language): ShownNode {
  const [only] = node.children;
  const passesOn = node.operator === 'rule' || node.operator === 'version';
  if (!passesOn || only === undefined || node.children.length > 1)
    return plain(node, headingOf(node, language), language);
  if (node.operator === 'version') return showNode(only, language);
  const group = groupOf(only, language);
  const inner = showNode(only, language);
  return {
    ...inner,
    ...plain(
      { ...only, id: node.id },
      `${capitalise(node.sentence)}${group === undefined ? '' : ` (${group.toLocaleLowerCase(language.tag)})`}`,
      language,
    ),
    ...(group === undefined ? { detail: inner.heading } : {}),
    shown: lookOfNode(node),
    children: inner.children,
  };
}

function plain(node: ExplanationNode, heading: string, language: Language): ShownNode {
  return {
    id: node.id,
    shown: lookOfNode(node),
    heading,
    // The day of the application is the same everywhere; what is not known is asked for elsewhere.
    facts: node.facts.filter((fact) => fact.state !== 'unknown' && !fact.fact.startsWith('application.')),
    ...(node.waiver === undefined ? {} : { waiver: node.waiver }),
    children: node.children.map((child) => showNode(child, language)),
  };
}
