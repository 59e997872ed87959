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
import { type Pieces, runToEnd } from '../run-to-end.ts';
import { degreeToCome, type Judged, plannedDay, type Standpoint, standOn, type View } from '../standpoint.ts';
import type { Placement } from '../time/schedule-input.ts';
import { type ScheduledStep, schedulingWay, type WaySchedule } from '../time/schedule-way.ts';
import type { WayWishes } from '../time/step-task.ts';
import { APPLICATIONS } from '../time/way-windows.ts';
import type { Way } from './ways.ts';

export type Trial = {
  readonly schedule: readonly ScheduledStep[];
  /** The day on which all is done: no schedule of these steps ends earlier. */
  readonly end: Day;
  readonly advice: WaySchedule['advice'];
  readonly contingencies: WaySchedule['contingencies'];
  /** What she holds when the application goes in: everything but the last steps of the route itself. */
  readonly dossier: Dossier;
  readonly applicationOn: Day;
  /** Rules that stay unknown, at the end or when a step needs them; only of a way that assumes. */
  readonly unknown: readonly string[];
};

/** What becomes of a trial beside its answer. */
export type TrialWatch = {
  /** The exams of the way could not be put in order within the limit: another order may end earlier, or stand where none was found. */
  readonly gaveUp?: () => void;
  /** It does not hold, though it can be scheduled for an application on this day. */
  readonly refused?: (applicationOn: Day) => void;
};

export type TrialInput = {
  readonly watch?: TrialWatch;
  readonly planning: Judged;
  readonly view: View;
  readonly route: Route;
  readonly graph: Graph;
  readonly way: Way;
  readonly meetRule: (rule: string) => NodeId;
  readonly wishes?: WayWishes;
};

const PLACEMENTS: readonly Placement[] = ['lapsingLate', 'allEarly', 'allLate'];

/** The first placement of the steps that opens the route; a way without assumptions leaves nothing unknown. */
export const tryWay = (input: TrialInput): Trial | undefined => runToEnd(tryingWay(input));

/** The same in pieces. */
export function* tryingWay(input: TrialInput): Pieces<Trial | undefined> {
  const today = input.planning.today(input.view);
  for (const placement of PLACEMENTS) {
    const trial = yield* tryPlacement(input, placement, today);
    // What cannot be scheduled cannot be placed otherwise either.
    if (trial === 'noSchedule') return undefined;
    if (trial !== undefined) return trial;
  }
  return undefined;
}

function* tryPlacement(
  input: TrialInput,
  placement: Placement,
  today: Standpoint,
): Pieces<Trial | 'noSchedule' | undefined> {
  const { planning, view, route, way } = input;
  const { law, person } = planning;
  const found = yield* scheduleTrial(input, placement, today);
  if (found.ok ? !found.value.exact : found.error.because.reason === 'limit') input.watch?.gaveUp?.();
  if (!found.ok) return 'noSchedule';
  const { steps: schedule, applicationOn, end, advice, contingencies } = found.value;
  const before = schedule.filter(({ step }) => !isLastStep(step, route.route));
  const mayBeUnknown = way.assumed.length > 0;
  const unknown = new Set<string>();
  const taken = new Set<string>();
  const idle = new Set<NodeId>();
  let { dossier } = person;
  for (const each of before.toSorted((a, b) => a.doneOn - b.doneOn)) {
    yield;
    const { node, step, doneOn } = each;
    const rules = unknownWhenTaken(each, { dossier, taken }, input);
    if (rules === undefined || (rules.length > 0 && !mayBeUnknown)) return refuse(input, applicationOn);
    for (const rule of rules) unknown.add(rule);
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
  yield;
  const left = unknownInRoute(route, standOn(planning, view, dossier, applicationOn));
  if (left === undefined || (left.length > 0 && !mayBeUnknown)) return refuse(input, applicationOn);
  return {
    schedule: schedule.filter(({ node }) => !idle.has(node)),
    end,
    advice,
    contingencies,
    dossier,
    applicationOn,
    unknown: [...new Set([...left, ...unknown])],
  };
}

function refuse({ watch }: TrialInput, applicationOn: Day): undefined {
  watch?.refused?.(applicationOn);
}

function scheduleTrial(
  { planning, view, route, graph, way, meetRule, wishes }: TrialInput,
  placement: Placement,
  today: Standpoint,
): ReturnType<typeof schedulingWay> {
  const { law, person } = planning;
  return schedulingWay({
    way,
    graph,
    route,
    dossier: person.dossier,
    on: law.on,
    applyFrom: asDay(Math.max(law.on, plannedDay(person.dossier))),
    placement,
    degree: degreeToCome(person.dossier, view, law.on),
    evaluate: today.evaluate,
    routeOf: (id) => law.law.routes.get(id),
    meetRule,
    ...(wishes === undefined ? {} : { wishes }),
  });
}

/** A certificate from every authority that licensed her, when none has. */
const isIdle = (effects: readonly Effect[], dossier: Dossier): boolean =>
  effects.length > 0 &&
  effects.every((effect) => {
    if (!('list' in effect) || effect.forEach === undefined) return false;
    const source = dossier[effect.forEach.list] as DossierList | undefined;
    return source?.complete === true && (source.entries ?? []).length === 0;
  });

/** The rules that stay unknown on the day a step is taken; undefined when it may not be taken then. */
function unknownWhenTaken(
  { step, startOn, doneOn }: ScheduledStep,
  { dossier, taken }: { readonly dossier: Dossier; readonly taken: ReadonlySet<string> },
  { planning, view }: TrialInput,
): readonly string[] | undefined {
  const required = [...step.step.requires, ...(step.route === undefined ? [] : [{ route: step.route }])];
  if (required.length === 0) return [];
  // An application is judged as of the day it goes in.
  const at = standOn(planning, view, dossier, APPLICATIONS.includes(step.step.kind) ? startOn : doneOn);
  const found = required.map((each) => unknownIn(each, at, taken));
  return found.includes(undefined) ? undefined : found.flatMap((rules) => rules ?? []);
}

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
