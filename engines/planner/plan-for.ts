/** The best way to one licence, tried on the rules before it is proposed. */
import type { Day } from '../kernel/index.ts';
import { isRouteInForce, type Pack, type Route } from '../recognition/index.ts';
import { describePlan } from './describe-plan.ts';
import { expectedPrice } from './front-wishes.ts';
import type { GraphBuilder } from './graph/build-graph.ts';
import { reachableIn } from './graph/reachable.ts';
import type { PlanAnswer, PlanProof, PlanTarget } from './plan.ts';
import type { Planning } from './planning.ts';
import { findCheapestWay, type SearchInput, type SearchResult } from './search/cheapest-way.ts';
import { type Trial, type TrialWatch, tryWay } from './search/try-way.ts';
import { compareWays, type Way } from './search/ways.ts';
import { viewOf } from './standpoint.ts';
import { finishOf } from './time/schedule.ts';

export type PlanOptions = {
  /** Branches of the search, and ways tried on the rules, before it answers with the best so far. */
  readonly limit?: SearchInput['limit'];
};

const LIMIT = { branches: 20_000, tries: 200 };

/**
 * The cheapest way to a route, or to the best of an authority's routes that permit independent practice (of all, where it has none).
 * Throws when the packs have no such target: that is a bug of the caller.
 *
 * @example planFor(openPlanning(law, person, assessment), { route: 'gb.plab' })
 */
export function planFor(planning: Planning, target: PlanTarget, options: PlanOptions = {}): PlanAnswer {
  const answers = targetsOf(planning, target).map((each) =>
    answerFor(planning, each, options.limit ?? LIMIT),
  );
  const best = answers.reduce((held, next) => (isBetter(next, held) ? next : held));
  return best.answer;
}

type Target = { readonly pack: Pack; readonly route: Route };

export function targetsOf({ law, assessment }: Planning, target: PlanTarget): readonly Target[] {
  const all = law.book.packs.flatMap((pack) => pack.routes.map((route) => ({ pack, route })));
  if ('route' in target) {
    const found = all.find(({ route }) => route.route === target.route);
    if (found === undefined) throw new Error(`No route ${target.route} in the packs.`);
    return [found];
  }
  const own = all.filter(({ pack }) => pack.pack === target.pack);
  const results = assessment.authorities.find((authority) => authority.pack === target.pack)?.routes ?? [];
  const independent = own.filter(({ route }) =>
    results.some((each) => each.route === route.route && each.independent),
  );
  if (own.length === 0) throw new Error(`No pack ${target.pack} with routes.`);
  return independent.length > 0 ? independent : own;
}

type Answered = { readonly answer: PlanAnswer; readonly way?: Way };

const STATES = ['planned', 'conditional', 'none'] as const;

function isBetter(a: Answered, b: Answered): boolean {
  const by = STATES.indexOf(a.answer.state) - STATES.indexOf(b.answer.state);
  if (by !== 0 || a.way === undefined || b.way === undefined) return by < 0;
  return compareWays(a.way, b.way) < 0;
}

/** Without assumptions first; with them only where there is no other way. */
function answerFor(planning: Planning, target: Target, limit: SearchInput['limit']): Answered {
  const sure = searchTwice(planning, target, false, limit);
  if (sure.found !== undefined) return describe(planning, target, sure, 'planned');
  const maybe = searchTwice(planning, target, true, limit);
  if (maybe.found !== undefined) return describe(planning, target, maybe, 'conditional');
  return { answer: refuse(planning, target, maybe.result) };
}

/** Where nothing holds as she stands today, as she will stand when she applies: what lapses until then is gained again. */
function searchTwice(
  planning: Planning,
  target: Target,
  assuming: boolean,
  limit: SearchInput['limit'],
): Search {
  const today = search(planning, target, { assuming, limit });
  if (today.found !== undefined || today.refusedOn === undefined) return today;
  const later = search(planning, target, { assuming, limit, on: today.refusedOn });
  return later.found === undefined ? today : later;
}

