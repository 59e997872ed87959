/** What a page may ask the worker. Every question has a number; the answer carries the same one. */
import type { Problem } from '@testamur/engines/kernel';
import type {
  Anywhere,
  Front,
  PlanAnswer,
  PlanTarget,
  SearchProgress,
  WhatIf,
  WhatIfChange,
  Wishes,
} from '@testamur/engines/planner';
import type { Assessment, Dossier, InquiryTarget, Pack, Step, WhyNot } from '@testamur/engines/recognition';
import type { Locale } from '../language/languages.ts';
import type { LibraryFiles } from './library-files.ts';

export type SchoolFound = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly city?: string;
  /** The other name on which the words matched, where it is not the name shown. */
  readonly foundAs?: string;
};

export type PackNotes = Omit<Pack, 'rules' | 'tables' | 'steps'>;

/** The law as the screens need it beside a verdict: who decides, what sources are called, what a step is. */
export type LawNotes = {
  readonly packs: readonly PackNotes[];
  readonly steps: readonly Step[];
};

/** Packs whose words (texts, citations, sources, open questions) are shown, and where the packs with their words are. */
export type WordsAsked = {
  readonly packs: readonly string[];
  readonly files: Readonly<Record<string, string>>;
};

/**
 * `today` is the day it is where the person is: what has a result cannot lie after it. The answer has the words of the packs in `words`,
 * and is in the language of the page; without them it is statuses, titles and figures.
 */
export type AssessQuestion = {
  readonly dossier: Dossier;
  readonly on: string;
  readonly knownOn: string;
  readonly today: string;
  readonly words?: WordsAsked | undefined;
};

/** A dossier with a fault is not judged: the faults are named instead. */
export type Judged = { readonly assessment: Assessment } | { readonly problems: readonly Problem[] };

export type AnywhereAsk = AssessQuestion & {
  readonly wishes?: Wishes | undefined;
  /** Licences obtained on the way, at most: 2 where absent, 3 at most. */
  readonly hopLimit?: number | undefined;
};

export type FrontAsk = AnywhereAsk & { readonly target: PlanTarget };

/** A changed dossier with a fault changes nothing: the faults are named instead. */
export type Difference = WhatIf | { readonly problems: readonly Problem[] };

export type WorkerCalls = {
  assess: { readonly ask: AssessQuestion; readonly answer: Judged };
  /** Whether a dossier from a file can be taken over. */
  check: {
    readonly ask: { readonly dossier: unknown; readonly today: string };
    readonly answer: readonly Problem[];
  };
  /** All packs, those named (and the ones they use) with their words. As it is written, what a step is called stays in English. */
  readNotes: { readonly ask: WordsAsked & { readonly asWritten?: true }; readonly answer: LawNotes };
  findSchools: { readonly ask: { readonly query: string }; readonly answer: readonly SchoolFound[] };
  nameSchool: { readonly ask: { readonly id: string }; readonly answer: SchoolFound | null };
  /** The way to the best licence of one authority. */
  plan: { readonly ask: AssessQuestion & { readonly pack: string }; readonly answer: PlanAnswer };
  /** The best ways to any independent licence, in one. Tells how far it is. */
  anywhere: { readonly ask: AnywhereAsk; readonly answer: Anywhere };
  /** Every way to one target that no other betters in cost and time. Tells how far it is while it searches. */
  front: { readonly ask: FrontAsk; readonly answer: Front };
  /** Every route before and after a change of the dossier, or steps as if they were done. */
  whatIf: {
    readonly ask: AssessQuestion & { readonly change: WhatIfChange };
    readonly answer: Difference;
  };
  /** The smallest changes that would turn a requirement, or a whole route, on the degree that serves the pack best. */
  whyNot: {
    readonly ask: AssessQuestion & { readonly pack: string } & InquiryTarget;
    readonly answer: WhyNot;
  };
  /** The verdict as published: canonical JSON, the same bytes as from the interface for programs. */
  writeAssessment: { readonly ask: AssessQuestion; readonly answer: string };
};

export type CallName = keyof WorkerCalls;
export type Question<Name extends CallName = CallName> = {
  readonly number: number;
  readonly call: Name;
  readonly ask: WorkerCalls[Name]['ask'];
};
/** Where the library is, and the language of the page where that is not the language of the law: told once, before any question. */
export type Beginning = { readonly files: LibraryFiles; readonly locale: Locale | undefined };
/** Nobody waits for the answer to this question any more. */
export type Cancellation = { readonly cancel: number };
export type ToWorker = Question | Cancellation | Beginning;
export type Reply =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: string }
  /** How far it is: the answer is still to come. */
  | { readonly number: number; readonly progress: SearchProgress };
