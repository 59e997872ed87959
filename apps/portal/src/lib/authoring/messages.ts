/** What the page of a change may ask its worker. */
import type { RuleView } from '../rules/rule-view.ts';
import type { LibraryFiles } from '../worker/library-files.ts';
import type { WhoIsAffected } from './affected-people.ts';
import type { CaseRun, ShownFault } from './workbench.ts';
import type { ChangeProblem, ReadSource } from './write-change.ts';

export type Opened = {
  readonly original: string;
  readonly file: string;
  /** The rule as it stands, in sentences. */
  readonly rule: RuleView;
};

export type ShownCheck = {
  readonly faults: readonly ShownFault[];
  readonly rule?: RuleView;
  readonly cases: readonly CaseRun[];
  readonly changes: readonly string[];
};

export type AuthoringCalls = {
  open: {
    readonly ask: {
      readonly files: LibraryFiles;
      /** Where the files of the pack are. */
      readonly text: string;
      readonly pack: string;
      readonly rule: string;
      readonly locale: string;
      readonly today: string;
      /** What addresses of pages begin with. */
      readonly root: string;
    };
    readonly answer: Opened;
  };
  check: { readonly ask: { readonly text: string }; readonly answer: ShownCheck };
  affected: {
    readonly ask: { readonly text: string; readonly people: number; readonly seed: number };
    readonly answer: WhoIsAffected;
  };
  write: {
    readonly ask: {
      readonly text: string;
      readonly basis: string;
      readonly wording: number;
      readonly cite: ReadSource;
    };
    readonly answer: { readonly patch: string } | { readonly problem: ChangeProblem };
  };
};

export type AuthoringCall = keyof AuthoringCalls;
export type Asked<Name extends AuthoringCall = AuthoringCall> = {
  readonly number: number;
  readonly call: Name;
  readonly ask: AuthoringCalls[Name]['ask'];
};
export type Told =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failure: string }
  | { readonly number: number; readonly judged: number };
