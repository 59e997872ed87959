/** What is left to do, read off the outcomes: cures of what is false or unknown, in the order of the rule. */
import type { Step } from '../language/pack.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Outcome } from '../reference/outcome.ts';

export type Cures = {
  readonly steps: ReadonlyMap<string, Step>;
  /** The rules that a route asks for. */
  readonly rulesOf: (route: string) => readonly string[];
  readonly evaluate: (rule: string) => Outcome;
};

export function curesIn(law: ResolvedLaw, evaluate: Cures['evaluate']): Cures {
  const rulesOf = (id: string): readonly string[] => [
    ...(law.routes.get(id)?.scope ?? []),
    ...(law.routes.get(id)?.requirements ?? []),
  ];
  return { steps: law.steps, rulesOf, evaluate };
}

const isSettled = (outcome: Outcome): boolean =>
  outcome.truth === 'true' || outcome.truth === 'notApplicable';

/** Nothing below a node that can no longer be made true helps. */
export function curesOf(outcome: Outcome): readonly string[] {
  if (isSettled(outcome) || outcome.standing === 'final') return [];
  return [...new Set([...(outcome.node?.cure ?? []), ...outcome.children.flatMap(curesOf)])];
}

/** Whether no way to meet this avoids a step that somebody else's choice controls (a match, a quota, a job offer). */
export function needsSelection(outcome: Outcome, cures: Cures, path: readonly string[] = []): boolean {
  if (isSettled(outcome) || outcome.standing === 'final') return false;
  const own = (outcome.node?.cure ?? [])
    .map((id) => cures.steps.get(id))
    .filter((step) => step !== undefined);
  if (own.some((step) => !isSelected(step, cures, path))) return false;
  const open = outcome.children.filter(
    (child) => child.truth !== 'notApplicable' && child.standing !== 'final',
  );
  if (open.length === 0) return own.length > 0;
  const isChoice = outcome.node !== undefined && 'any' in outcome.node;
  const each = open.map((child) => needsSelection(child, cures, path));
  return isChoice ? each.every((selected) => selected) : each.some((selected) => selected);
}

/** The step itself, or something without which it cannot be taken. */
function isSelected(step: Step, cures: Cures, path: readonly string[]): boolean {
  if (step.controller === 'selection') return true;
  if (path.includes(step.step)) return false;
  const inner = [...path, step.step];
  return step.requires.some((required) => {
    if ('rule' in required) return needsSelection(cures.evaluate(required.rule), cures, inner);
    if ('route' in required)
      return cures.rulesOf(required.route).some((rule) => needsSelection(cures.evaluate(rule), cures, inner));
    const next = cures.steps.get(required.step);
    return next !== undefined && isSelected(next, cures, inner);
  });
}
