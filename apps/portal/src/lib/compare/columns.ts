/** What stands in the columns of a comparison: one authority or route each, with one of its ways. */
import type { BestAt, Front, FrontPoint, PlannedStep } from '@testamur/engines/planner';
import type { Assessment, RequirementResult, RouteResult } from '@testamur/engines/recognition';
import { reasonsOf } from '../results/rows.ts';
import { type Shown, showStatus } from '../ui/looks.ts';
import type { Target } from './targets.ts';

export type Column = {
  readonly target: Target;
  readonly name: string;
  readonly shown: Shown;
  /** The route of the way, or the nearest one where there is no way. */
  readonly route?: RouteResult;
  /** Absent while it is searched. */
  readonly front?: Front;
  readonly point?: FrontPoint;
};

export function columnOf(
  target: Target,
  { authorities }: Pick<Assessment, 'authorities'>,
  { front, best }: { readonly front: Front | undefined; readonly best: BestAt },
): Column | undefined {
  const authority = authorities.find(({ pack }) => pack === target.pack);
  if (authority?.status === undefined) return undefined;
  const point = front?.points.find(({ bestAt }) => bestAt.includes(best)) ?? front?.points[0];
  const id = target.route ?? point?.plan.target.route ?? authority.bestRoute;
  const route = authority.routes.find((each) => each.route === id);
  return {
    target,
    name: authority.name,
    shown: showStatus(route?.status ?? authority.status, route === undefined ? [] : reasonsOf([route])),
    ...(route === undefined ? {} : { route }),
    ...(front === undefined ? {} : { front }),
    ...(point === undefined ? {} : { point }),
  };
}

const stepsOf = ({ point }: Column): readonly PlannedStep[] => point?.plan.steps ?? [];

/** Steps that count in several columns: taken once, they serve each of them. */
export function sharedSteps(columns: readonly Column[]): readonly PlannedStep[] {
  const first = new Map(columns.flatMap(stepsOf).map((step) => [step.step, step] as const));
  return [...first.values()].filter(
    ({ step }) => columns.filter((column) => hasStep(column, step)).length > 1,
  );
}

export const hasStep = (column: Column, id: string): boolean =>
  stepsOf(column).some(({ step }) => step === id);

export const ownSteps = (column: Column, columns: readonly Column[]): readonly PlannedStep[] => {
  const shared = new Set(sharedSteps(columns).map(({ step }) => step));
  return stepsOf(column).filter(({ step }) => !shared.has(step));
};

/** Every currency in which some way costs something, in the order of the alphabet. */
export const currenciesOf = (columns: readonly Column[]): readonly string[] =>
  [
    ...new Set(columns.flatMap(({ point }) => (point?.cost.known ?? []).map(({ currency }) => currency))),
  ].sort();

/** Kinds of requirement that some column has, in the order in which a doctor meets them. */
const KINDS = [
  ...(['scope', 'degree', 'verification', 'language', 'exam', 'assessment', 'training'] as const),
  ...([
    'supervised-practice',
    'practice',
    'good-standing',
    'employment',
    'immigration',
    'registration',
    'other',
  ] as const),
];
export type Kind = (typeof KINDS)[number];

export const requirementsOf = ({ route }: Column, kind: Kind): readonly RequirementResult[] =>
  [...(route?.scope ?? []), ...(route?.requirements ?? [])].filter((result) => result.kind === kind);

export const kindsOf = (columns: readonly Column[]): readonly Kind[] =>
  KINDS.filter((kind) => columns.some((column) => requirementsOf(column, kind).length > 0));
