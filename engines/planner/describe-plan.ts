/** A way in words and figures: what is published as a plan. */
import { addCosts, type Citation, costOf, type Day, formatDay } from '../kernel/index.ts';
import { ADDED, type Pack, type Route } from '../recognition/index.ts';
import type { Wishes } from './front.ts';
import type { GraphBuilder } from './graph/build-graph.ts';
import type { NodeId } from './graph/graph.ts';
import { stepsJustBefore } from './graph/knuth-pass.ts';
import { inOrderOf, inOrderOfDays } from './order-steps.ts';
import type { Plan, PlanAssumption, PlanCost, PlannedStep, PlanTime, PlanVia } from './plan.ts';
import type { Trial } from './search/try-way.ts';
import type { Way } from './search/ways.ts';
import { type Judged, type Standpoint, standOn, type View } from './standpoint.ts';
import { adviceOf, contingenciesOfPlan } from './time/plan-time.ts';
import type { ScheduledStep } from './time/schedule-way.ts';

export type PlanParts = {
  readonly planning: Judged;
  readonly view: View;
  readonly pack: Pack;
  readonly route: Route;
  readonly way: Way;
  readonly trial: Trial;
  readonly builder: GraphBuilder;
  /** Costs and lengths that the person entered, by step. */
  readonly own?: Wishes['own'];
};

export function describePlan(parts: PlanParts): Plan {
  const { planning, view, pack, route, trial } = parts;
  const { law, assessment, person } = planning;
  const today = planning.today(view);
  const via = viaOf(parts);
  const steps = describeSteps(parts);
  const basis = person.dossier.qualifications?.[view.basis]?.id;
  const result = assessment.authorities
    .flatMap(({ routes }) => routes)
    .find((each) => each.route === route.route);
  return {
    schema: 'testamur/plan/1',
    target: {
      pack: pack.pack,
      route: route.route,
      title: route.title,
      grants: route.grants,
      independent: result?.independent === true,
    },
    ...(basis === undefined ? {} : { basis }),
    on: formatDay(law.on),
    steps,
    applicationOn: formatDay(trial.applicationOn),
    cost: costOfPlan(trial.schedule),
    time: timeOf(trial, law.on),
    ifSelected: trial.schedule.some(({ step }) => step.step.controller === 'selection'),
    authorityDecides: [route, ...via.flatMap((each) => law.law.routes.get(each.route) ?? [])].flatMap(
      (each) => each.discretion,
    ),
    via,
    assumes: assumptionsOf(trial, parts),
    questions: questionsOf(parts, today),
    advice: inOrderOf(steps, adviceOf(trial)),
    contingencies: inOrderOf(steps, contingenciesOfPlan(trial)),
    assumesLawUnchangedSince: formatDay(law.on),
  };
}

function describeSteps(parts: PlanParts): readonly PlannedStep[] {
  const schedule = inOrderOfDays(parts.trial.schedule);
  const keyOf = new Map(schedule.map(({ node, step }) => [node, step.key]));
  const rules = rulesUnlocked(parts);
  const ownerOf = new Map(
    parts.planning.law.book.packs.flatMap((pack) => pack.steps.map(({ step }) => [step, pack.pack] as const)),
  );
  return schedule.map((each) => {
    const { node, step: graphStep, after } = each;
    const { step, key, effects } = graphStep;
    const hers = parts.own?.[step.step];
    return {
      key,
      step: step.step,
      pack: ownerOf.get(step.step) ?? 'common',
      title: step.title,
      text: step.text,
      kind: step.kind,
      controller: step.controller,
      cost:
        step.cost === undefined
          ? { known: false }
          : { known: true, ...step.cost, ...(hers?.cost === undefined ? {} : { hers: true }) },
      duration:
        step.duration === undefined
          ? { known: false }
          : { known: true, ...step.duration, ...(hers?.duration === undefined ? {} : { hers: true }) },
      ...(step.validFor === undefined ? {} : { validFor: step.validFor }),
      after: [...keyOf].flatMap(([id, before]) => (after.includes(id) ? [before] : [])),
      schedule: scheduleOf(each),
      effects,
      unlocks: {
        rules: rules.get(node) ?? [],
        steps: schedule.filter((other) => other.after.includes(node)).map((other) => other.step.key),
        routes: graphStep.completes === undefined ? [] : [graphStep.completes],
      },
      cite: citationsOf(step.cite, rules.get(node) ?? [], parts),
    };
  });
}

