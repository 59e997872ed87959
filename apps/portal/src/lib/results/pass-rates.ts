/** Published pass rates of the steps of a plan, each for itself: the people behind them differ, so they are never multiplied. */
import type { Plan } from '@testamur/engines/planner';
import type { Step } from '@testamur/engines/recognition';

export type PublishedRate = { readonly step: string; readonly title: string } & NonNullable<Step['passRate']>;

export function ratesOf({ steps: planned }: Plan, steps: readonly Step[]): readonly PublishedRate[] {
  const taken = new Set(planned.map(({ step }) => step));
  return steps.flatMap(({ step, title, passRate }) =>
    passRate !== undefined && taken.has(step) ? [{ step, title, ...passRate }] : [],
  );
}
