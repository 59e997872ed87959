/** What tests a pack: cases of its rules, stories of whole dossiers, mutants known to be equal, and the lines of the fact sheet. */
import type { Dossier } from '../facts/dossier.ts';
import type { Origin } from './origin.ts';
import type { RouteStatus, UnknownReason } from './verdict.ts';

export type Placed<T> = { readonly value: T; readonly origin: Origin };

export type RuleCase = {
  readonly rule: string;
  readonly case: string;
  /** The sentence of the source that it tests. */
  readonly sentence: string;
  readonly on?: string;
  readonly knownOn?: string;
  /** A piece of a dossier; `pmq` is short for one qualification. */
  readonly given: Dossier & { readonly pmq?: Record<string, unknown> };
  readonly expect: {
    readonly verdict: 'met' | 'notMet' | 'unknown' | 'notApplicable';
    readonly remedy?: 'curable' | 'final' | 'undetermined';
    readonly ask?: readonly string[];
    readonly because?: readonly string[];
    readonly independentOf?: readonly string[];
    readonly waiver?: boolean;
    readonly reasons?: readonly UnknownReason[];
  };
};

export type Story = {
  readonly story: string;
  readonly on: string;
  readonly knownOn?: string;
  readonly dossier: Dossier;
  /** Every route of the pack. */
  readonly expect: Readonly<Record<string, RouteStatus>>;
};

/** A mutant that changes no answer, and why. */
export type Equivalent = { readonly rule: string; readonly mutant: string; readonly reason: string };

export type SheetLine = {
  readonly line: string;
  readonly rule?: string;
  readonly step?: string;
  readonly note?: string;
  readonly discretion?: string;
  readonly table?: string;
  readonly route?: string;
  readonly not?: string;
  readonly reason?: string;
};
export type Sheet = {
  readonly sheet: string;
  readonly lines: readonly SheetLine[];
  /** By line of the sheet: marks of its texts as they were read; several where an id repeats. */
  readonly read?: Readonly<Record<string, readonly string[]>>;
};

/** What a version of a pack brought, told to people; newest first. Not part of the pack: its hash does not change with it. */
export type ChangelogEntry = {
  /** The version of the pack that it tells of. */
  readonly version: string;
  /** The day on which that version was published. */
  readonly on: string;
  /** Of that version's canonical JSON, where it is kept. */
  readonly hash?: string;
  /** In plain words. */
  readonly words: string;
  /** Approvers of the jurisdiction who agreed to it; absent: nobody is said to have. */
  readonly approvedBy?: readonly string[];
};

export type PackSuite = {
  readonly cases: readonly Placed<RuleCase>[];
  readonly stories: readonly Placed<Story>[];
  readonly equivalents: readonly Placed<Equivalent>[];
  readonly traceability: readonly Placed<Sheet>[];
  /** Absent where the pack has no changelog. */
  readonly changelog?: readonly Placed<ChangelogEntry>[];
};
