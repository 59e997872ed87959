/**
 * The graph of one person: what is false or unknown becomes goals, the cures of the rules become steps, and a licence that another
 * route grants becomes a step too. It follows the standings of `docs/semantics.md` section 3.
 */
import { isRouteInForce, type Node, type Outcome, type Step } from '../../recognition/index.ts';
import { type Pieces, runToEnd } from '../run-to-end.ts';
import type { Standpoint } from '../standpoint.ts';
import { isDone, isHeld } from './already-done.ts';
import { type Graph, type GraphNode, type GraphStep, keyFor, MET, NEVER, type NodeId } from './graph.ts';
import { licencesFor } from './licence-gains.ts';
import { type LicenceSteps, readsLicences } from './licence-steps.ts';

export type GraphBuilder = {
  readonly graph: Graph;
  /** The licence is obtained: the route is open and its last steps are taken. */
  readonly takeRoute: (route: string) => NodeId;
  /** The same in pieces. What is begun and left is finished by whoever asks next: nothing stands half built. */
  readonly takingRoute: (route: string) => Pieces<NodeId>;
  readonly meetRule: (rule: string) => NodeId;
};

/** Steps that are themselves the obtaining of what the route grants: its last steps are not taken beside them. */
const OBTAINING: readonly Step['kind'][] = ['application', 'licence', 'verification'];

/** Taken once for each route, not once for all. */
const PER_ROUTE: readonly Step['kind'][] = ['application', 'licence'];

/** Rules judged, and conditions on licences asked, between two rests. */
const PIECE = 8;