type Search = {
  readonly result: SearchResult;
  readonly builder: GraphBuilder;
  /** The earliest application that was tried and did not hold. */
  readonly refusedOn?: Day;
  readonly found?: { readonly way: Way; readonly trial: Trial };
};

function search(
  planning: Planning,
  { pack, route }: Target,
  { assuming, limit, on }: Pick<SearchInput, 'assuming' | 'limit'> & { readonly on?: Day },
): Search {
  const view = viewOf(planning, pack);
  const builder = planning.graphFor(view, on);
  const { graph, takeRoute, meetRule } = builder;
  const target = takeRoute(route.route);
  const trials = new Map<string, Trial>();
  let gaveUp = false;
  let refusedOn: Day | undefined;
  const watch: TrialWatch = {
    gaveUp: () => {
      gaveUp = true;
    },
    refused: (day) => {
      refusedOn = refusedOn === undefined || day < refusedOn ? day : refusedOn;
    },
  };
  const accept = (way: Way): boolean => {
    const trial = tryWay({ planning, view, route, graph, way, meetRule, watch });
    if (trial !== undefined) trials.set(way.keys, trial);
    return trial !== undefined;
  };
  const start = { day: planning.law.on, unknown: 0 };
  const found = findCheapestWay({
    graph,
    target,
    start,
    finish: finishOf,
    priceOf: expectedPrice,
    assuming,
    accept,
    limit,
  });
  const result = gaveUp ? { ...found, complete: false } : found;
  const way = result.best;
  const trial = way === undefined ? undefined : trials.get(way.keys);
  const about = { result, builder, ...(refusedOn === undefined ? {} : { refusedOn }) };
  return way === undefined || trial === undefined ? about : { ...about, found: { way, trial } };
}

function describe(
  planning: Planning,
  target: Target,
  { result, found, builder }: Search,
  state: 'planned' | 'conditional',
): Answered {
  if (found === undefined) throw new Error('Only a way that was found is described.');
  const view = viewOf(planning, target.pack);
  const plan = describePlan({ planning, view, ...target, ...found, builder });
  return { answer: { state, plan, proof: proofOf(result) }, way: found.way };
}

const proofOf = ({ complete, rivals, tried }: SearchResult): PlanProof => ({
  claim: !complete ? 'bestFound' : rivals === 0 ? 'cheapest' : 'lowestKnown',
  rivals,
  tried,
});

function refuse(planning: Planning, { pack, route }: Target, result: SearchResult): PlanAnswer {
  const assessed = planning.assessment.authorities
    .flatMap(({ routes }) => routes)
    .find((each) => each.route === route.route);
  return {
    state: 'none',
    target: { pack: pack.pack, route: route.route },
    reason: reasonFor(planning, route, result),
    blocking: blockingRules(planning, { pack, route }),
    questions: assessed?.decidingQuestions ?? [],
  };
}

export function reasonFor(
  { law }: Planning,
  route: Route,
  { complete, tried }: Pick<SearchResult, 'complete' | 'tried'>,
): Extract<PlanAnswer, { readonly state: 'none' }>['reason'] {
  if (!isRouteInForce(route, law.on)) return 'notInForce';
  if (!complete) return 'searchLimit';
  return tried > 0 ? 'failsWhenTried' : 'closed';
}

/** Rules that no step meets, not even if everything unknown turns out well; none of a route that is not in force. */
export function blockingRules(planning: Planning, { pack, route }: Target): readonly string[] {
  if (!isRouteInForce(route, planning.law.on)) return [];
  const { graph, meetRule } = planning.graphFor(viewOf(planning, pack));
  const rules = [...route.scope, ...route.requirements].map((rule) => ({ rule, node: meetRule(rule) }));
  const isReachable = reachableIn(graph);
  return rules.filter(({ node }) => !isReachable(node)).map(({ rule }) => rule);
}
