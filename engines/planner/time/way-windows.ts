/** Which results of a way must still count when, by the rules they meet and by the steps and routes that use them. */
import { expectOk, parsePeriod } from '../../kernel/index.ts';
import type { Node, Outcome, Route, Step } from '../../recognition/index.ts';
import { type Graph, type GraphStep, isLastStep, type NodeId } from '../graph/graph.ts';
import { stepsJustBefore } from '../graph/knuth-pass.ts';
import type { Way } from '../search/ways.ts';
import { type RuleWindow, windowsFor } from './rule-windows.ts';
import { APPLICATION, type Moment, type ValidityWindow } from './schedule-input.ts';

export type WindowInput = {
  readonly way: Way;
  readonly graph: Graph;
  readonly route: Route;
  /** How a rule stands for her today: its conditions say how long what meets them counts. */
  readonly evaluate: (rule: string) => Outcome;
  readonly routeOf: (route: string) => Route | undefined;
  readonly meetRule: (rule: string) => NodeId;
};

/** A step of the way with those it rests on directly. */
export type Placed = { readonly step: GraphStep; readonly before: readonly GraphStep[] };

type Use = Pick<ValidityWindow, 'by' | 'at' | 'moment'>;

const EXAMS: readonly Step['kind'][] = ['exam', 'language-test'];
export const APPLICATIONS: readonly Step['kind'][] = ['application', 'licence'];

export function windowsOfWay(input: WindowInput, steps: readonly Placed[]): readonly ValidityWindow[] {
  const inner = steps.filter(({ step }) => !isLastStep(step, input.route.route));
  return [...inner.flatMap((each) => windowsOfStep(each, input)), ...windowsOfTarget(input, steps)];
}

/** What a step on the way asks for holds on the day it is taken: an application is taken when it goes in, anything else when it is done. */
function windowsOfStep({ step, before }: Placed, input: WindowInput): readonly ValidityWindow[] {
  const use = (at: Use['at']): Use => ({ by: step.key, at, moment: 'use' });
  const route = step.route === undefined ? undefined : input.routeOf(step.route);
  const rules = [
    ...step.step.requires.flatMap((required) => ('rule' in required ? [required.rule] : [])),
    ...(route === undefined ? [] : [...route.scope, ...route.requirements]),
  ];
  const taken = use(APPLICATIONS.includes(step.step.kind) ? 'start' : 'finish');
  const said = rules.flatMap((rule) => windowsOfRule(rule, taken, input));
  const begun = use(EXAMS.includes(step.step.kind) ? 'finish' : 'start');
  return [...said, ...before.filter(isUnsaid(said)).flatMap((each) => ownWindow(each, begun))];
}

function windowsOfTarget(input: WindowInput, steps: readonly Placed[]): readonly ValidityWindow[] {
  const { route, graph, way, meetRule } = input;
  const last = steps.map(({ step }) => step).filter((step) => isLastStep(step, route.route));
  const useOf = (moment: Moment): Use => {
    const decided = last.find(({ step }) => APPLICATIONS.includes(step.kind));
    const by = moment === 'decision' ? decided : moment === 'registration' ? last.at(-1) : undefined;
    return by === undefined ? { by: APPLICATION, at: 'start', moment } : { by: by.key, at: 'finish', moment };
  };
  return [...route.scope, ...route.requirements].flatMap((rule) => {
    const until = route.mustBeValid?.find((each) => each.rule === rule)?.until ?? 'submission';
    const said = windowsOfRule(rule, useOf(until), input);
    const met = stepsJustBefore(meetRule(rule), way.pass, graph).flatMap((id) => stepAt(id, graph));
    return [...said, ...met.filter(isUnsaid(said)).flatMap((each) => ownWindow(each, useOf(until)))];
  });
}

/** Of the steps that meet this rule in this way. */
function windowsOfRule(rule: string, use: Use, input: WindowInput): readonly ValidityWindow[] {
  const { way, graph, evaluate, meetRule } = input;
  const met = stepsJustBefore(meetRule(rule), way.pass, graph).flatMap((id) => stepAt(id, graph));
  if (met.length === 0) return [];
  const nodes = conditionsOf(evaluate(rule));
  return met.flatMap((step) =>
    windowsFor(nodes, step.effects).map((window) => ({ of: step.key, ...use, ...window })),
  );
}

const stepAt = (id: NodeId, { nodes }: Graph): readonly GraphStep[] => {
  const node = nodes[id];
  return node?.kind === 'step' ? [node.step] : [];
};

/** Conditions on lists anywhere below, other rules included. */
function conditionsOf({ node, children }: Outcome): readonly Node[] {
  const own = node !== undefined && 'some' in node ? [node] : [];
  return [...own, ...children.flatMap(conditionsOf)];
}

/** Where the rule says how long it counts, that holds. */
const isUnsaid =
  (said: readonly ValidityWindow[]) =>
  ({ key }: GraphStep): boolean =>
    said.every(({ of }) => of !== key);

function ownWindow({ key, step }: GraphStep, use: Use): readonly ValidityWindow[] {
  if (step.validFor === undefined) return [];
  const period = expectOk(parsePeriod(step.validFor.period), 'a period of a step');
  const window: RuleWindow = { period, rounding: 'clamp', inclusive: true };
  return [{ of: key, ...use, ...window }];
}
