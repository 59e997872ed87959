/** A way as a schedule: its steps as tasks, the rules' windows of validity, and the day the application goes in. */
import { asDay, type Day, ok, type Result } from '../../kernel/index.ts';
import { type GraphStep, isLastStep, type NodeId } from '../graph/graph.ts';
import { stepsJustBefore } from '../graph/knuth-pass.ts';
import { type Pieces, runToEnd } from '../run-to-end.ts';
import { type Contingency, contingenciesOf } from './contingency.ts';
import {
  type Advice,
  APPLICATION,
  type NoGood,
  type Placement,
  type Schedule,
  type ScheduledTask,
  type ScheduleInput,
  type ScheduleTask,
} from './schedule-input.ts';
import { schedulePlan } from './schedule-plan.ts';
import { type DegreeToCome, taskOf, type WayWishes } from './step-task.ts';
import { type WindowInput, windowsOfWay } from './way-windows.ts';

/** A plan is scheduled while a person waits: about a hundredth of a second, enough to put the exams of a plan in order. */
const EFFORT = 4_000;

export type ScheduledStep = Omit<ScheduledTask, 'id'> & {
  readonly node: NodeId;
  readonly step: GraphStep;
  readonly after: readonly NodeId[];
  /** Steps of unknown duration among those it waits for, itself included. */
  readonly unknownBefore: number;
};

export type WaySchedule = {
  /** In the order of the way: what a step waits for comes before it. */
  readonly steps: readonly ScheduledStep[];
  /** The day the application goes in. */
  readonly applicationOn: Day;
  readonly end: Day;
  readonly exact: boolean;
  /** By keys of steps; reasons may name `APPLICATION`. */
  readonly advice: readonly Advice[];
  /** What each exam costs in time when it is failed once. Worked out when asked. */
  readonly contingencies: () => readonly Contingency[];
};

export type WayScheduleInput = WindowInput & {
  readonly on: Day;
  /** The day she plans to apply: the last steps of the route do not begin before it. */
  readonly applyFrom: Day;
  readonly placement: Placement;
  readonly wishes?: WayWishes;
  /** Absent where she has graduated, or where nothing is said of it. */
  readonly degree?: DegreeToCome;
};

export const scheduleWay = (input: WayScheduleInput): Result<WaySchedule, NoGood> =>
  runToEnd(schedulingWay(input));

/** The same in pieces. */
export function* schedulingWay(input: WayScheduleInput): Pieces<Result<WaySchedule, NoGood>> {
  const linked = linkSteps(input);
  yield;
  const asked = yield* inputOf(input, linked);
  yield;
  const found = schedulePlan(asked);
  return found.ok ? ok(tellWay(linked, asked, found.value)) : found;
}

type Linked = {
  readonly node: NodeId;
  readonly step: GraphStep;
  /** Steps it rests on directly, and those of them that no other waits for. */
  readonly before: readonly NodeId[];
  readonly after: readonly NodeId[];
  readonly waitsFor: ReadonlySet<NodeId>;
};

function linkSteps({ way, graph }: WayScheduleInput): ReadonlyMap<NodeId, Linked> {
  const linked = new Map<NodeId, Linked>();
  for (const node of way.steps) {
    const entry = graph.nodes[node];
    if (entry?.kind !== 'step') continue;
    const before = stepsJustBefore(node, way.pass, graph).flatMap((id) => linked.get(id) ?? []);
    // What another of them waits for need not be said again.
    const after = before.filter(
      (each) => !before.some((other) => other !== each && other.waitsFor.has(each.node)),
    );
    linked.set(node, {
      node,
      step: entry.step,
      before: before.map((each) => each.node),
      after: after.map((each) => each.node),
      waitsFor: new Set([node, ...before.flatMap((each) => [...each.waitsFor])]),
    });
  }
  return linked;
}

function* inputOf(input: WayScheduleInput, linked: ReadonlyMap<NodeId, Linked>): Pieces<ScheduleInput> {
  const { route, on, applyFrom, dossier, wishes = {}, placement, degree } = input;
  const steps = [...linked.values()];
  const stepsAt = (nodes: readonly NodeId[]): readonly GraphStep[] =>
    nodes.flatMap((node) => linked.get(node)?.step ?? []);
  const keysAt = (nodes: readonly NodeId[]): readonly string[] => stepsAt(nodes).map(({ key }) => key);
  const isLast = ({ step }: Linked): boolean => isLastStep(step, route.route);
  const tasks = steps.map(
    (each): ScheduleTask => ({
      ...taskOf(each.step, dossier, wishes, degree),
      after: isLast(each) ? [...keysAt(each.after), APPLICATION] : keysAt(each.after),
    }),
  );
  const first = tasks[steps.findIndex(isLast)];
  const application: ScheduleTask = {
    id: APPLICATION,
    after: steps.filter((each) => !isLast(each)).map(({ step }) => step.key),
    notBefore: asDay(Math.max(applyFrom, first?.notBefore ?? applyFrom)),
    ...(first?.season === undefined ? {} : { season: first.season }),
  };
  const placed = steps.map(({ node, step, before, waitsFor }) => ({
    step,
    before: stepsAt(before),
    allBefore: stepsAt([...waitsFor].filter((each) => each !== node)),
  }));
  return {
    ...{ on, placement, effort: EFFORT },
    tasks: [...tasks, application],
    windows: yield* windowsOfWay(input, placed),
  };
}

function tellWay(linked: ReadonlyMap<NodeId, Linked>, asked: ScheduleInput, schedule: Schedule): WaySchedule {
  const byKey = new Map(schedule.tasks.map((task) => [task.id, task]));
  const isOpen = (node: NodeId): boolean => {
    const step = linked.get(node)?.step;
    return (
      step !== undefined && (step.step.duration === undefined || byKey.get(step.key)?.calendarOpen === true)
    );
  };
  const steps = [...linked.values()].flatMap(({ node, step, after, waitsFor }) => {
    const task = byKey.get(step.key);
    if (task === undefined) return [];
    const { id: _id, ...days } = task;
    return [{ ...days, node, step, after, unknownBefore: [...waitsFor].filter(isOpen).length }];
  });
  const application = byKey.get(APPLICATION);
  return {
    steps,
    applicationOn: application?.startOn ?? asked.on,
    end: schedule.end,
    exact: schedule.exact,
    advice: schedule.advice.filter(({ step }) => step !== APPLICATION),
    contingencies: () => contingenciesOf(asked, schedule),
  };
}
