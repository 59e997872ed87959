/** What a node can see: the law, the person's facts, and the entry or row it is being tried on. */
import type { CitationGrade, Day } from '../../kernel/index.ts';
import type { Entry, Facts, FactValue } from '../language/facts.ts';
import type { Node } from '../language/nodes.ts';
import type { TableRow } from '../language/pack.ts';
import type { Standing } from '../language/verdict.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Outcome } from './outcome.ts';

/** Answers registry joins; the engine does not know where the registry comes from. */
export type RegistryView = {
  readonly accredited: (
    school: string,
    on: { readonly lo: Day; readonly hi: Day },
    recogniser: string | undefined,
  ) => RegistryAnswer;
};

/** `silent`: the registry has no decision of grade A or B; a weaker entry is in `weaker`. */
export type RegistryAnswer =
  | { readonly state: 'true' | 'false' }
  | { readonly state: 'silent'; readonly weaker?: boolean };

/** What has been found for these facts and does not depend on the way there. `blocked`: steps found on the path, whose circle is still open. */
export type Memory = {
  readonly rules: Map<string, Outcome>;
  readonly steps: Map<string, Standing>;
  readonly blocked: Set<string>;
};

export const newMemory = (): Memory => ({ rules: new Map(), steps: new Map(), blocked: new Set() });

/** The interpreter itself: operators that look into nodes or rules reach it through their scope. */
export type Interpreter = {
  readonly evaluateNode: (node: Node, scope: Scope, path: string, citedGrade?: CitationGrade) => Outcome;
  readonly evaluateRule: (rule: string, scope: Scope) => Outcome;
};

export type Scope = {
  readonly law: ResolvedLaw;
  readonly facts: Facts;
  readonly registry: RegistryView;
  /** Keys of lists, from the vocabulary: list → field. */
  readonly listKeys: ReadonlyMap<string, string>;
  readonly its?: Entry;
  readonly outer?: Entry;
  readonly row?: TableRow;
  readonly list?: string;
  /** Values tried by the second stage; then first-stage logic only. */
  readonly tried?: ReadonlyMap<string, FactValue>;
  readonly memory: Memory;
  readonly interpreter: Interpreter;
  /** Rules that refer to one another down to here, and steps whose requirements led here: both stop circles. */
  readonly rulePath: readonly string[];
  readonly stepPath: readonly string[];
};

export function readFact(fact: string, scope: Scope): FactValue {
  if (fact.startsWith('its.')) return scope.its?.fields.get(fact.slice(4)) ?? { state: 'unknown' };
  if (fact.startsWith('outer.')) return scope.outer?.fields.get(fact.slice(6)) ?? { state: 'unknown' };
  if (fact.startsWith('row.')) throw new Error(`${fact}: columns are read through readColumn`);
  return scope.tried?.get(fact) ?? scope.facts.scalars.get(fact) ?? { state: 'unknown' };
}

/** How a missing fact is named: the scalar's id, or the entry's field. */
export function nameOf(fact: string, scope: Scope): string {
  if (fact.startsWith('its.')) return `${scope.list ?? ''}/${scope.its?.id ?? ''}.${fact.slice(4)}`;
  if (fact.startsWith('outer.')) return `${scope.outer?.id ?? ''}.${fact.slice(6)}`;
  return fact;
}
