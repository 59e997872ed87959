/**
 * What is published: the way to one licence. Schema `testamur/plan/1`; the same dossier, the same packs and the same request give
 * the same bytes once written as canonical JSON. All days are ISO texts. Unknown is never zero: what is not established is named.
 */
import type { Citation, Cost } from '../kernel/index.ts';
import type { Discretion, Effect, RouteStatus, Step, UnknownReason } from '../recognition/index.ts';
import type { PlanAdvice, PlanContingency } from './time/plan-time.ts';

/** One route, or the best class of one authority. */
export type PlanTarget = { readonly route: string } | { readonly pack: string };

/** A price as its source gives it; `to` where it gives a range. */
export type StepCost =
  | {
      readonly known: true;
      readonly amount: number;
      readonly to?: number;
      readonly currency: string;
      /** The day, month or year of the figure. */
      readonly asOf: string;
      readonly cite: readonly Citation[];
      /** The person entered it: it has no source. */
      readonly hers?: true;
    }
  | { readonly known: false };

/** ISO 8601 periods; `max` where the source gives a range. */
export type StepDuration =
  | {
      readonly known: true;
      readonly min: string;
      readonly max?: string;
      readonly cite: readonly Citation[];
      /** The person entered it: it has no source. */
      readonly hers?: true;
    }
  | { readonly known: false };

export type PlannedStep = {
  /** Unique in the plan: the id of the step, followed by `@` and the route where the same step is taken once for each route (applying). */
  readonly key: string;
  readonly step: string;
  /** The pack that has the step, `common` for those shared by several. */
  readonly pack: string;
  readonly title: string;
  readonly text: string;
  readonly kind: Step['kind'];
  readonly controller: Step['controller'];
  readonly cost: StepCost;
  readonly duration: StepDuration;
  readonly validFor?: { readonly period: string; readonly cite: readonly Citation[] };
  /** Keys of the steps of this plan that must be done before. */
  readonly after: readonly string[];
  readonly schedule: StepSchedule;
  /** What becomes true when it is done, the licence that it brings included. */
  readonly effects: readonly Effect[];
  readonly unlocks: {
    /** Rules of the target or of a step that this one makes true. */
    readonly rules: readonly string[];
    /** Keys of the steps that wait for it. */
    readonly steps: readonly string[];
    /** Routes that it completes: the target, or a licence on the way. */
    readonly routes: readonly string[];
  };
  readonly cite: readonly Citation[];
};

/** As early and as late as the other steps allow, when the plan ends as early as it can. An unknown duration counts no day: see `unknownBefore`. */
export type StepSchedule = {
  readonly earliestStart: string;
  readonly earliestFinish: string;
  readonly latestStart: string;
  readonly latestFinish: string;
  /** When the plan takes it: papers that lapse as late as possible, the rest as early as possible. */
  readonly doneOn: string;
  /** No day of slack: whatever delays it delays the licence. */
  readonly critical: boolean;
  /** Steps of unknown duration up to and including this one: above zero its days are lower bounds, shown with "≥". */
  readonly unknownBefore: number;
  /** When it begins: an application goes in, a post is taken up. Absent in plans of earlier versions. */
  readonly startOn?: string;
  /** When its preparation begins at the latest, where the length of that is known. */
  readonly studyFrom?: string;
  /** Its calendar is not published as far as this: it may be later. */
  readonly calendarOpen?: true;
};

export type PlanTime = {
  /** Days from the day of the assessment to the end, as far as durations are known. */
  readonly days: number;
  readonly finishOn: string;
  /** Some duration is not established: shown with "≥". */
  readonly atLeast: boolean;
  /** Keys of the steps whose duration is not established. */
  readonly unknownParts: readonly string[];
};

export type PlanCost = Cost & {
  /** The known amounts at the upper end of their ranges. */
  readonly upTo: Cost['known'];
  /** Some price is not established: shown with "≥". `unknownParts` are keys of steps. */
  readonly atLeast: boolean;
};

