/** A node once compiled: closures that answer with a packed integer, and what is needed to tell of it later. */
import type { Node } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';

export type Evaluate = (frame: Frame) => number;

export type Trace = { readonly matched: readonly string[]; readonly possible: readonly string[] };

export type CompiledNode = {
  readonly node: Node;
  /** In `frame.results`; -1 inside `where`, where nothing is recorded. */
  readonly number: number;
  readonly path: string;
  /** The whole answer, packed. Whoever asks records it; the node records its children. */
  readonly evaluate: Evaluate;
  /** The truth alone: stops as soon as it is settled, records nothing, looks at no cures. */
  readonly verdict: Evaluate;
  readonly children: readonly CompiledNode[];
  /** Set where the node refers to another rule. */
  readonly rule?: number;
  /** What is missing while the node is unknown; asked only when something is shown. */
  readonly missing: (frame: Frame) => readonly string[];
  /** Entries that matched, and that may. */
  readonly trace?: (frame: Frame) => Trace | undefined;
};

/** What leaves are compiled to. */
export type CompiledLeaf = Pick<CompiledNode, 'evaluate' | 'missing' | 'trace'>;

export type Compiler = {
  /** The compiler itself: operators that hold nodes reach it through their place. */
  readonly compileNode: (node: Node, place: Place, path: string) => CompiledNode;
  readonly law: ResolvedLaw;
  readonly layout: Layout;
  readonly listKeys: ReadonlyMap<string, string>;
  readonly ruleNumbers: ReadonlyMap<string, number>;
  readonly stepNumbers: ReadonlyMap<string, number>;
  readonly evaluateRule: (rule: number, frame: Frame) => number;
  readonly verdictOfRule: (rule: number, frame: Frame) => number;
  readonly standingOfStep: (step: number, frame: Frame) => number;
  readonly missingOfRule: (rule: number, frame: Frame) => readonly string[];
};

/** Where a node stands: the list whose entry `its` is and `outer` is, the table whose row is tried, and the citations it inherits. */
export type Place = {
  readonly compiler: Compiler;
  readonly grade: number;
  readonly path: string;
  readonly list?: string;
  readonly outerList?: string;
  readonly columns?: readonly string[];
};

export const isInner = (place: Place): boolean => place.list !== undefined || place.columns !== undefined;

/** Inside a list the entry is `its`; the entry of the list around it becomes `outer`. */
export function insideList(list: string, { list: enclosing, outerList: _, ...place }: Place): Place {
  return { ...place, list, ...(enclosing === undefined ? {} : { outerList: enclosing }) };
}

/** Of sorted lists, most of them empty or alone. */
export function sortedUnion(lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return [];
  return [...new Set(filled.flat())].sort();
}
