/** The earliest licence on every route of every pack, in one pass for each degree. */
import { asDay, formatDay } from '../kernel/index.ts';
import type { Pack, RouteResult } from '../recognition/index.ts';
import { viaIn } from './describe-plan.ts';
import type { GraphBuilder } from './graph/build-graph.ts';
import type { GraphStep, NodeId } from './graph/graph.ts';
import { knuthPass, type Pass, wayTo } from './graph/knuth-pass.ts';
import type { Reach } from './plan.ts';
import type { Planning } from './planning.ts';
import { type Pieces, runToEnd } from './run-to-end.ts';
import { viewOf } from './standpoint.ts';
import { finishOf } from './time/schedule.ts';

/**
 * A lower bound for each route: no plan ends before it. It reads the rules as they stand for her today and tries nothing, so that
 * all routes together take one pass; `planFor` tries the route that she opens.
 */
export const earliestEverywhere = (planning: Planning): readonly Reach[] =>
  runToEnd(findingEarliest(planning));

/** The same in pieces. */
export function* findingEarliest(planning: Planning): Pieces<readonly Reach[]> {
  const judged = new Set(planning.assessment.authorities.map(({ pack }) => pack));
  const packs = planning.law.book.packs.filter(({ pack }) => judged.has(pack));
  const views: { readonly pack: Pack; readonly builder: GraphBuilder }[] = [];
  for (const pack of packs) {
    views.push({ pack, builder: planning.graphFor(viewOf(planning, pack)) });
    yield;
  }
  // Every route is a node before the pass begins.
  for (const { pack, builder } of views)
    for (const { route } of pack.routes) {
      yield* builder.takingRoute(route);
      yield;
    }
  const passes = new Map<GraphBuilder, Passes>();
  const found: Reach[] = [];
  for (const { pack, builder } of views) {
    const held = passes.get(builder) ?? (yield* runPasses(planning, builder));
    passes.set(builder, held);
    const judged = planning.assessment.authorities.find((authority) => authority.pack === pack.pack);
    for (const result of judged?.routes ?? []) {
      found.push({
        pack: pack.pack,
        route: result.route,
        grants: result.grants,
        independent: result.independent,
        status: result.status,
        ...(judged?.basis === undefined ? {} : { basis: judged.basis }),
        ...reachOf(result, builder, held, planning),
      });
      yield;
    }
  }
  return found;
}

type Passes = { readonly sure: Pass; readonly assuming: Pass };

function* runPasses({ law }: Planning, { graph }: GraphBuilder): Pieces<Passes> {
  const input = { graph, start: { day: law.on, unknown: 0 }, finish: finishOf };
  const sure = knuthPass(input);
  yield;
  return { sure, assuming: knuthPass({ ...input, mayUse: () => true, fixed: sure }) };
}

type Way = Pick<Reach, 'reach' | 'time' | 'steps' | 'ifSelected' | 'via'>;

function reachOf(
  { route }: RouteResult,
  builder: GraphBuilder,
  { sure, assuming }: Passes,
  planning: Planning,
): Way {
  const { law } = planning;
  const target = builder.takeRoute(route);
  const end = assuming.get(target)?.at;
  if (end === undefined) return { reach: 'unreachable', steps: 0, ifSelected: false, via: [] };
  const steps = wayTo(target, assuming).flatMap((id) => stepOf(id, builder));
  const unknownParts = steps.filter(({ step }) => step.duration === undefined).length;
  const completed = steps.flatMap(({ completes }) => completes ?? []).filter((each) => each !== route);
  return {
    reach: sure.has(target) ? 'reachable' : 'conditional',
    time: {
      days: end.day - law.on,
      finishOn: formatDay(asDay(end.day)),
      atLeast: unknownParts > 0,
      unknownParts,
    },
    steps: steps.length,
    ifSelected: steps.some(({ step }) => step.controller === 'selection'),
    via: completed.flatMap((id) => law.book.packs.flatMap((pack) => viaIn(pack, id))),
  };
}

function stepOf(id: NodeId, { graph }: GraphBuilder): readonly GraphStep[] {
  const node = graph.nodes[id];
  return node?.kind === 'step' ? [node.step] : [];
}
