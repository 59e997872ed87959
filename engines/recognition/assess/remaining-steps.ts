/** What is left to do, read off the outcomes: cures of what is false or unknown, in the order of the rule. */
import type { Step } from '../language/pack.ts';
import type { Outcome } from '../reference/outcome.ts';

export function curesOf(outcome: Outcome): readonly string[] {
  if (outcome.truth === 'true' || outcome.truth === 'notApplicable') return [];
  return [...new Set([...(outcome.node?.cure ?? []), ...outcome.children.flatMap(curesOf)])];
}

/** Whether no way to meet this avoids a step that somebody else's choice controls (a match, a quota, a job offer). */
export function needsSelection(outcome: Outcome, steps: ReadonlyMap<string, Step>): boolean {
  if (outcome.truth === 'true' || outcome.truth === 'notApplicable') return false;
  const cures = (outcome.node?.cure ?? []).map((id) => steps.get(id)).filter((step) => step !== undefined);
  if (cures.some((step) => !isSelected(step, steps, []))) return false;
  const open = outcome.children.filter((child) => child.truth !== 'notApplicable');
  if (open.length === 0) return cures.length > 0;
  const isChoice = outcome.node !== undefined && 'any' in outcome.node;
  const each = open.filter((child) => child.standing !== 'final').map((child) => needsSelection(child, steps));
  return isChoice ? each.length > 0 && each.every((selected) => selected) : each.some((selected) => selected);
}

function isSelected(step: Step, steps: ReadonlyMap<string, Step>, path: readonly string[]): boolean {
  if (step.controller === 'selection') return true;
  return step.requires.some((required) => {
    const next = 'step' in required ? steps.get(required.step) : undefined;
    return next !== undefined && !path.includes(next.step) && isSelected(next, steps, [...path, step.step]);
  });
}
