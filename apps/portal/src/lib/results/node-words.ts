/** One node of a requirement as a reader meets it: a short heading for a group, the sentence for a leaf. */
import type { ExplanationNode, Truth } from '@testamur/engines/recognition';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';
import { type Shown, showUnknown } from '../ui/looks.ts';

const GROUPS: Readonly<Record<string, MessageKey>> = {
  all: 'results.group.all',
  any: 'results.group.any',
  atLeast: 'results.group.atLeast',
  exactly: 'results.group.exactly',
  version: 'results.group.version',
};

/** The words for a group without a name of its own: its sentence would repeat all that stands below it. */
export function groupOf(node: ExplanationNode, { say }: Language): string | undefined {
  const repeats = node.children.some((child) => node.sentence.includes(child.sentence));
  const key = repeats ? GROUPS[node.operator] : undefined;
  return key === undefined ? undefined : say(key);
}

export const headingOf = (node: ExplanationNode, language: Language): string =>
  groupOf(node, language) ?? capitalise(node.sentence);

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const LOOKS: Readonly<Record<Exclude<Truth, 'unknown'>, Shown>> = {
  true: { look: 'open', key: 'results.node.holds' },
  false: { look: 'closed', key: 'results.node.fails' },
  notApplicable: { look: 'none', key: 'common.look.none' },
};

/** A node that is false and can still be made true looks like a step, not like a refusal. */
export function lookOfNode(node: ExplanationNode): Shown {
  if (node.truth === 'unknown') return showUnknown(node.reasons);
  if (node.truth === 'false' && node.standing === 'curable')
    return { look: 'steps', key: 'results.node.notYet' };
  return LOOKS[node.truth];
}
