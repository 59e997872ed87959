/** What a change would change: the routes before and after, side by side. */
import { type Day, formatDay, parseDay } from '../kernel/index.ts';
import { applyEffects, assessPerson, type Dossier, type RouteStatus } from '../recognition/index.ts';
import { earliestEverywhere } from './earliest-everywhere.ts';
import type { Hypothesis, RouteDifference, RouteState, WhatIf, WhatIfChange } from './front.ts';
import type { Reach } from './plan.ts';
import { openPlanning, type Planning } from './planning.ts';

/**
 * Changed facts, and steps as if they were done. A step that cannot be is refused and changes nothing; the rest is worked out all the
 * same.
 *
 * @example whatIf(planning, { steps: [{ step: 'step.gb.plab1' }] })
 */
export function whatIf(planning: Planning, change: WhatIfChange): WhatIf {
  const { law, person, assessment } = planning;
  const { taken, refused } = sortOut(change.steps ?? [], planning);
  const dossier = taken.reduce(
    (held, { step, day }) => takeStep(held, step, day, planning),
    change.dossier ?? person.dossier,
  );
  const other = { ...person, dossier };
  const after = new Map(
    earliestEverywhere(openPlanning(law, other, assessPerson(law, other))).map((each) => [each.route, each]),
  );
  const routes = earliestEverywhere(planning).flatMap((before): readonly RouteDifference[] => {
    const then = after.get(before.route);
    return then === undefined ? [] : [differenceOf(before, then)];
  });
  return {
    schema: 'testamur/what-if/1',
    on: assessment.on,
    steps: taken.map(({ step, day }) => ({ step, on: formatDay(day) })),
    refused,
    routes: routes.toSorted(
      (a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || (a.route < b.route ? -1 : 1),
    ),
  };
}

const CHANGES: readonly RouteDifference['change'][] = ['gained', 'lost', 'better', 'worse', 'same'];

type Taken = { readonly step: string; readonly day: Day };

function sortOut(
  steps: readonly Hypothesis[],
  { law }: Planning,
): { readonly taken: readonly Taken[]; readonly refused: WhatIf['refused'] } {
  const taken: Taken[] = [];
  const refused: WhatIf['refused'][number][] = [];
  for (const { step, on } of steps) {
    const day = on === undefined ? { ok: true as const, value: law.on } : parseDay(on);
    if (!law.law.steps.has(step)) refused.push({ step, reason: 'unknownStep' });
    else if (!day.ok) refused.push({ step, reason: 'badDay' });
    else taken.push({ step, day: day.value });
  }
  return { taken, refused };
}

function takeStep(dossier: Dossier, step: string, day: Day, { law }: Planning): Dossier {
  const { vocabulary } = law.book;
  const effects = law.law.steps.get(step)?.effects ?? [];
  return applyEffects({
    dossier,
    basis: (dossier.qualifications?.length ?? 0) - 1,
    effects,
    vocabulary,
    day,
  });
}

function differenceOf(before: Reach, after: Reach): RouteDifference {
  const { pack, route, grants, independent } = before;
  return {
    ...{ pack, route, grants, independent },
    before: stateOf(before),
    after: stateOf(after),
    change: changeOf(before, after),
  };
}

const stateOf = ({ status, reach, time, steps, ifSelected }: Reach): RouteState => ({
  ...{ status, reach, steps, ifSelected },
  ...(time === undefined ? {} : { time }),
});

const REACHES: readonly Reach['reach'][] = ['unreachable', 'conditional', 'reachable'];
const STATUSES: readonly RouteStatus[] = ['closed', 'unknown', 'withSteps', 'open'];

/** Nearer by how surely it is reached; then by its status today; then by the day; then by the steps. */
function changeOf(before: Reach, after: Reach): RouteDifference['change'] {
  if (before.reach === 'unreachable' && after.reach !== 'unreachable') return 'gained';
  if (before.reach !== 'unreachable' && after.reach === 'unreachable') return 'lost';
  const by =
    REACHES.indexOf(after.reach) - REACHES.indexOf(before.reach) ||
    STATUSES.indexOf(after.status) - STATUSES.indexOf(before.status) ||
    (before.time?.days ?? 0) - (after.time?.days ?? 0) ||
    before.steps - after.steps;
  return by > 0 ? 'better' : by < 0 ? 'worse' : 'same';
}
