import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type Converted,
  type Front,
  type FrontPoint,
  frontFor,
  type Plan,
  type PlanTarget,
  type Wishes,
} from '@testamur/engines/planner';
import type { QuestionProblem } from './errors.ts';
import type { Library } from './library.ts';
import { openPlans, type PlanRequest, planRoute } from './plan-route.ts';

/** A point of a front: by its place, the cheapest first, or by what tells it from the others. */
export type PointChoice =
  | number
  | {
      /** Keys of its steps, in any order. */
      readonly steps: readonly string[];
      readonly route?: string;
      readonly basis?: string;
      /** Rules that it assumes. */
      readonly assumes?: readonly string[];
    };

export type WayChoice = { readonly wishes?: Wishes; readonly point?: PointChoice };

export type ChosenWay = {
  /** Where it leads; where there is none, the route that came nearest. */
  readonly target: { readonly pack: string; readonly route: string };
  readonly plan?: Plan;
  readonly converted?: Converted;
  /** Ways to choose from; absent where only the cheapest was looked for. */
  readonly among?: number;
  readonly wishes: Wishes;
  /** No way keeps all wishes: the plan breaks one, or there is none. */
  readonly isAgainstWishes: boolean;
};

/** Without wishes and point the cheapest way; else a point of the front, searched anew. `choice` was read by `readWishes`. */
export function chooseWay(
  library: Library,
  request: PlanRequest,
  target: PlanTarget,
  { wishes, point }: WayChoice,
): Result<ChosenWay, QuestionProblem> {
  if (wishes === undefined && point === undefined) return ok(cheapestWay(library, request, target));
  const front = frontFor(openPlans(library, request), target, wishes);
  const chosen = findPoint(front, point ?? 0);
  const isAgainstWishes = front.none?.reason === 'wishes' || front.excludedBy.length > 0;
  if (chosen !== undefined) {
    const { plan, converted } = chosen;
    const among = front.points.length;
    return ok({
      ...{ target: plan.target, plan, wishes: front.wishes, isAgainstWishes, among },
      ...(converted === undefined ? {} : { converted }),
    });
  }
  if (point !== undefined) return err(unknownPoint(front));
  return ok({ target: cheapestWay(library, request, target).target, wishes: front.wishes, isAgainstWishes });
}

function cheapestWay(library: Library, request: PlanRequest, target: PlanTarget): ChosenWay {
  const answer = planRoute(library, request, target);
  const none = { wishes: {}, isAgainstWishes: false };
  if (answer.state === 'none') return { ...none, target: answer.target };
  return { ...none, target: answer.plan.target, plan: answer.plan };
}

/** Ways that break one wish can be chosen too, where none keeps them all. */
function findPoint({ points, excludedBy }: Front, choice: PointChoice): FrontPoint | undefined {
  if (typeof choice === 'number') return points[choice];
  const breaking = excludedBy.flatMap(({ cheapest, fastest }) => [cheapest, fastest]);
  return [...points, ...breaking].find((point) => point !== undefined && isChosen(point.plan, choice));
}

function isChosen({ target, basis, steps, assumes }: Plan, choice: Exclude<PointChoice, number>): boolean {
  return (
    (choice.route ?? target.route) === target.route &&
    (choice.basis ?? basis) === basis &&
    isSameSet(
      choice.steps,
      steps.map(({ key }) => key),
    ) &&
    (choice.assumes === undefined ||
      isSameSet(
        choice.assumes,
        assumes.map(({ rule }) => rule),
      ))
  );
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

const unknownPoint = ({ points }: Front): QuestionProblem => ({
  code: 'RECOGNISING_POINT_UNKNOWN',
  message: `The front has no such point: it has ${points.length}.`,
  at: '/point',
  hint: 'Points count from 0, the cheapest first. Plan anew: the law or the wishes may have changed since.',
});
