/** Who is affected, as it is published: schema `testamur/affected/1`. */
import type { Citation } from '../../kernel/index.ts';
import type { RouteStatus } from '../language/verdict.ts';
import type { RuleVerdict } from '../population/judge.ts';

/** Of a route that only one version has: `notThere` in the other. */
export type Standing = RouteStatus | 'notThere';

export type RouteReport = {
  readonly pack: string;
  readonly packName: string;
  readonly route: string;
  readonly title: string;
  /** Every person once, those who stand as before too; the most frequent first. */
  readonly transitions: readonly {
    readonly before: Standing;
    readonly after: Standing;
    readonly people: number;
  }[];
  /** By the country of the school's seat, else of the award; `not said` where neither is known. */
  readonly bySchoolCountry: readonly {
    readonly country: string;
    readonly people: number;
    readonly changed: number;
  }[];
};

/** Why one person stands otherwise on one route: the rules that answer otherwise, each with what decided. */
export type AffectedSample = {
  readonly person: string;
  readonly pack: string;
  readonly route: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly rules: readonly {
    readonly rule: string;
    readonly title: string;
    readonly before?: RuleVerdict;
    readonly after?: RuleVerdict;
    /** Conditions that answer otherwise, or are asked in one version only. */
    readonly because: readonly string[];
    readonly cite: readonly Citation[];
  }[];
};

export type AffectedReport = {
  readonly schema: 'testamur/affected/1';
  readonly on: string;
  readonly people: number;
  /** Routes that were judged. */
  readonly routes: readonly RouteReport[];
  /** Routes that were not: what they rest on is the same in both versions. */
  readonly untouched: number;
  readonly samples: readonly AffectedSample[];
};
