/**
 * What is published: one dossier judged by every authority. Schema `testamur/assessment/1`; the same input and the same packs
 * give the same bytes once written as canonical JSON. All days are ISO texts, all lists are sorted as stated.
 */
import type { Citation, CitationGrade } from '../kernel/index.ts';
import type { Strength } from './language/facts.ts';
import type { Discretion, Note } from './language/pack.ts';
import type { RouteStatus, Standing, Truth, UnknownReason } from './language/verdict.ts';

export type FactUsed = {
  /** `pmq.graduatedOn`, or `exams/ID.takenOn` for a field of an entry. */
  readonly fact: string;
  readonly label: string;
  /** As the person wrote it (`2019-05`, `true`, `["IN"]`); absent while unknown. */
  readonly value?: string;
  readonly state: 'known' | 'unknown' | 'disputed';
  readonly strength?: Strength;
};

/** One node of a rule. `sentence` says in plain English what the node asks. */
export type ExplanationNode = {
  readonly id: string;
  readonly operator: string;
  readonly sentence: string;
  readonly truth: Truth;
  readonly standing?: Standing;
  readonly strength?: Strength;
  readonly grade?: CitationGrade;
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
  readonly independentOf: readonly string[];
  readonly facts: readonly FactUsed[];
  readonly cite: readonly Citation[];
  readonly cure: readonly string[];
  readonly waiver?: string;
  readonly matched?: readonly string[];
  readonly possible?: readonly string[];
  readonly children: readonly ExplanationNode[];
};

export type RequirementVerdict = 'met' | 'notMet' | 'unknown' | 'notApplicable';
export type Remedy = 'curable' | 'final' | 'undetermined';

export type RequirementResult = {
  readonly rule: string;
  readonly title: string;
  readonly text: string;
  readonly kind: string;
  readonly verdict: RequirementVerdict;
  /** Only of `notMet`. */
  readonly remedy?: Remedy;
  readonly standing?: Standing;
  readonly waiverPossible: boolean;
  readonly strength?: Strength;
  readonly grade?: CitationGrade;
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
  readonly independentOf: readonly string[];
  /** `notResearched`, with the question nobody has answered yet. */
  readonly questions: readonly string[];
  readonly versions: readonly string[];
  readonly assumedUnchangedSince?: string;
  readonly cite: readonly Citation[];
  readonly explanation: ExplanationNode;
};

export type RouteResult = {
  readonly route: string;
  readonly title: string;
  readonly for: string;
  readonly grants: string;
  /** The class permits independent practice. */
  readonly independent: boolean;
  readonly status: RouteStatus;
  /** Closed because it is for other people, or was not in force on the law date. */
  readonly closedBecause?: 'notYourRoute' | 'notInForce' | 'requirement';
  readonly scope: readonly RequirementResult[];
  readonly requirements: readonly RequirementResult[];
  /** Cures of what is not met or unknown, in the order of the requirements; then what everyone does at the end. */
  readonly remainingSteps: readonly string[];
  readonly finally: readonly string[];
  /** Every way to open the route goes through a selection (a match, a quota, a job offer). */
  readonly ifSelected: boolean;
  readonly authorityDecides: readonly Discretion[];
  readonly notes: readonly Note[];
  readonly cite: readonly Citation[];
  /** Missing facts that could change the status, most often needed first, then by name. */
  readonly decidingQuestions: readonly string[];
};

export type AuthorityResult = {
  readonly pack: string;
  readonly packVersion: string;
  readonly packHash: string;
  readonly kind: 'authority' | 'national-layer' | 'regime';
  readonly name: string;
  readonly jurisdiction: string;
  readonly regulator: { readonly name: string; readonly url: string };
  /** Of the best class that permits independent practice; layers and regimes have none. */
  readonly status?: RouteStatus;
  /** Of the best limited, supervised or temporary class. */
  readonly restrictedStatus?: RouteStatus;
  readonly bestRoute?: string;
  /** The degree on which the best route rests. */
  readonly basis?: string;
  readonly ifSelected: boolean;
  readonly authorityDecides: boolean;
  readonly routes: readonly RouteResult[];
  readonly decided: number;
  readonly unknown: number;
};

export type Assessment = {
  readonly schema: 'testamur/assessment/1';
  readonly on: string;
  readonly knownOn: string;
  readonly dossierHash: string;
  readonly authorities: readonly AuthorityResult[];
  /** Over all authorities: facts that keep most routes unknown, first. */
  readonly decidingQuestions: readonly {
    readonly fact: string;
    readonly routes: number;
    readonly authorities: readonly string[];
  }[];
};
