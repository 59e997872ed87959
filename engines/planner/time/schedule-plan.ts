/** The exact schedule of a chosen set of tasks, or why there is none. */
import { asDay, type Day, err, ok, type Result } from '../../kernel/index.ts';
import { adviseOn } from './advice.ts';
import { buildNetwork, type TaskDays, type TaskNetwork, validUntil, type Why } from './build-network.ts';
import { findLatest, type Network } from './constraint-network.ts';
import { findNoGood } from './no-good.ts';
import { orderExams } from './order-exams.ts';
import type { NoGood, Placement, Schedule, ScheduledTask, ScheduleInput } from './schedule-input.ts';

/** Orders of exams looked at before the best so far is taken: enough for twelve that are each held twice a year. */
const ORDERS = 30_000;

/**
 * The earliest end of all, each task as early and as late as that end allows, and a day for each: what lapses as late as it can without
 * holding up any other task, the rest as early as it can. Unknown lengths add no day.
 *
 * @example
 * schedulePlan({ on, tasks: [{ id: 'exam', after: [] }, { id: 'apply', after: ['exam'] }], windows: [] })
 */
export function schedulePlan(input: ScheduleInput): Result<Schedule, NoGood> {
  const limit = { orders: input.limit ?? ORDERS, effort: input.effort ?? Number.POSITIVE_INFINITY };
  const net = buildNetwork(input);
  const found = orderExams(net, limit);
  if (!found.ok && found.gaveUp)
    return err({
      tasks: input.tasks.map(({ id }) => id),
      after: [],
      windows: [],
      because: { reason: 'limit' },
    });
  if (!found.ok) return err(findNoGood(input, found.failures, limit));
  const network: Network<Why> = { ...net.network, lags: [...net.network.lags, ...found.order] };
  const days = [...net.tasks.values()];
  const early = found.days;
  const end = asDay(Math.max(input.on, ...days.map(({ finish }) => early[finish] ?? 0)));
  const late = findLatest(
    network,
    network.high.map((high) => Math.min(high, end)),
  );
  const placement = input.placement ?? 'lapsingLate';
  const placed = placeDays(network, days, { early, late, placement, windows: input.windows });
  const ordered: TaskNetwork = { ...net, network };
  return ok({
    tasks: days.map((task) => tellTask(task, early, late, placed)),
    end,
    exact: found.exact,
    advice: adviseOn({ net: ordered, windows: input.windows, on: input.on, early, late, placed, end }),
  });
}

type Bounds = {
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly placement: Placement;
  readonly windows: ScheduleInput['windows'];
};

/** Nobody else's day moves for what goes late. Beginnings then follow their ends as late as they can: no waiting inside a task. */
function placeDays(network: Network<Why>, tasks: readonly TaskDays[], bounds: Bounds): readonly number[] {
  const { early, late, placement } = bounds;
  const ceiling = [...late];
  const lapses = (days: TaskDays): boolean => days.task.late === true && !isSaferEarly(days, tasks, bounds);
  for (const days of tasks) {
    const { task, finish, sat, start } = days;
    if (placement === 'allLate' || (placement === 'lapsingLate' && lapses(days))) continue;
    for (const variable of [finish, sat]) ceiling[variable] = early[variable] ?? 0;
    // What takes time of its own begins when it can; what only waits for a day begins on it.
    if (task.duration !== undefined && task.sittings === undefined) ceiling[start] = early[start] ?? 0;
  }
  return findLatest(network, ceiling);
}

/** An exam can be failed: it goes early where its result then keeps more days to spare than waiting would leave for a resit. */
function isSaferEarly(
  { task, sat, finish }: TaskDays,
  tasks: readonly TaskDays[],
  { early, late, windows }: Bounds,
): boolean {
  if (task.retake === undefined) return false;
  const wait = (late[finish] ?? 0) - (early[finish] ?? 0);
  return windows
    .filter(({ of }) => of === task.id)
    .every((window) => {
      const by = tasks.find((each) => each.task.id === window.by);
      const used = by === undefined ? 0 : (late[by[window.at]] ?? 0);
      return validUntil(early[sat] ?? 0, window) - used >= wait;
    });
}

function tellTask(
  { task, start, finish, study, sittings }: TaskDays,
  early: readonly number[],
  late: readonly number[],
  placed: readonly number[],
): ScheduledTask {
  const at = (days: readonly number[], variable: number): Day => asDay(days[variable] ?? 0);
  return {
    id: task.id,
    earliestStart: at(early, start),
    earliestFinish: at(early, finish),
    latestStart: at(late, start),
    latestFinish: at(late, finish),
    startOn: at(placed, start),
    doneOn: at(placed, finish),
    ...(study === undefined ? {} : { studyFrom: at(placed, study) }),
    calendarOpen: sittings?.isOpen(placed[finish] ?? 0) === true,
  };
}
