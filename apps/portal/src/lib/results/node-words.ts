/** One node of a requirement as a reader meets it: a short heading for a group, the sentence for a leaf. */
import type { ExplanationNode, Truth } from '@testamur/engines/recognition';
import type { Look } from '../ui/looks.ts';
import { showUnknown } from '../ui/looks.ts';

const GROUPS: Readonly<Record<string, string>> = {
  all: 'All of these',
  any: 'One of these is enough',
  atLeast: 'Some of these',
  exactly: 'A fixed number of these',
  version: 'The wording that applies to you',
};

/** The words for a group without a name of its own: its sentence would repeat all that stands below it. */
export function groupOf(node: ExplanationNode): string | undefined {
  const repeats = node.children.some((child) => node.sentence.includes(child.sentence));
  return repeats ? GROUPS[node.operator] : undefined;
}

export const headingOf = (node: ExplanationNode): string => groupOf(node) ?? capitalise(node.sentence);

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const LOOKS: Readonly<Record<Exclude<Truth, 'unknown'>, { readonly look: Look; readonly word: string }>> = {
  true: { look: 'open', word: 'Holds' },
  false: { look: 'closed', word: 'Does not hold' },
  notApplicable: { look: 'none', word: 'Does not apply' },
};

/** A node that is false and can still be made true looks like a step, not like a refusal. */
export function lookOfNode(node: ExplanationNode): { readonly look: Look; readonly word: string } {
  if (node.truth === 'unknown') return showUnknown(node.reasons);
  if (node.truth === 'false' && node.standing === 'curable') return { look: 'steps', word: 'Not yet' };
  return LOOKS[node.truth];
}
