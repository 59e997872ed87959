import type { Pack, Query, Rule } from '@testamur/engines/recognition';
import type { Reading } from '../reference/read-in.ts';
import { type ExampleGroup, groupExamples } from './examples.ts';
import { type Pointer, pointing } from './pointer.ts';
import { type RuleView, viewRule } from './rule-view.ts';

export type RulePage = {
  readonly rule: RuleView;
  /** Routes that ask for it, or use it to say whom they are for. */
  readonly askedBy: readonly Pointer[];
  /** Rules whose conditions name it. */
  readonly namedBy: readonly Pointer[];
  /** Steps that must not be taken, or cannot, before it is met. */
  readonly neededBy: readonly Pointer[];
  readonly examples: readonly ExampleGroup[];
};

/** `keep` is what links carry on. */
export type RuleAsked = {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly query: Query;
  readonly keep: string;
};

/** One rule with everything that hangs on it. */
export function viewRulePage(
  { reference, language }: Reading,
  { pack, rule, query, keep }: RuleAsked,
): RulePage {
  const point = pointing(reference, { link: language.link, query: keep });
  const packs = [...reference.packs.values()].map((entry) => entry.pack);
  const id = rule.rule;
  const routes = packs.flatMap((each) => each.routes);
  const rules = packs.flatMap((each) => each.rules);
  const steps = [...reference.steps.values()];
  return {
    rule: viewRule(pack, rule, query, { words: reference.words, point, language }),
    askedBy: routes
      .filter((route) => [...route.scope, ...route.requirements].includes(id))
      .map((route) => point(route.route)),
    namedBy: rules
      .filter((other) => other.versions.some(({ when }) => names(when, id)))
      .map((other) => point(other.rule)),
    neededBy: steps
      .filter((step) => step.requires.some((each) => 'rule' in each && each.rule === id))
      .map((step) => point(step.step)),
    examples: groupExamples(
      reference.library.cases.filter((each) => each.rule === id),
      pack.sources,
    ),
  };
}

/** Whether a condition refers to the rule, however deep. */
function names(part: unknown, id: string): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) => (key === 'rule' && value === id) || names(value, id));
}
