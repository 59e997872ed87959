/** Which results of a way must still count when, by the rules they meet and by the steps and routes that use them. */
import { expectOk, parsePeriod } from '../../kernel/index.ts';
import type { Dossier, DossierList, Outcome, Route, Step } from '../../recognition/index.ts';
import { type Graph, type GraphStep, isLastStep, type NodeId } from '../graph/graph.ts';
import { stepsJustBefore } from '../graph/knuth-pass.ts';
import type { Pieces } from '../run-to-end.ts';
import type { Way } from '../search/ways.ts';
import { type Holdings, speaksOf, windowsOf } from './rule-windows.ts';
import { APPLICATION, type Moment, type ValidityWindow } from './schedule-input.ts';

export type WindowInput = {
  readonly way: Way;
  readonly graph: Graph;
  readonly route: Route;
  readonly dossier: Dossier;
  /** How a rule stands for her today: its conditions say how long what meets them counts. */
  readonly evaluate: (rule: string) => Outcome;
  readonly routeOf: (route: string) => Route | undefined;
  readonly meetRule: (rule: string) => NodeId;
};

/** A step of the way with those it rests on: directly, and all that are taken before it. */
export type Placed = {
  readonly step: GraphStep;
  readonly before: readonly GraphStep[];
  readonly allBefore: readonly GraphStep[];
};

type Use = Pick<ValidityWindow, 'by' | 'at' | 'moment'>;

const EXAMS: readonly Step['kind'][] = ['exam', 'language-test'];
export const APPLICATIONS: readonly Step['kind'][] = ['application', 'licence'];

/** In pieces. */
export function* windowsOfWay(
  input: WindowInput,
  steps: readonly Placed[],
): Pieces<readonly ValidityWindow[]> {
  const inner = steps.filter(({ step }) => !isLastStep(step, input.route.route));
  const all: ValidityWindow[] = [];
  for (const each of inner) {
    all.push(...windowsOfStep(each, input));
    yield;
  }
  all.push(...windowsOfTarget(input, steps));
  const taken = new Set(steps.map(({ step }) => step.key));
  return all.filter(({ of, by }) => taken.has(of) && (by === APPLICATION || taken.has(by)));
}

/** What a step asks for holds on the day it is taken: an application is taken when it goes in, anything else when it is done. */
function windowsOfStep({ step, before, allBefore }: Placed, input: WindowInput): readonly ValidityWindow[] {
  const use = (at: Use['at']): Use => ({ by: step.key, at, moment: 'use' });
  const route = step.route === undefined ? undefined : input.routeOf(step.route);
  const rules = [
    ...step.step.requires.flatMap((required) => ('rule' in required ? [required.rule] : [])),
    ...(route === undefined ? [] : [...route.scope, ...route.requirements]),
  ];
  const taken = use(APPLICATIONS.includes(step.step.kind) ? 'start' : 'finish');
  const holdings = holdingsOf(input, allBefore);
  const said = rules.flatMap((rule) => windowsOfRule(rule, taken, holdings, input));
  const begun = use(EXAMS.includes(step.step.kind) ? 'finish' : 'start');
  const unsaid = before.filter((each) => rules.every((rule) => !speaksOf(input.evaluate(rule), each)));
  return [...said, ...unsaid.flatMap((each) => ownWindow(each, begun))];
}

function windowsOfTarget(input: WindowInput, steps: readonly Placed[]): readonly ValidityWindow[] {
  const { route, graph, way, meetRule, evaluate } = input;
  const last = steps.map(({ step }) => step).filter((step) => isLastStep(step, route.route));
  const inner = steps.map(({ step }) => step).filter((step) => !last.includes(step));
  const holdings = holdingsOf(input, inner);
  const useOf = (moment: Moment): Use => {
    const decided = last.find(({ step }) => APPLICATIONS.includes(step.kind));
    const by = moment === 'decision' ? decided : moment === 'registration' ? last.at(-1) : undefined;
    return by === undefined ? { by: APPLICATION, at: 'start', moment } : { by: by.key, at: 'finish', moment };
  };
  return [...route.scope, ...route.requirements].flatMap((rule) => {
    const until = route.mustBeValid?.find((each) => each.rule === rule)?.until ?? 'submission';
    const met = stepsJustBefore(meetRule(rule), way.pass, graph).flatMap((id) => stepAt(id, graph));
    if (met.length === 0) return [];
    const unsaid = met.filter((each) => !speaksOf(evaluate(rule), each));
    return [
      ...windowsOfRule(rule, useOf(until), holdings, input),
      ...unsaid.flatMap((each) => ownWindow(each, useOf(until))),
    ];
  });
}

function windowsOfRule(
  rule: string,
  use: Use,
  holdings: Holdings,
  { way, graph, evaluate, meetRule }: WindowInput,
): readonly ValidityWindow[] {
  if (stepsJustBefore(meetRule(rule), way.pass, graph).length === 0) return [];
  return windowsOf(evaluate(rule), holdings).map(({ by, ...window }) =>
    by === undefined ? { ...use, ...window } : { by, at: 'finish', moment: 'use', ...window },
  );
}

const holdingsOf = ({ dossier }: WindowInput, steps: readonly GraphStep[]): Holdings => ({
  steps,
  entriesOf: (list) => (dossier[list] as DossierList | undefined)?.entries ?? [],
});

const stepAt = (id: NodeId, { nodes }: Graph): readonly GraphStep[] => {
  const node = nodes[id];
  return node?.kind === 'step' ? [node.step] : [];
};

function ownWindow({ key, step }: GraphStep, use: Use): readonly ValidityWindow[] {
  if (step.validFor === undefined) return [];
  const period = expectOk(parsePeriod(step.validFor.period), 'a period of a step');
  return [{ of: key, ...use, period, rounding: 'clamp', inclusive: true }];
}
