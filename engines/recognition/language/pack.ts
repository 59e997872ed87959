/** A pack: dated law as data. What an author writes in YAML, once loaded. */
import type { Citation } from '../../kernel/index.ts';
import type { Node, Scalar } from './nodes.ts';
import type { MustBeValid, StepTime } from './step-time.ts';

export type DayRange = { readonly from?: string; readonly to?: string };

export type RequirementKind =
  | 'degree'
  | 'language'
  | 'exam'
  | 'training'
  | 'supervised-practice'
  | 'practice'
  | 'registration'
  | 'good-standing'
  | 'verification'
  | 'assessment'
  | 'immigration'
  | 'employment'
  | 'scope'
  | 'other';

/** One dated wording of a rule. A later `recordedAt` of the same `version` corrects the earlier one and never erases it. */
export type RuleVersion = {
  readonly version: string;
  /** Law time, half-open; compared with the law date asked for. */
  readonly inForce?: DayRange;
  /** Whose date selects this version; half-open. Default: everybody. */
  readonly appliesTo?: DayRange & { readonly anchor: string };
  /** Knowledge time: the day this wording was entered. */
  readonly recordedAt: string;
  /** After this day the rule is stale: unknown until it is read again. */
  readonly reviewBy: string;
  readonly cite: readonly Citation[];
  readonly when: Node;
};

/** Doubt or dissent about a rule: shown beside it, and no part of its logic. */
export type Doubt = {
  readonly id: string;
  readonly text: string;
  /** A source of the pack that says otherwise, where there is one. */
  readonly source?: string;
  readonly recordedOn: string;
};

export type Rule = {
  readonly rule: string;
  readonly title: string;
  readonly kind: RequirementKind;
  /** In our own words, what the source says. */
  readonly text: string;
  readonly versions: readonly RuleVersion[];
  readonly doubts?: readonly Doubt[];
};

/** A condition left to the authority (character, interview, "may apply"): stands outside the logic. */
export type Discretion = { readonly id: string; readonly text: string; readonly cite: readonly Citation[] };
export type Note = { readonly id: string; readonly text: string; readonly cite: readonly Citation[] };

export type Route = {
  readonly route: string;
  readonly title: string;
  readonly for: string;
  /** A licence class (`gb.full`) or, for layers and regimes, a certificate or standing of the vocabulary. */
  readonly grants: string;
  /** The basis of that licence in the codes `licence-bases`, where rules elsewhere ask how a licence was obtained. */
  readonly obtainedBy?: string;
  readonly inForce?: DayRange;
  readonly cite: readonly Citation[];
  /** Rules that say whom the route is for; false means "not your route", not a failed requirement. */
  readonly scope: readonly string[];
  /** All of these rules must be met. */
  readonly requirements: readonly string[];
  readonly discretion: readonly Discretion[];
  readonly notes: readonly Note[];
  /** Steps everyone on this route takes at the end, in order: apply, identity check, pay. */
  readonly finally: readonly string[];
  /** Until when what meets a requirement must stay valid, where the source says so. */
  readonly mustBeValid?: readonly MustBeValid[];
};

export type Money = {
  readonly amount: number;
  readonly to?: number;
  readonly currency: string;
  readonly asOf: string;
  readonly cite: readonly Citation[];
};
export type Duration = { readonly min: string; readonly max?: string; readonly cite: readonly Citation[] };

/**
 * What becomes true once a step is done: a new entry of a list, or a fact. `stepDay` stands for the day it is done, `stepDay-P2Y`
 * for the day two years before: an entry from `stepDay-P2Y` to `stepDay` says that two years lie behind her by then.
 * `forEach` adds one entry per entry of another list, copying `field` into `as` (a certificate from every authority that licensed her).
 */
export type Effect =
  | {
      readonly list: string;
      readonly entry: Readonly<Record<string, Scalar>>;
      readonly forEach?: { readonly list: string; readonly field: string; readonly as: string };
    }
  | { readonly fact: string; readonly value: Scalar };

export type Step = {
  readonly step: string;
  readonly title: string;
  readonly text: string;
  readonly kind:
    | 'exam'
    | 'language-test'
    | 'verification'
    | 'document'
    | 'training'
    | 'practice'
    | 'application'
    | 'licence'
    | 'job'
    | 'selection'
    | 'immigration'
    | 'other';
  /** Who decides whether it happens. */
  readonly controller: 'self' | 'selection' | 'authority';
  /** Rules that must be met, routes that must be open and steps that must be done first. */
  readonly requires: readonly (
    | { readonly rule: string }
    | { readonly route: string }
    | { readonly step: string }
  )[];
  /** Absent: not established. */
  readonly cost?: Money;
  readonly duration?: Duration;
  /** How long what it yields stays valid. */
  readonly validFor?: { readonly period: string; readonly cite: readonly Citation[] };
  readonly effects: readonly Effect[];
  readonly cite: readonly Citation[];
} & StepTime;

export type TableRow = Readonly<Record<string, Scalar | null>>;
export type Table = {
  readonly table: string;
  readonly title: string;
  readonly cite: readonly Citation[];
  readonly columns: Readonly<Record<string, 'code' | 'day' | 'number' | 'boolean'>>;
  readonly rows: readonly TableRow[];
};

/** A point nobody has established yet: shown on the page of the jurisdiction. */
export type OpenQuestion = {
  readonly id: string;
  readonly question: string;
  readonly affects: readonly string[];
};

export type Source = {
  readonly source: string;
  readonly title: string;
  readonly publisher: string;
  readonly url?: string;
  readonly citation?: string;
  readonly published?: string;
  readonly lang: string;
  readonly grade: 'A' | 'B' | 'C' | 'D';
};

/** What becomes of every rule of the pack of the parent: taken as it is, replaced by a rule of this pack, or asked for by nobody here. */
export type Inheritance = {
  readonly from: string;
  readonly adopts: readonly string[];
  readonly replaces: readonly { readonly rule: string; readonly by: string; readonly because: string }[];
  readonly leaves: readonly { readonly rule: string; readonly because: string }[];
};

export type Pack = {
  readonly pack: string;
  readonly kind: 'authority' | 'national-layer' | 'regime';
  readonly name: string;
  /** ISO 3166-1 or 3166-2 code, or a code of our own for a regime (`EU`, `IMLC`). */
  readonly jurisdiction: string;
  readonly parent?: string;
  readonly inherits?: Inheritance;
  readonly uses: readonly string[];
  /** IANA zone in which the authority counts days. */
  readonly zone: string;
  readonly version: string;
  /** `steps-only`: what has to be done is known, but too little of the conditions to give a verdict. */
  readonly readiness: 'ready' | 'with-unknowns' | 'steps-only';
  readonly regulator: { readonly name: string; readonly url: string };
  readonly languages: readonly string[];
  readonly sources: readonly Source[];
  readonly rules: readonly Rule[];
  readonly routes: readonly Route[];
  readonly steps: readonly Step[];
  readonly tables: readonly Table[];
  readonly openQuestions: readonly OpenQuestion[];
};
