/** The front of one target: every plan that no other betters in cost and time, within what the person wishes. */
import type { Front, NoRoute, Stepwise, Wishes } from './front.ts';
import { certificateOf } from './front-certificate.ts';
import { exclusionsOf } from './front-exclusions.ts';
import { pointsOfBest } from './front-points.ts';
import type { RouteTarget } from './front-question.ts';
import {
  describeWays,
  exploredOf,
  type FoundWays,
  type FrontOptions,
  optionsOf,
  searchTargets,
} from './front-targets.ts';
import type { PlanTarget } from './plan.ts';
import { blockingRules, reasonFor, targetsOf } from './plan-for.ts';
import type { Planning } from './planning.ts';
import { runToEnd } from './run-to-end.ts';

/**
 * All at once; `searchFrontFor` does the same in pieces. Throws when the packs have no such target, and on days or
 * periods in the wishes that cannot be read: those are bugs of the caller.
 *
 * @example frontFor(openPlanning(law, person, assessment), { route: 'gb.plab' }, { deadline: '2029-01-01' })
 */
export function frontFor(
  planning: Planning,
  target: PlanTarget,
  wishes: Wishes = {},
  options: FrontOptions = {},
): Front {
  return runToEnd(searchFrontFor(planning, target, wishes, options));
}

export function* searchFrontFor(
  planning: Planning,
  target: PlanTarget,
  wishes: Wishes = {},
  options: FrontOptions = {},
): Stepwise<Front> {
  const targets = targetsOf(planning, target);
  const found = yield* searchTargets(planning, targets, wishes, options);
  const best = yield* describeWays(found, planning, wishes);
  const points = pointsOfBest(best, wishes);
  const [first] = targets;
  if (first === undefined) throw new Error('A target has a route.');
  const front = {
    schema: 'testamur/front/1',
    target: { pack: first.pack.pack, ...('route' in target ? { route: target.route } : {}) },
    on: planning.assessment.on,
    wishes,
    points,
    certificate: certificateOf(planning, found, points, optionsOf(options).hopLimit),
  } as const;
  if (points.length > 0) return { ...front, excludedBy: [] };
  const excludedBy = yield* exclusionsOf({ planning, targets, wishes, options });
  return { ...front, none: noRoute(planning, targets, found, excludedBy.length > 0), excludedBy };
}

function noRoute(
  planning: Planning,
  targets: readonly RouteTarget[],
  { results }: FoundWays,
  isWished: boolean,
): NoRoute {
  const [first] = targets;
  const [result] = results;
  if (isWished || first === undefined || result === undefined) return { reason: 'wishes', blocking: [] };
  const tried = exploredOf(results).tried;
  return {
    reason: reasonFor(planning, first.route, { complete: results.every(({ complete }) => complete), tried }),
    blocking: blockingRules(planning, first),
  };
}
