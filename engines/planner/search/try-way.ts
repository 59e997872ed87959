/** A way tried on the rules: each step may be taken on its day, and in the end the route is open. */
import { asDay, type Day } from '../../kernel/index.ts';
import {
  applyEffects,
  type Dossier,
  type DossierList,
  type Effect,
  isRouteInForce,
  type Route,
  type Step,
} from '../../recognition/index.ts';
import { isDone } from '../graph/already-done.ts';
import { type Graph, isLastStep, type NodeId } from '../graph/graph.ts';
import { plannedDay, type Stage, type Standpoint, standOn, type View } from '../standpoint.ts';
import { type Placement, type ScheduledStep, scheduleWay } from '../time/schedule.ts';
import type { Way } from './ways.ts';

export type Trial = {
  readonly schedule: readonly ScheduledStep[];
  /** What she holds when the application goes in: everything but the last steps of the route itself. */
  readonly dossier: Dossier;
  readonly applicationOn: Day;
  /** Rules that stay unknown, at the end or when a step needs them; only of a way that assumes. */
  readonly unknown: readonly string[];
};

export type TrialInput = {
  readonly planning: Stage;
  readonly view: View;
  readonly route: Route;
  readonly graph: Graph;
  readonly way: Way;
};

const PLACEMENTS: readonly Placement[] = ['papersLate', 'allEarly', 'allLate'];

/** The first placement of the steps that opens the route; a way without assumptions leaves nothing unknown. */
export function tryWay(input: TrialInput): Trial | undefined {
  for (const placement of PLACEMENTS) {
    const trial = tryPlacement(input, placement);
    if (trial !== undefined) return trial;
  }
  return undefined;
}

function tryPlacement(
  { planning, view, route, graph, way }: TrialInput,
  placement: Placement,
): Trial | undefined {
  const { law, person } = planning;
  const applyFrom = asDay(Math.max(law.on, plannedDay(person.dossier)));
  const schedule = scheduleWay({ way, graph, route: route.route, on: law.on, applyFrom, placement });
  const before = schedule.filter(({ step }) => !isLastStep(step, route.route));
  const mayBeUnknown = way.assumed.length > 0;
  const unknown = new Set<string>();
  const taken = new Set<string>();
  const idle = new Set<NodeId>();
  let { dossier } = person;
  for (const { node, step, doneOn } of before.toSorted((a, b) => a.doneOn - b.doneOn)) {
    const at = standOn(planning, view, dossier, doneOn);
    const required = [...step.step.requires, ...(step.route === undefined ? [] : [{ route: step.route }])];
    const found = required.map((each) => unknownIn(each, at, taken));
    for (const rules of found) {
      if (rules === undefined || (rules.length > 0 && !mayBeUnknown)) return undefined;
      for (const rule of rules) unknown.add(rule);
    }
    taken.add(step.step.step);
    if (isIdle(step.effects, dossier)) idle.add(node);
    dossier = applyEffects({
      dossier,
      basis: view.basis,
      effects: step.effects,
      vocabulary: law.book.vocabulary,
      day: doneOn,
    });
  }
  const applicationOn = asDay(Math.max(applyFrom, ...before.map(({ doneOn }) => doneOn)));
  const left = unknownInRoute(route, standOn(planning, view, dossier, applicationOn));
  if (left === undefined || (left.length > 0 && !mayBeUnknown)) return undefined;
  return {
    schedule: schedule.filter(({ node }) => !idle.has(node)),
    dossier,
    applicationOn,
    unknown: [...new Set([...left, ...unknown])],
  };
}

/** A certificate from every authority that licensed her, when none has. */
const isIdle = (effects: readonly Effect[], dossier: Dossier): boolean =>
  effects.length > 0 &&
  effects.every((effect) => {
    if (!('list' in effect) || effect.forEach === undefined) return false;
    const source = dossier[effect.forEach.list] as DossierList | undefined;
    return source?.complete === true && (source.entries ?? []).length === 0;
  });

/** The rules that keep this from being certain; undefined when it does not hold. */
function unknownIn(
  required: Step['requires'][number],
  at: Standpoint,
  taken: ReadonlySet<string>,
): readonly string[] | undefined {
  if ('rule' in required) return unknownOf([required.rule], at);
  if ('route' in required) {
    const route = at.law.law.routes.get(required.route);
    return route === undefined ? undefined : unknownInRoute(route, at);
  }
  const step = at.law.law.steps.get(required.step);
  return taken.has(required.step) || (step !== undefined && isDone(step, at.facts)) ? [] : undefined;
}

const unknownInRoute = (route: Route, at: Standpoint): readonly string[] | undefined =>
  isRouteInForce(route, at.law.on) ? unknownOf([...route.scope, ...route.requirements], at) : undefined;

function unknownOf(rules: readonly string[], { evaluate }: Standpoint): readonly string[] | undefined {
  const truths = rules.map((rule) => ({ rule, truth: evaluate(rule).truth }));
  if (truths.some(({ truth }) => truth === 'false')) return undefined;
  return truths.filter(({ truth }) => truth === 'unknown').map(({ rule }) => rule);
}