export function startGraph(standpoint: Standpoint, licences: LicenceSteps): GraphBuilder {
  const { law, facts, evaluate } = standpoint;
  const { steps, routes, query } = law.law;
  const nodes: GraphNode[] = [MET, NEVER];
  const known = new Map<string, NodeId>();
  const [met, never] = [0, 1];

  /** The id is there before the parts are made, so that circles close. */
  function* once(name: string, make: () => Pieces<GraphNode>): Pieces<NodeId> {
    const held = known.get(name);
    if (held !== undefined) return held;
    const id = nodes.push(NEVER) - 1;
    known.set(name, id);
    nodes[id] = yield* make();
    return id;
  }
  let sinceRest = 0;
  function* work(): Pieces<void> {
    sinceRest = (sinceRest + 1) % PIECE;
    if (sinceRest === 0) yield;
  }
  const add = (node: GraphNode): NodeId => nodes.push(node) - 1;
  const all = (parts: readonly NodeId[]): NodeId => {
    const open = parts.filter((part) => part !== met);
    if (open.includes(never)) return never;
    return open.length === 0
      ? met
      : open.length === 1
        ? (open[0] as NodeId)
        : add({ kind: 'all', parts: open });
  };
  const some = (n: number, parts: readonly NodeId[]): NodeId => {
    const open = parts.filter((part) => part !== met && part !== never);
    const left = n - parts.filter((part) => part === met).length;
    if (left <= 0) return met;
    if (open.length < left) return never;
    return open.length === 1 ? (open[0] as NodeId) : add({ kind: 'some', n: left, parts: open });
  };
  const assume = (rule: string): NodeId => {
    const name = `assume ${rule}`;
    const id = known.get(name) ?? add({ kind: 'assumed', rule });
    known.set(name, id);
    return id;
  };

  const meetRule = (rule: string): Pieces<NodeId> =>
    once(`rule ${rule}`, function* () {
      yield* work();
      return { kind: 'all', parts: [yield* goalOf(evaluate(rule), rule)] };
    });

  function* goalOf(outcome: Outcome, rule: string): Pieces<NodeId> {
    if (outcome.truth === 'true' || outcome.truth === 'notApplicable') return met;
    const cures = yield* each(outcome.node?.cure ?? [], takeStep);
    const hops = yield* each(yield* licencesIn(outcome), takeRoute);
    const inside = yield* structureOf(outcome, rule);
    // Whatever its parts say, an unknown that nothing keeps open from below is open by itself.
    const rest = inside === met ? (outcome.truth === 'unknown' ? assume(rule) : never) : inside;
    return some(1, [...new Set([...cures, ...hops, rest])]);
  }

  function* licencesIn({ node }: Outcome): Pieces<readonly string[]> {
    if (node === undefined || !readsLicences(node)) return [];
    yield* work();
    return licencesFor(node, law, licences);
  }

  function* structureOf(outcome: Outcome, rule: string): Pieces<NodeId> {
    const { node, truth } = outcome;
    const own = truth === 'unknown' ? assume(rule) : never;
    const parts = outcome.children.filter((child) => child.truth !== 'notApplicable');
    const goals = (): Pieces<readonly NodeId[]> => each(parts, (child) => goalOf(child, rule));
    if (node === undefined) return parts.length === 0 ? own : all(yield* goals());
    if ('rule' in node) return yield* meetRule(node.rule);
    if ('all' in node) return all(yield* goals());
    if ('any' in node) return some(1, yield* goals());
    if ('atLeast' in node && typeof node.atLeast === 'object') return some(node.atLeast.n, yield* goals());
    if ('if' in node || 'unless' in node) return yield* branchOf(outcome, node, rule);
    return own;
  }

  /** The branch that the condition chooses; both while it is unknown. */
  function* branchOf(outcome: Outcome, node: Node, rule: string): Pieces<NodeId> {
    const [condition, then, otherwise] = outcome.children;
    function* goal(branch: Outcome | undefined): Pieces<NodeId> {
      return branch === undefined ? met : yield* goalOf(branch, rule);
    }
    const isUnknown = condition?.truth === 'unknown';
    if ('unless' in node) return isUnknown ? all([yield* goal(then), assume(rule)]) : yield* goal(then);
    if (isUnknown) return all([yield* goal(then), yield* goal(otherwise)]);
    return yield* goal(condition?.truth === 'true' ? then : otherwise);
  }

  function* takeStep(id: string): Pieces<NodeId> {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
    return yield* once(`step ${id}`, function* () {
      return stepNode({ key: id, step, effects: step.effects }, yield* requirementsOf(step));
    });
  }

  const stepNode = (step: GraphStep, parts: readonly NodeId[]): GraphNode =>
    parts.includes(never) ? NEVER : { kind: 'step', step, parts: parts.filter((part) => part !== met) };

  const requirementsOf = (step: Step): Pieces<readonly NodeId[]> =>
    each(step.requires, function* (required) {
      if ('rule' in required) return yield* meetRule(required.rule);
      if ('route' in required)
        return yield* OBTAINING.includes(step.kind) ? openRoute(required.route) : takeRoute(required.route);
      const before = steps.get(required.step);
      return before !== undefined && isDone(before, facts) ? met : yield* takeStep(required.step);
    });

  const openRoute = (id: string): Pieces<NodeId> =>
    once(`route ${id}`, function* () {
      const route = routes.get(id);
      if (route === undefined || !isRouteInForce(route, query.on)) return NEVER;
      return { kind: 'all', parts: yield* each([...route.scope, ...route.requirements], meetRule) };
    });

  const takeRoute = (id: string): Pieces<NodeId> =>
    once(`licence ${id}`, function* () {
      const route = routes.get(id);
      if (route === undefined) return NEVER;
      const open = yield* openRoute(id);
      if (isHeld(route.grants, facts)) return { kind: 'all', parts: [open] };
      const last: NodeId[] = [];
      for (const step of route.finally) last.push(yield* finalStep(step, id, open, [...last]));
      return { kind: 'all', parts: [open, ...last] };
    });

  /** One of the last steps of a route: after its rules are met and, where it belongs to this route alone, after those before it. */
  function* finalStep(id: string, route: string, open: NodeId, before: readonly NodeId[]): Pieces<NodeId> {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
    if (!PER_ROUTE.includes(step.kind)) return yield* takeStep(id);
    return yield* once(`step ${keyFor(id, route)}`, function* () {
      const { effects, completes } = licences.lastStepOf(route, id);
      const own: GraphStep = {
        key: keyFor(id, route),
        route,
        step,
        effects: [...step.effects, ...effects],
        ...(completes ? { completes: route } : {}),
      };
      return stepNode(own, [...(yield* requirementsOf(step)), open, ...before]);
    });
  }

  let begun: Pieces<NodeId> | undefined;
  function* finish(): Pieces<void> {
    while (begun !== undefined) {
      if (begun.next().done === true) begun = undefined;
      else yield;
    }
  }
  function* making(make: () => Pieces<NodeId>): Pieces<NodeId> {
    yield* finish();
    begun = make();
    yield* finish();
    // It is there by now, whoever finished it.
    return yield* make();
  }

  return {
    graph: { nodes },
    takingRoute: (route) => making(() => takeRoute(route)),
    takeRoute: (route) => runToEnd(making(() => takeRoute(route))),
    meetRule: (rule) => runToEnd(making(() => meetRule(rule))),
  };
}

function* each<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Pieces<Made>,
): Pieces<readonly Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(yield* make(item));
  return made;
}
