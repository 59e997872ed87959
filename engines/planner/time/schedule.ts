/** When a step ends: the critical path over what is known of durations. */
import { addPeriod, asDay, expectOk, parsePeriod } from '../../kernel/index.ts';
import type { GraphStep } from '../graph/graph.ts';
import type { Moment } from '../graph/knuth-pass.ts';

/** An unknown duration adds no day and is counted. Calendars come later: no schedule ends before this. */
export function finishOf({ step }: GraphStep, { day, unknown }: Moment): Moment {
  if (step.duration === undefined) return { day, unknown: unknown + 1 };
  const period = expectOk(parsePeriod(step.duration.min), `the duration of ${step.step}`);
  return { day: addPeriod(asDay(day), period, 'clamp'), unknown };
}
