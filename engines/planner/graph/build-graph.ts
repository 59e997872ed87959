/**
 * The graph of one person: what is false or unknown becomes goals, the cures of the rules become steps, and a licence that another
 * route grants becomes a step too. It follows the standings of `docs/semantics.md` section 3.
 */
import { isRouteInForce, type Node, type Outcome, type Step } from '../../recognition/index.ts';
import type { Standpoint } from '../standpoint.ts';
import { isDone, isHeld } from './already-done.ts';
import { type Graph, type GraphNode, type GraphStep, keyFor, MET, NEVER, type NodeId } from './graph.ts';
import { type LicenceSteps, licencesFor } from './licence-steps.ts';

export type GraphBuilder = {
  readonly graph: Graph;
  /** The route is open: its rules are met. */
  readonly openRoute: (route: string) => NodeId;
  /** The licence is obtained: the route is open and its last steps are taken. */
  readonly takeRoute: (route: string) => NodeId;
  readonly meetRule: (rule: string) => NodeId;
};

/** Steps that are themselves the obtaining of what the route grants: its last steps are not taken beside them. */
const OBTAINING: readonly Step['kind'][] = ['application', 'licence', 'verification'];

/** Taken once for each route, not once for all. */
const PER_ROUTE: readonly Step['kind'][] = ['application', 'licence'];

export function startGraph(standpoint: Standpoint, licences: LicenceSteps): GraphBuilder {
  const { law, facts, evaluate } = standpoint;
  const { steps, routes, query } = law.law;
  const nodes: GraphNode[] = [MET, NEVER];
  const known = new Map<string, NodeId>();
  const [met, never] = [0, 1];

  /** The id is there before the parts are made, so that circles close. */
  const once = (name: string, make: () => GraphNode): NodeId => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const id = nodes.push(NEVER) - 1;
    known.set(name, id);
    nodes[id] = make();
    return id;
  };
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
  const assume = (rule: string): NodeId => once(`assume ${rule}`, () => ({ kind: 'assumed', rule }));

  const meetRule = (rule: string): NodeId =>
    once(`rule ${rule}`, () => ({ kind: 'all', parts: [goalOf(evaluate(rule), rule)] }));

  function goalOf(outcome: Outcome, rule: string): NodeId {
    if (outcome.truth === 'true' || outcome.truth === 'notApplicable') return met;
    const cures = (outcome.node?.cure ?? []).map(takeStep);
    const hops =
      outcome.node === undefined ? [] : licencesFor(outcome.node, standpoint, licences).map(takeRoute);
    const inside = structureOf(outcome, rule);
    // Whatever its parts say, an unknown that nothing keeps open from below is open by itself.
    const rest = inside === met ? (outcome.truth === 'unknown' ? assume(rule) : never) : inside;
    return some(1, [...new Set([...cures, ...hops, rest])]);
  }

  function structureOf(outcome: Outcome, rule: string): NodeId {
    const { node, truth } = outcome;
    const own = truth === 'unknown' ? assume(rule) : never;
    const parts = outcome.children.filter((child) => child.truth !== 'notApplicable');
    const goals = (): readonly NodeId[] => parts.map((child) => goalOf(child, rule));
    if (node === undefined) return parts.length === 0 ? own : all(goals());
    if ('rule' in node) return meetRule(node.rule);
    if ('all' in node) return all(goals());
    if ('any' in node) return some(1, goals());
    if ('atLeast' in node && typeof node.atLeast === 'object') return some(node.atLeast.n, goals());
    if ('if' in node || 'unless' in node) return branchOf(outcome, node, rule);
    return own;
  }

  /** The branch that the condition chooses; both while it is unknown. */
  function branchOf(outcome: Outcome, node: Node, rule: string): NodeId {
    const [condition, then, otherwise] = outcome.children;
    const goal = (branch: Outcome | undefined): NodeId => (branch === undefined ? met : goalOf(branch, rule));
    const isUnknown = condition?.truth === 'unknown';
    if ('unless' in node) return isUnknown ? all([goal(then), assume(rule)]) : goal(then);
    if (isUnknown) return all([goal(then), goal(otherwise)]);
    return condition?.truth === 'true' ? goal(then) : goal(otherwise);
  }

  function takeStep(id: string): NodeId {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
    return once(`step ${id}`, () => stepNode({ key: id, step, effects: step.effects }, requirementsOf(step)));
  }

  const stepNode = (step: GraphStep, parts: readonly NodeId[]): GraphNode =>
    parts.includes(never) ? NEVER : { kind: 'step', step, parts: parts.filter((part) => part !== met) };

  const requirementsOf = (step: Step): readonly NodeId[] =>
    step.requires.map((required) => {
      if ('rule' in required) return meetRule(required.rule);
      if ('route' in required)
        return OBTAINING.includes(step.kind) ? openRoute(required.route) : takeRoute(required.route);
      const before = steps.get(required.step);
      return before !== undefined && isDone(before, facts) ? met : takeStep(required.step);
    });

  function openRoute(id: string): NodeId {
    return once(`route ${id}`, () => {
      const route = routes.get(id);
      if (route === undefined || !isRouteInForce(route, query.on)) return NEVER;
      return { kind: 'all', parts: [...route.scope, ...route.requirements].map(meetRule) };
    });
  }

  function takeRoute(id: string): NodeId {
    return once(`licence ${id}`, () => {
      const route = routes.get(id);
      if (route === undefined) return NEVER;
      const open = openRoute(id);
      if (isHeld(route.grants, facts)) return { kind: 'all', parts: [open] };
      const last: NodeId[] = [];
      for (const step of route.finally) last.push(finalStep(step, id, open, [...last]));
      return { kind: 'all', parts: [open, ...last] };
    });
  }

  /** One of the last steps of a route: after its rules are met and, where it belongs to this route alone, after those before it. */
  function finalStep(id: string, route: string, open: NodeId, before: readonly NodeId[]): NodeId {
    const step = steps.get(id);
    if (step === undefined) throw new Error(`No step ${id}; lint refuses the pack.`);
    if (!PER_ROUTE.includes(step.kind)) return takeStep(id);
    return once(`step ${keyFor(id, route)}`, () => {
      const { effects, completes } = licences.lastStepOf(route, id);
      const own: GraphStep = {
        key: keyFor(id, route),
        route,
        step,
        effects: [...step.effects, ...effects],
        ...(completes ? { completes: route } : {}),
      };
      return stepNode(own, [...requirementsOf(step), open, ...before]);
    });
  }

  return { graph: { nodes }, openRoute, takeRoute, meetRule };
}
