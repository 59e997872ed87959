/** Why nobody can say yet whether something that is not met can still be met: what is unknown on the way of its cures. */
import type { Step } from '../language/pack.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { Cures } from './remaining-steps.ts';

/** The unknown outcomes on which it hangs; none where the standing is known. */
export function undeterminedBy(
  outcome: Outcome,
  cures: Cures,
  path: readonly string[] = [],
): readonly Outcome[] {
  if (outcome.standing !== 'unknown' || outcome.truth === 'notApplicable') return [];
  if (outcome.truth === 'unknown') return [outcome];
  const below = outcome.children.flatMap((child) => undeterminedBy(child, cures, path));
  const steps = (outcome.node?.cure ?? []).flatMap((id) => cures.steps.get(id) ?? []);
  return [...below, ...steps.flatMap((step) => undeterminedStep(step, cures, path))];
}

function undeterminedStep(step: Step, cures: Cures, path: readonly string[]): readonly Outcome[] {
  if (path.includes(step.step)) return [];
  const inner = [...path, step.step];
  return step.requires.flatMap((required) => {
    if ('rule' in required) return undeterminedBy(cures.evaluate(required.rule), cures, inner);
    if ('route' in required)
      return cures
        .rulesOf(required.route)
        .flatMap((rule) => undeterminedBy(cures.evaluate(rule), cures, inner));
    const next = cures.steps.get(required.step);
    return next === undefined ? [] : undeterminedStep(next, cures, inner);
  });
}
