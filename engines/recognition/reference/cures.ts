/** How far the steps that would cure a node can be taken. `docs/semantics.md` section 3. */
import type { Step } from '../language/pack.ts';
import type { Standing } from '../language/verdict.ts';
import { greatestStanding, leastStanding } from './outcome.ts';
import type { Scope } from './scope.ts';

/** At most curable: a step that can be taken is not yet taken. */
export function standingOfCures(steps: readonly string[], scope: Scope): Standing {
  return leastStanding(['curable', greatestStanding(steps.map((step) => standingOfStep(step, scope)))]);
}

function standingOfStep(id: string, scope: Scope): Standing {
  const { steps, blocked } = scope.memory;
  const held = steps.get(id);
  if (held !== undefined) return held;
  if (scope.stepPath.includes(id)) {
    blocked.add(id);
    return 'final';
  }
  const step = scope.law.steps.get(id);
  if (step === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
  // What is required is judged afresh inside the step: there, a cure that leads back here is none.
  const inner: Scope = { ...scope, stepPath: [...scope.stepPath, id], rulePath: [] };
  const standing = leastStanding([
    'met',
    ...step.requires.map((required) => standingOfRequired(required, inner)),
  ]);
  blocked.delete(id);
  // Inside an open circle the answer holds for this path only.
  if (blocked.size === 0) steps.set(id, standing);
  return standing;
}

function standingOfRequired(required: Step['requires'][number], scope: Scope): Standing {
  if ('step' in required) return standingOfStep(required.step, scope);
  if ('rule' in required) return standingOfRule(required.rule, scope);
  const route = scope.law.routes.get(required.route);
  if (route === undefined) throw new Error(`No route ${required.route}; lint refuses the pack.`);
  return leastStanding([
    'met',
    ...[...route.scope, ...route.requirements].map((rule) => standingOfRule(rule, scope)),
  ]);
}

function standingOfRule(rule: string, scope: Scope): Standing {
  const outcome = scope.interpreter.evaluateRule(rule, scope);
  return outcome.truth === 'notApplicable' ? 'met' : outcome.standing;
}