/** A requirement that no step of the plan settles: its facts are unknown, or nobody has researched it. */
export type PlanAssumption = {
  readonly rule: string;
  readonly title: string;
  readonly reasons: readonly UnknownReason[];
  /** Facts to ask for; none when the law itself is not researched. */
  readonly missing: readonly string[];
};

/** A licence that the plan obtains on the way. */
export type PlanVia = {
  readonly route: string;
  readonly pack: string;
  readonly grants: string;
  readonly title: string;
};

export type Plan = {
  readonly schema: 'testamur/plan/1';
  readonly target: {
    readonly pack: string;
    readonly route: string;
    readonly title: string;
    readonly grants: string;
    readonly independent: boolean;
  };
  /** The degree on which it rests. */
  readonly basis?: string;
  readonly on: string;
  /** In an order in which they can be taken. */
  readonly steps: readonly PlannedStep[];
  /** The day on which the application goes in: everything but the last steps of the route is done. */
  readonly applicationOn: string;
  readonly cost: PlanCost;
  readonly time: PlanTime;
  /** Some step is controlled by `selection`: a match, a quota, a job offer. */
  readonly ifSelected: boolean;
  readonly authorityDecides: readonly Discretion[];
  readonly via: readonly PlanVia[];
  /** Empty for a plan that opens its route; otherwise it opens it if these turn out well. */
  readonly assumes: readonly PlanAssumption[];
  /** Facts not said whose value could change the plan (make a step needless, or the route closed), most often needed first. */
  readonly questions: readonly string[];
  /** Slack in words, as data. Absent in plans of earlier versions. */
  readonly advice?: readonly PlanAdvice[];
  /** What failing each exam once costs in time and money. Absent in plans of earlier versions. */
  readonly contingencies?: readonly PlanContingency[];
  /** The law of the day of the assessment is assumed to go on, but for changes already enacted. */
  readonly assumesLawUnchangedSince: string;
};

/** How sure it is that no other way to the same route is better. */
export type PlanProof = {
  /**
   * `cheapest`: whatever the unknown prices are, no other way costs less.
   * `lowestKnown`: fewest unknown prices, then the lowest known cost; another way might still cost less (`rivals` of them were met).
   * `bestFound`: the search reached its limit.
   */
  readonly claim: 'cheapest' | 'lowestKnown' | 'bestFound';
  readonly rivals: number;
  /** Ways tried against the rules. */
  readonly tried: number;
};

/**
 * `planned`: with these steps taken the route is open (with none but the last ones when it is open now).
 * `conditional`: so, if what is unknown turns out well.
 * `none`: no way is known. `blocking`: rules that nothing opens. `failsWhenTried`: each step can be taken, but together they do not
 * open the route, because one of them undoes another or says too little of what it brings about.
 */
export type PlanAnswer =
  | { readonly state: 'planned' | 'conditional'; readonly plan: Plan; readonly proof: PlanProof }
  | {
      readonly state: 'none';
      readonly target: { readonly pack: string; readonly route: string };
      readonly reason: 'notInForce' | 'closed' | 'failsWhenTried' | 'searchLimit';
      readonly blocking: readonly string[];
      readonly questions: readonly string[];
    };

/** The earliest licence of one route, all routes judged in one pass. */
export type Reach = {
  readonly pack: string;
  readonly route: string;
  readonly grants: string;
  readonly independent: boolean;
  readonly status: RouteStatus;
  readonly basis?: string;
  /**
   * `reachable`: by steps alone. `conditional`: if what is unknown turns out well. `unreachable`: no way is known.
   * A closed route can be reachable through another licence.
   */
  readonly reach: 'reachable' | 'conditional' | 'unreachable';
  /** Of the way that is earliest; absent when unreachable. A lower bound: shown with "≥" when `atLeast`. */
  readonly time?: {
    readonly days: number;
    readonly finishOn: string;
    readonly atLeast: boolean;
    readonly unknownParts: number;
  };
  /** Steps of that way, each once. */
  readonly steps: number;
  readonly ifSelected: boolean;
  readonly via: readonly PlanVia[];
};