/** A step shared by several packs has no source of its own: it rests on those of the rules that ask for it, else on that of the route. */
function citationsOf(
  own: readonly Citation[],
  rules: readonly string[],
  { planning, route }: PlanParts,
): readonly Citation[] {
  if (own.length > 0) return own;
  const asked = rules.flatMap((rule) =>
    (planning.law.law.rules.get(rule)?.versions ?? []).flatMap(({ cite }) => cite),
  );
  const found = asked.length > 0 ? asked : route.cite;
  const keys = found.map((each) => `${each.source} ${each.locator}`);
  return found.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

const scheduleOf = (each: ScheduledStep): PlannedStep['schedule'] => ({
  earliestStart: formatDay(each.earliestStart),
  earliestFinish: formatDay(each.earliestFinish),
  latestStart: formatDay(each.latestStart),
  latestFinish: formatDay(each.latestFinish),
  doneOn: formatDay(each.doneOn),
  critical: each.latestFinish === each.earliestFinish,
  unknownBefore: each.unknownBefore,
  startOn: formatDay(each.startOn),
  ...(each.studyFrom === undefined ? {} : { studyFrom: formatDay(each.studyFrom) }),
  ...(each.calendarOpen ? { calendarOpen: true } : {}),
});

/** Of the target and of the steps on the way: which rule rests directly on which step. */
function rulesUnlocked({
  route,
  trial,
  way,
  builder,
  planning,
}: PlanParts): ReadonlyMap<NodeId, readonly string[]> {
  const { routes } = planning.law.law;
  const asked = trial.schedule.flatMap(({ step }) =>
    step.step.requires.flatMap((required) => {
      if ('rule' in required) return [required.rule];
      const before = 'route' in required ? routes.get(required.route) : undefined;
      return before === undefined ? [] : [...before.scope, ...before.requirements];
    }),
  );
  const unlocked = new Map<NodeId, string[]>();
  for (const rule of new Set([...route.scope, ...route.requirements, ...asked]))
    for (const step of stepsJustBefore(builder.meetRule(rule), way.pass, builder.graph))
      unlocked.set(step, [...(unlocked.get(step) ?? []), rule]);
  return unlocked;
}

function costOfPlan(schedule: readonly ScheduledStep[]): PlanCost {
  const prices = schedule.flatMap(({ step }) => step.step.cost ?? []);
  const unknownParts = schedule
    .filter(({ step }) => step.step.cost === undefined)
    .map(({ step }) => step.key);
  const { known } = addCosts(prices.map(costOf));
  const upTo = addCosts(
    prices.map(({ amount, to, currency }) => costOf({ amount: to ?? amount, currency })),
  ).known;
  return { known, unknownParts: unknownParts.sort(), upTo, atLeast: unknownParts.length > 0 };
}

function timeOf({ schedule, end }: Trial, on: Day): PlanTime {
  const unknownParts = schedule
    .filter(({ step }) => step.step.duration === undefined)
    .map(({ step }) => step.key);
  return {
    days: end - on,
    finishOn: formatDay(end),
    atLeast: unknownParts.length > 0,
    unknownParts: unknownParts.sort(),
  };
}

function viaOf({ trial, route, planning }: PlanParts): readonly PlanVia[] {
  const { packs } = planning.law.book;
  const completed = trial.schedule
    .flatMap(({ step }) => step.completes ?? [])
    .filter((each) => each !== route.route);
  return completed.flatMap((id) => packs.flatMap((pack) => viaIn(pack, id)));
}

export const viaIn = ({ pack, routes }: Pack, id: string): readonly PlanVia[] =>
  routes
    .filter(({ route }) => route === id)
    .map(({ route, grants, title }) => ({ route, pack, grants, title }));

function assumptionsOf(trial: Trial, { planning, view }: PlanParts): readonly PlanAssumption[] {
  const end = standOn(planning, view, trial.dossier, trial.applicationOn);
  return trial.unknown.map((rule) => {
    const { reasons, missing } = end.evaluate(rule);
    return {
      rule,
      title: end.law.law.rules.get(rule)?.rule.title ?? rule,
      reasons,
      // What a step of the plan will bring is not hers to say.
      missing: missing.filter((fact) => !fact.includes(`/${ADDED}`)),
    };
  });
}

/** What is not said, most often needed first: an answer may make a step needless. */
function questionsOf({ route, trial }: PlanParts, { evaluate }: Standpoint): readonly string[] {
  const asked = trial.schedule.flatMap(({ step }) =>
    step.step.requires.flatMap((required) => ('rule' in required ? [required.rule] : [])),
  );
  const counts = new Map<string, number>();
  for (const rule of new Set([...route.scope, ...route.requirements, ...asked]))
    for (const fact of evaluate(rule).missing) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([fact]) => fact);
}
