/**
 * What is published beside a single plan: the (cost, time) front of a target, all targets in one archive, what a change would change,
 * and who can reach an authority. Schemas `testamur/front/1`, `testamur/anywhere/1`, `testamur/what-if/1`, `testamur/reverse-reach/1`.
 * The same input gives the same bytes once written as canonical JSON. Days are ISO texts; unknown is never zero.
 */
import type { Money } from '../kernel/index.ts';
import type { Dossier, RouteStatus } from '../recognition/index.ts';
import type { Plan, PlanCost, PlanTarget, PlanTime, PlanVia, Reach } from './plan.ts';

/** Amounts of one currency for one unit of each other, from a table with its date and source, or from the person herself. */
export type Rates = {
  /** Everything is converted into this currency. */
  readonly into: string;
  /** How much of `into` one unit of the currency is worth. `into` itself need not stand here. */
  readonly worth: Readonly<Record<string, number>>;
  /** The day of the table. */
  readonly on: string;
  /** Who published it; `hers` where the person entered the rates. */
  readonly source: string;
};

/** What the person knows better: her own amount or length of a step. It counts as hers. */
export type OwnFigures = {
  readonly cost?: Money;
  /** An ISO 8601 period. */
  readonly duration?: string;
  /** How long she prepares for it, an ISO 8601 period: one exam at a time. */
  readonly study?: string;
};

/** Personal constraints, all optional. None of them changes the law; each can leave routes out, and is named when it does. */
export type Wishes = {
  /** At most this much, known prices at their lower end. A plan with unknown prices may stay below it and is marked `≥`. */
  readonly budget?: Money;
  /** The licence on this day at the latest. */
  readonly deadline?: string;
  /** Codes of countries in which no licence is obtained and no step is taken. */
  readonly excludedCountries?: readonly string[];
  /** Ids of steps that she will not take (an examination refused). */
  readonly refusedSteps?: readonly string[];
  /** Codes of languages. Where given, tests of any other language are left out. */
  readonly willLearn?: readonly string[];
  /** "I can't leave my job before": practice, training, jobs and licences abroad do not start before this day. */
  readonly notBefore?: string;
  /** By id of the step. */
  readonly own?: Readonly<Record<string, OwnFigures>>;
  readonly rates?: Rates;
  /** The share of full time that she can give, above 0 and up to 1: what may be taken part-time takes that much longer. */
  readonly share?: number;
  /** Leave out plans in which somebody else selects: a match, a quota, a job offer. */
  readonly excludeSelection?: boolean;
};

export type WishName = Exclude<keyof Wishes, 'own' | 'rates' | 'share'>;

export type BestAt = 'cheapest' | 'fastest' | 'balanced';

/** The cost in one currency, beside the originals. */
export type Converted = {
  readonly currency: string;
  readonly amount: number;
  readonly upTo: number;
  /** Some price, or some rate, is not established: shown with "≥". */
  readonly atLeast: boolean;
  readonly ratesOn: string;
  readonly source: string;
};

export type FrontPoint = {
  readonly state: 'planned' | 'conditional';
  readonly plan: Plan;
  /** That of the plan, hers included. */
  readonly cost: PlanCost;
  readonly converted?: Converted;
  /** What it costs on average with repeated attempts, where a pass rate is published. */
  readonly expected?: PlanCost;
  readonly time: PlanTime;
  readonly bestAt: readonly BestAt[];
  /** Another point of this front could turn out cheaper or dearer: an unknown price or a missing rate decides. */
  readonly undetermined: boolean;
};

export type FrontCertificate = {
  /** `exact`: no plan within the hop limit is better in cost and time than all points. `gap`: the search ended before that was proved. */
  readonly claim: 'exact' | 'gap';
  /** No plan within the hop limit costs less, or ends earlier. */
  readonly lowerBounds: { readonly cost: readonly Money[]; readonly days: number };
  /** Best point less lower bound; zero when exact. Money only where the best point and the bound are in one currency. */
  readonly gap: { readonly cost: readonly Money[]; readonly days: number };
  /** Intermediate licences allowed in one plan. */
  readonly hopLimit: number;
  readonly packs: readonly { readonly pack: string; readonly version: string; readonly hash?: string }[];
  /** Facts not said whose value could change the points or their order, most often needed first. */
  readonly questions: readonly string[];
  readonly explored: Explored;
};

/** How much was looked at. */
export type Explored = {
  /** Sets of intermediate licences, and how many of them a bound put aside. */
  readonly chains: number;
  readonly chainsPruned: number;
  readonly branches: number;
  /** Plans tried on the rules. */
  readonly tried: number;
};

/** One wish, what it leaves out, and what there would be without it. */
export type Exclusion = {
  readonly wish: WishName;
  /** The wish in words of data: an amount with its currency, a day, ids or codes. */
  readonly value: readonly string[];
  /** Steps (ids) or routes (ids) that it leaves out of the plans below; empty for budget and deadline. */
  readonly excludes: readonly string[];
  /** The cheapest and the fastest plan that break this wish and no other. Absent where giving it up alone opens nothing. */
  readonly cheapest?: FrontPoint;
  readonly fastest?: FrontPoint;
};

