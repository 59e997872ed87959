/** A way tried on the rules: each step may be taken on its day, and in the end the route is open. */
import { asDay, type Day } from '../../kernel/index.ts';
import {
  applyEffects,
  type Dossier,
  isRouteInForce,
  type Route,
  type Step,
} from '../../recognition/index.ts';
import { isDone } from '../graph/already-done.ts';
import type { Graph } from '../graph/graph.ts';
import { type Planning, type Standpoint, standOn, type View } from '../planning.ts';
import { type Placement, type ScheduledStep, scheduleWay } from '../time/schedule.ts';
import type { Way } from './ways.ts';

export type Trial = {
  readonly schedule: readonly ScheduledStep[];
  /** What she holds when the application goes in: everything but the last steps of the route itself. */
  readonly dossier: Dossier;
  readonly applicationOn: Day;
  /** Rules that stay unknown; only of a way that assumes. */
  readonly unknown: readonly string[];
};

export type TrialInput = {
  readonly planning: Planning;
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
  const schedule = scheduleWay(way, graph, law.on, placement);
  const isLast = ({ step }: ScheduledStep): boolean => step.key.endsWith(`@${route.route}`);
  const mayBeUnknown = way.assumed.length > 0;
  let { dossier } = person;
  const taken = new Set<string>();
  for (const each of inTime(schedule.filter((step) => !isLast(step)))) {
    const before = standOn(planning, view, dossier, each.doneOn);
    if (!each.step.step.requires.every((required) => holds(required, before, taken, mayBeUnknown)))
      return undefined;
    taken.add(each.step.step.step);
    dossier = applyEffects({
      dossier,
      basis: view.basis,
      effects: each.step.effects,
      vocabulary: law.book.vocabulary,
      day: each.doneOn,
    });
  }
  const applicationOn = asDay(
    Math.max(law.on, ...schedule.filter((step) => !isLast(step)).map((step) => step.doneOn)),
  );
  const end = standOn(planning, view, dossier, applicationOn);
  const unknown = openRules(route, end, mayBeUnknown);
  return unknown === undefined ? undefined : { schedule, dossier, applicationOn, unknown };
}

const inTime = (schedule: readonly ScheduledStep[]): readonly ScheduledStep[] =>
  schedule.toSorted((a, b) => a.doneOn - b.doneOn);

function holds(
  required: Step['requires'][number],
  at: Standpoint,
  taken: ReadonlySet<string>,
  mayBeUnknown: boolean,
): boolean {
  if ('rule' in required) return unknownOf([required.rule], at, mayBeUnknown) !== undefined;
  if ('route' in required) {
    const route = at.law.law.routes.get(required.route);
    return route !== undefined && openRules(route, at, mayBeUnknown) !== undefined;
  }
  const step = at.law.law.steps.get(required.step);
  return taken.has(required.step) || (step !== undefined && isDone(step, at.facts));
}

function openRules(route: Route, at: Standpoint, mayBeUnknown: boolean): readonly string[] | undefined {
  if (!isRouteInForce(route, at.law.on)) return undefined;
  return unknownOf([...route.scope, ...route.requirements], at, mayBeUnknown);
}

/** The rules that are unknown; undefined when one is false, or unknown where nothing may be. */
function unknownOf(
  rules: readonly string[],
  { evaluate }: Standpoint,
  mayBeUnknown: boolean,
): readonly string[] | undefined {
  const unknown: string[] = [];
  for (const rule of rules) {
    const { truth } = evaluate(rule);
    if (truth === 'false' || (truth === 'unknown' && !mayBeUnknown)) return undefined;
    if (truth === 'unknown') unknown.push(rule);
  }
  return unknown;
}
