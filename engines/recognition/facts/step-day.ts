/** The day a step is done, as the effects of steps write it: `stepDay`, or a period before it such as `stepDay-P2Y`. */
import {
  type Day,
  err,
  ok,
  type Period,
  parsePeriod,
  type Result,
  subtractPeriod,
} from '../../kernel/index.ts';

export type StepDay = { readonly before?: Period };

const FORM = /^stepDay(?:-(P.+))?$/;

/** Undefined for what speaks of no step day; an error for a period that does not read. */
export function parseStepDay(value: unknown): Result<StepDay, string> | undefined {
  const found = typeof value === 'string' ? FORM.exec(value) : null;
  if (found === null) return undefined;
  if (found[1] === undefined) return ok({});
  const period = parsePeriod(found[1]);
  return period.ok ? ok({ before: period.value }) : err(period.error.message);
}

/** Counted back from a day that does not exist in the earlier month, the last day of that month. */
export const dayOfStep = ({ before }: StepDay, done: Day): Day =>
  before === undefined ? done : subtractPeriod(done, before, 'clamp');
