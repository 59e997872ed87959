/** When each step of a way can be taken: the critical path over what is known of durations. */
import { addPeriod, asDay, type Day, expectOk, parsePeriod } from '../../kernel/index.ts';
import { type Graph, type GraphStep, isLastStep, type NodeId } from '../graph/graph.ts';
import { type Moment, stepsJustBefore } from '../graph/knuth-pass.ts';
import type { Way } from '../search/ways.ts';

export type ScheduledStep = {
  readonly node: NodeId;
  readonly step: GraphStep;
  readonly after: readonly NodeId[];
  readonly earliestStart: Day;
  readonly earliestFinish: Day;
  readonly latestStart: Day;
  readonly latestFinish: Day;
  readonly doneOn: Day;
  /** Steps of unknown duration among those it waits for, itself included. */
  readonly unknownBefore: number;
};

/** `papersLate`: what lapses is done as late as it can, the rest as early as it can. */
export type Placement = 'papersLate' | 'allLate' | 'allEarly';

/** An unknown duration adds no day and is counted. */
export function finishOf({ step }: GraphStep, { day, unknown }: Moment): Moment {
  if (step.duration === undefined) return { day, unknown: unknown + 1 };
  const period = expectOk(parsePeriod(step.duration.min), `the duration of ${step.step}`);
  return { day: addPeriod(asDay(day), period, 'clamp'), unknown };
}

type Early = Pick<ScheduledStep, 'node' | 'step' | 'after' | 'earliestStart' | 'earliestFinish'> & {
  readonly waitsFor: ReadonlySet<NodeId>;
};

export type ScheduleInput = {
  readonly way: Way;
  readonly graph: Graph;
  readonly route: string;
  readonly on: Day;
  /** The day she plans to apply: the last steps of the route do not begin before it. */
  readonly applyFrom: Day;
  readonly placement: Placement;
};

/** In the order of the way: what a step waits for comes before it. */
export function scheduleWay(input: ScheduleInput): readonly ScheduledStep[] {
  const { applyFrom, placement } = input;
  const early = earlyTimes(input);
  const steps = [...early.values()];
  const end = asDay(Math.max(applyFrom, ...steps.map((each) => each.earliestFinish)));
  const late = lateTimes(steps, end, () => true);
  const placed = lateTimes(steps, end, ({ step }) => isLate(step, placement));
  return steps.map(({ waitsFor, ...each }) => {
    const latestFinish = late.get(each.node) ?? each.earliestFinish;
    return {
      ...each,
      latestStart: asDay(latestFinish - lengthOf(each)),
      latestFinish,
      doneOn: placed.get(each.node) ?? each.earliestFinish,
      unknownBefore: [...waitsFor].filter((id) => early.get(id)?.step.step.duration === undefined).length,
    };
  });
}

function earlyTimes({ way, graph, route, on, applyFrom }: ScheduleInput): ReadonlyMap<NodeId, Early> {
  const times = new Map<NodeId, Early>();
  for (const node of way.steps) {
    const entry = graph.nodes[node];
    if (entry?.kind !== 'step') continue;
    const before = stepsJustBefore(node, way.pass, graph).flatMap((id) => times.get(id) ?? []);
    // What another of them waits for need not be said again.
    const after = before
      .filter((each) => !before.some((other) => other !== each && other.waitsFor.has(each.node)))
      .map((each) => each.node);
    const from = isLastStep(entry.step, route) ? applyFrom : on;
    const earliestStart = asDay(Math.max(from, ...before.map((each) => each.earliestFinish)));
    const earliestFinish = asDay(finishOf(entry.step, { day: earliestStart, unknown: 0 }).day);
    const waitsFor = new Set([node, ...before.flatMap((each) => [...each.waitsFor])]);
    times.set(node, { node, step: entry.step, after, earliestStart, earliestFinish, waitsFor });
  }
  return times;
}

const lengthOf = ({ earliestStart, earliestFinish }: Omit<Early, 'waitsFor'>): number =>
  earliestFinish - earliestStart;

/** Backwards: nothing ends later than what waits for it begins. */
function lateTimes(
  early: readonly Early[],
  end: Day,
  goesLate: (each: Early) => boolean,
): ReadonlyMap<NodeId, Day> {
  const finish = new Map<NodeId, Day>();
  const limit = new Map<NodeId, number>();
  for (const each of early.toReversed()) {
    const latest = goesLate(each) ? (limit.get(each.node) ?? end) : each.earliestFinish;
    finish.set(each.node, asDay(latest));
    for (const before of each.after)
      limit.set(before, Math.min(limit.get(before) ?? end, latest - lengthOf(each)));
  }
  return finish;
}

function isLate({ step }: GraphStep, placement: Placement): boolean {
  if (placement !== 'papersLate') return placement === 'allLate';
  return step.validFor !== undefined || step.kind === 'document';
}