export type FrontTarget = {
  readonly pack: string;
  /** Absent when the target is the authority as a whole: each point names its route. */
  readonly route?: string;
};

export type NoRoute = {
  readonly reason: 'notInForce' | 'closed' | 'failsWhenTried' | 'searchLimit' | 'wishes';
  /** Rules that nothing opens. */
  readonly blocking: readonly string[];
};

export type Front = {
  readonly schema: 'testamur/front/1';
  readonly target: FrontTarget;
  readonly on: string;
  readonly wishes: Wishes;
  /** The cheapest first; of equal cost the fastest. */
  readonly points: readonly FrontPoint[];
  readonly certificate: FrontCertificate;
  /** Only when there is no point. */
  readonly none?: NoRoute;
  /** When there is no point because of wishes: each wish that stands in the way. */
  readonly excludedBy: readonly Exclusion[];
};

/** One target of `Anywhere`. */
export type AnywhereTarget = {
  readonly pack: string;
  readonly route: string;
  readonly independent: boolean;
  readonly status: RouteStatus;
  readonly reach: Reach['reach'];
  /** No plan to it ends earlier or costs less. Absent when unreachable. */
  readonly bound?: { readonly days: number; readonly cost: readonly Money[] };
  /** `solved`: its front was searched. `dominated`: its bound is no better than a point already found. `closed`: no way is known. */
  readonly outcome: 'solved' | 'dominated' | 'closed' | 'excluded';
};

/** One archive over all targets: the best plans to any independent licence. */
export type Anywhere = {
  readonly schema: 'testamur/anywhere/1';
  readonly on: string;
  readonly wishes: Wishes;
  readonly points: readonly FrontPoint[];
  readonly targets: readonly AnywhereTarget[];
  readonly certificate: FrontCertificate;
};

/** A step that she has not taken, as if it were done. */
export type Hypothesis = { readonly step: string; readonly on?: string };

export type WhatIfChange = {
  /** The dossier as it would be; the present one where absent. */
  readonly dossier?: Dossier;
  /** Taken after that, in this order. */
  readonly steps?: readonly Hypothesis[];
};

/** A route on one side of the difference. */
export type RouteState = Pick<Reach, 'status' | 'reach' | 'time' | 'steps' | 'ifSelected'>;

export type RouteDifference = {
  readonly pack: string;
  readonly route: string;
  readonly grants: string;
  readonly independent: boolean;
  readonly before: RouteState;
  readonly after: RouteState;
  /** `gained` and `lost`: reachable on one side only. `better` and `worse`: nearer to open, or earlier. */
  readonly change: 'gained' | 'lost' | 'better' | 'worse' | 'same';
};

export type WhatIf = {
  readonly schema: 'testamur/what-if/1';
  readonly on: string;
  readonly steps: readonly Hypothesis[];
  /** Hypothetical steps that cannot be: unknown ids. Nothing was changed for them. */
  readonly refused: readonly { readonly step: string; readonly reason: 'unknownStep' | 'badDay' }[];
  /** Every route, those that change first. */
  readonly routes: readonly RouteDifference[];
};

/** People whom the rules cannot tell apart. */
export type PersonClass = {
  /** Sorted and joined from what follows: the same for the same people. */
  readonly id: string;
  /** Countries of the schools, citizenships and years of graduation that fall together. */
  readonly schools: readonly string[];
  readonly citizenships: readonly string[];
  readonly graduated: { readonly from: number; readonly to: number };
};

export type ReverseClass = PersonClass & {
  readonly route?: string;
  readonly reach: Reach['reach'];
  readonly status?: RouteStatus;
  readonly time?: NonNullable<Reach['time']>;
  readonly steps: number;
  readonly via: readonly PlanVia[];
  /** The first rule that nothing opens, of the route that comes nearest; absent where it is reachable. */
  readonly blockedBy?: { readonly route: string; readonly rule: string; readonly title: string };
};

/** From which schools and citizenships doctors can reach an authority, by which route, and what blocks the others. */
export type ReverseReach = {
  readonly schema: 'testamur/reverse-reach/1';
  readonly on: string;
  readonly pack: string;
  readonly people: number;
  readonly classes: readonly ReverseClass[];
};

/** What a search tells while it goes on. */
export type SearchProgress<Point = FrontPoint> = {
  readonly explored: Explored;
  /** No plan that is still to be found costs less or ends earlier. */
  readonly bound: { readonly cost: readonly Money[]; readonly days: number };
  /** The best so far. */
  readonly points: readonly Point[];
};

/**
 * A search in small pieces: each `next()` works for a few milliseconds and tells how far it is; the last one returns the answer. A worker
 * posts the progress, and cancels by not asking again.
 */
export type Stepwise<Answer, Point = FrontPoint> = Generator<SearchProgress<Point>, Answer, undefined>;

export type FrontQuestion = {
  readonly target: PlanTarget;
  readonly wishes?: Wishes;
  readonly hopLimit?: number;
};
