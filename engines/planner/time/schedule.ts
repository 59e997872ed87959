/** When a step ends: the critical path over what is known of durations. */
import { addPeriod, asDay, expectOk, type Period, parsePeriod } from '../../kernel/index.ts';
import type { GraphStep } from '../graph/graph.ts';
import type { Moment } from '../graph/knuth-pass.ts';

/** An unknown duration adds no day and is counted. Calendars come later: no schedule ends before this. */
export function finishOf({ step }: GraphStep, { day, unknown }: Moment): Moment {
  if (step.duration === undefined) return { day, unknown: unknown + 1 };
  return { day: addPeriod(asDay(day), periodOf(step, step.duration.min), 'clamp'), unknown };
}

/** As it was read: a search asks the same few durations a great many times. */
const PERIODS = new Map<string, Period>();

function periodOf({ step }: GraphStep['step'], text: string): Period {
  const held = PERIODS.get(text) ?? expectOk(parsePeriod(text), `the duration of ${step}`);
  PERIODS.set(text, held);
  return held;
}
