/** The wording of a rule on the day of the export; what stands beside it in time is told as lost. */
import type { Node } from '../language/nodes.ts';
import type { Rule, RuleVersion } from '../language/pack.ts';
import type { ResolvedRule } from '../query/resolve-query.ts';
import type { LossBook } from './losses.ts';

export type Wording = { readonly rule: Rule; readonly pack: string; readonly version?: RuleVersion };

/** With several wordings for several people the last one is taken, which is that of the newest. */
export function wordingOf({ rule, packId, versions, state }: ResolvedRule, book: LossBook): Wording {
  const version = versions.at(-1);
  if (state !== 'known' || version === undefined)
    book.lose(
      'not established',
      rule.rule,
      'On this day nobody has established what the rule asks, or it was not read again in time.',
    );
  if (versions.length > 1 || version?.appliesTo !== undefined)
    book.lose(
      'cohort',
      rule.rule,
      'Which wording applies depends on a day of the person; only the newest is told.',
    );
  if (rule.versions.length > versions.length)
    book.lose('other wordings', rule.rule, 'Earlier and later wordings of the rule are left out.');
  if ((rule.doubts ?? []).length > 0)
    book.lose('doubts', rule.rule, 'Doubts about the rule stand on its page only.');
  book.lose(
    'unknown',
    rule.rule,
    'Neither target tells a condition that is not met from one that is not known.',
  );
  book.lose('review', rule.rule, 'Until when the rule must be read again is left out.');
  return { rule, pack: packId, ...(version === undefined ? {} : { version }) };
}

/** The comparison or the operator that a node is: `onOrAfter`, `withinPeriod`. */
export function operatorNameOf(node: Node): string {
  const name = Object.keys(node).find((key) => !FRAME.has(key));
  return name ?? 'fact';
}
const FRAME = new Set(['fact', 'id', 'label', 'cite', 'cure', 'waiver', 'then', 'else']);
