/** Rules and steps that nothing needs. */
import { subjectOf } from '../language/origin.ts';
import type { Pack } from '../language/pack.ts';
import { walkNodes } from '../language/walk-nodes.ts';
import { type Finding, warning } from './finding.ts';

export function checkNeeds(pack: Pack, packs: readonly Pack[]): readonly Finding[] {
  const required = packs.flatMap(({ steps }) => steps.flatMap(({ requires }) => requires));
  const nodes = packs.flatMap(({ rules }) =>
    rules.flatMap(({ versions }) => versions.flatMap(({ when }) => walkNodes(when).map(({ node }) => node))),
  );
  const steps = new Set([
    ...nodes.flatMap((node) => node.cure ?? []),
    ...packs.flatMap(({ routes }) => routes.flatMap((route) => route.finally)),
    ...required.flatMap((each) => ('step' in each ? [each.step] : [])),
  ]);
  const rules = new Set([
    ...nodes.flatMap((node) => ('rule' in node ? [node.rule] : [])),
    ...packs.flatMap(({ routes }) => routes.flatMap((route) => [...route.scope, ...route.requirements])),
    ...required.flatMap((each) => ('rule' in each ? [each.rule] : [])),
  ]);
  return [
    ...pack.steps
      .filter(({ step }) => !steps.has(step))
      .map(({ step }) =>
        warning(
          'LINT_STEP_NEEDLESS',
          subjectOf('step', step),
          [],
          `Nothing needs ${step}: no cure, no end of a route, no other step.`,
          'Name it where it is needed, or take it out.',
        ),
      ),
    ...pack.rules
      .filter(({ rule }) => !rules.has(rule))
      .map(({ rule }) =>
        warning(
          'LINT_RULE_UNUSED',
          subjectOf('rule', rule),
          [],
          `No route, rule or step uses ${rule}.`,
          'Add it to a route, or take it out.',
        ),
      ),
  ];
}
