/** One route, asked of the search under some wishes: every way it finds is tried on the rules. */
import type { Day } from '../kernel/index.ts';
import type { Pack, Route } from '../recognition/index.ts';
import { describePlan } from './describe-plan.ts';
import type { Wishes } from './front.ts';
import {
  ceilingOf,
  convert,
  dayOf,
  expectedPrice,
  finishWithin,
  nodesLeftOut,
  withOwnFigures,
} from './front-wishes.ts';
import type { Graph } from './graph/graph.ts';
import type { Moment } from './graph/knuth-pass.ts';
import type { Plan, Reach } from './plan.ts';
import type { Planning } from './planning.ts';
import { type Pieces, telling } from './run-to-end.ts';
import { boundFront, knowingNothing, searchFront } from './search/find-front.ts';
import type {
  Acceptance,
  FrontInput,
  FrontResult,
  FrontSearchProgress,
  FrontWay,
} from './search/front-search.ts';
import { type Trial, type TrialWatch, tryingWay } from './search/try-way.ts';
import type { Way } from './search/ways.ts';
import { viewOf } from './standpoint.ts';

export type RouteTarget = { readonly pack: Pack; readonly route: Route };

export type RouteQuestion = {
  readonly planning: Planning;
  readonly target: RouteTarget;
  readonly wishes: Wishes;
  readonly hopLimit: number;
  readonly limit: NonNullable<FrontInput['limit']>;
};

/** The ways to one route, and any of them as a plan. */
export type RouteAnswer = {
  readonly result: FrontResult;
  readonly state: 'planned' | 'conditional';
  readonly planOf: (way: FrontWay) => Plan;
};

/** Without assumptions first; with them only where there is no other way. */
export function* askRoute(question: RouteQuestion): Asking {
  const desk = yield* telling(openDesk(question), nothingYet(question));
  const sure = yield* askTwice(question, desk, 'planned');
  return sure.result.ways.length > 0 ? sure : yield* askTwice(question, desk, 'conditional');
}

type State = RouteAnswer['state'];
type Asked = Pick<RouteAnswer, 'planOf' | 'state'> & { readonly found: FrontSearchProgress };
/** The same value is yielded again while there is nothing new to tell. */
type Asking = Generator<Asked, RouteAnswer, undefined>;

/** Where nothing holds as she stands today, as she will stand when she applies: what lapses until then is gained again. */
function* askTwice(question: RouteQuestion, first: Desk, state: State): Asking {
  const today = yield* askDesk(first, state);
  const on = first.watched.refusedOn;
  if (today.result.ways.length > 0 || on === undefined) return today;
  const desk = yield* telling(openDesk(question, on), nothingYet(question));
  const later = yield* askDesk(desk, state);
  return later.result.ways.length > 0 ? later : today;
}

function* askDesk({ input, planOf, watched }: Desk, state: State): Asking {
  const asked = { ...input, assuming: state === 'conditional' };
  const search = searchFront(asked);
  let known: Asked = { found: knowingNothing(input), planOf, state };
  let told: FrontSearchProgress | undefined;
  for (;;) {
    const piece = search.next();
    if (piece.done === true) {
      const { value: result } = piece;
      if (!watched.gaveUp) return { result, state, planOf };
      // Exams that were not put in order: nothing better is known of any end than that of the critical path.
      const lower = yield* telling(boundFront(asked), known);
      return { result: { ...result, complete: false, lower }, state, planOf };
    }
    // A mere rest tells nothing new.
    if (piece.value !== told) known = { found: piece.value, planOf, state };
    told = piece.value;
    yield known;
  }
}

const nothingYet = ({ planning }: RouteQuestion): Asked => ({
  found: knowingNothing({ start: { day: planning.law.on, unknown: 0 } }),
  state: 'planned',
  planOf: () => {
    throw new Error('Nothing is found yet.');
  },
});

/** No way to the route costs less or ends earlier; nothing is tried. */
export function* boundRoute(question: RouteQuestion, reach: Reach['reach']): Pieces<FrontResult['lower']> {
  const { input } = yield* openDesk(question);
  yield;
  return yield* boundFront({ ...input, assuming: reach === 'conditional' });
}

type Desk = {
  readonly input: Omit<FrontInput, 'assuming'>;
  readonly planOf: (way: Way) => Plan;
  /** What became of the ways that were tried. */
  readonly watched: { gaveUp: boolean; refusedOn?: Day };
};

function* openDesk({ planning, target, wishes, hopLimit, limit }: RouteQuestion, on?: Day): Pieces<Desk> {
  const { pack, route } = target;
  const { law } = planning;
  const view = viewOf(planning, pack);
  const builder = planning.graphFor(view, on);
  yield;
  const watched: Desk['watched'] = { gaveUp: false };
  const watch: TrialWatch = {
    gaveUp: () => {
      watched.gaveUp = true;
    },
    refused: (day) => {
      if (watched.refusedOn === undefined || day < watched.refusedOn) watched.refusedOn = day;
    },
  };
  const goal = yield* builder.takingRoute(route.route);
  yield;
  const graph: Graph = withOwnFigures(builder.graph, wishes, planning.assessment.on);
  const trials = new Map<string, Trial>();
  const own = {
    ...(wishes.notBefore === undefined ? {} : { notBefore: dayOf(wishes.notBefore) }),
    ...(wishes.share === undefined ? {} : { share: wishes.share }),
  };
  const plans = new Map<string, Plan>();
  const accept = function* (way: Way): Pieces<Acceptance> {
    const { meetRule } = builder;
    const trial = yield* tryingWay({ planning, view, route, graph, way, meetRule, wishes: own, watch });
    if (trial === undefined) return false;
    trials.set(way.keys, trial);
    return trial.end > way.end.day ? { end: { day: trial.end, unknown: way.end.unknown } } : true;
  };
  const ceiling = ceilingOf(wishes);
  return {
    watched,
    input: {
      ...{ graph, target: goal, accept, hopLimit, limit, finish: finishWithin(wishes) },
      start: { day: law.on, unknown: 0 },
      priceOf: (step) => convert(expectedPrice(step), wishes.rates),
      excluded: nodesLeftOut(graph, wishes, planning),
      ceiling: {
        ...(ceiling.cost === undefined ? {} : { cost: ceiling.cost }),
        ...(ceiling.day === undefined ? {} : { end: lastOf(ceiling.day) }),
      },
    },
    planOf: (way) => {
      const held = plans.get(way.keys);
      if (held !== undefined) return held;
      const trial = trials.get(way.keys);
      if (trial === undefined) throw new Error('Only a way that was tried is described.');
      const own = wishes.own === undefined ? {} : { own: wishes.own };
      const plan = describePlan({ planning, view, ...target, way, trial, builder, ...own });
      plans.set(way.keys, plan);
      return plan;
    },
  };
}

/** Any number of parts of unknown length fit into the day: it may be met, or not. */
const lastOf = (day: number): Moment => ({ day, unknown: 4_000 });
