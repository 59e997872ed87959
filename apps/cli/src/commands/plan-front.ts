import { canonicalise, expectOk } from '@testamur/engines/kernel';
import { frontFor, type PlanTarget, planAnywhere } from '@testamur/engines/planner';
import { type Library, openPlans, type PlanRequest } from '@testamur/services/recognising';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Host } from '../host.ts';
import { startProgress } from '../progress.ts';
import { showAnywhere, showFront } from '../show/front.ts';
import type { AskedWishes } from './plan-wishes.ts';

export type FrontArguments = AskedWishes & {
  /** Absent: to any jurisdiction. */
  readonly target?: PlanTarget;
  readonly json: boolean;
};

/** `testamur plan FILE TARGET --front` and `testamur plan FILE --anywhere`. */
export async function runFront(
  library: Library,
  request: PlanRequest,
  { target, wishes, hopLimit, json }: FrontArguments,
  host: Host,
): Promise<ExitCode> {
  const progress = await startProgress(host, 'Planning');
  const planning = openPlans(library, request);
  const options = hopLimit === undefined ? {} : { hopLimit };
  const answer =
    target === undefined
      ? planAnywhere(planning, wishes, options)
      : frontFor(planning, target, wishes, options);
  progress.stop();
  const shown = answer.schema === 'testamur/front/1' ? showFront(answer, host) : showAnywhere(answer, host);
  host.write(json ? `${expectOk(canonicalise(answer), 'a front is JSON')}\n` : shown);
  return EXIT.answered;
}
