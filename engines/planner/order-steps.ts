/** The order in which a plan tells its steps: by their days, what waits after what it waits for, then by their names; and what is said of them. */
import type { ScheduledStep } from './time/schedule-way.ts';

/** The same steps on the same days are told in the same order, whichever search found them. */
export function inOrderOfDays(schedule: readonly ScheduledStep[]): readonly ScheduledStep[] {
  const left = schedule.toSorted(
    (a, b) => a.startOn - b.startOn || a.doneOn - b.doneOn || (a.step.key < b.step.key ? -1 : 1),
  );
  const waiting = new Set(left.map(({ node }) => node));
  const told: ScheduledStep[] = [];
  while (left.length > 0) {
    const at = left.findIndex(({ after }) => !after.some((node) => waiting.has(node)));
    // Steps that wait for each other do not reach a schedule.
    const [next] = left.splice(Math.max(at, 0), 1);
    if (next === undefined) break;
    waiting.delete(next.node);
    told.push(next);
  }
  return told;
}

/** What is said of steps, in the order in which they are told. */
export function inOrderOf<T extends { readonly step: string }>(
  steps: readonly { readonly key: string }[],
  said: readonly T[],
): readonly T[] {
  const places = new Map(steps.map(({ key }, at) => [key, at]));
  return said.toSorted((a, b) => (places.get(a.step) ?? 0) - (places.get(b.step) ?? 0));
}
