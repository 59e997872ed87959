/** A node once compiled: its row in a program, and what is needed to tell of it later. */
import type { Node } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';
import type { Row } from './program.ts';

export type Evaluate = (frame: Frame) => number;

export type Trace = { readonly matched: readonly string[]; readonly possible: readonly string[] };

export type CompiledNode = {
  readonly node: Node;
  /** Its row; the rows from `first` on are the nodes below it. */
  readonly row: number;
  readonly first: number;
  readonly path: string;
  /** The whole answer, packed; runs the rows of the node. */
  readonly evaluate: Evaluate;
  /** The truth alone: stops as soon as it is settled, records nothing, looks at no cures. */
  readonly verdict: Evaluate;
  readonly children: readonly CompiledNode[];
  /** Set where the node refers to another rule. */
  readonly rule?: number;
  /** What is missing while the node is unknown, once its rows were run. */
  readonly missing: (frame: Frame) => readonly string[];
  /** A leaf that reads one scalar: while unknown it misses that one and nothing else. */
  readonly missesItsFact: boolean;
  /** Entries that matched, and that may. */
  readonly trace?: ((frame: Frame) => Trace | undefined) | undefined;
};

/** What leaves are compiled to. Where `within` is given, it says the same as `evaluate`, without a call. */
export type CompiledLeaf = Pick<CompiledNode, 'evaluate' | 'missing' | 'trace'> & {
  readonly within?: Within | undefined;
};

/** A scalar between two bounds: what is said of a value inside, and of one outside, without the strength of the fact. */
export type Within = {
  readonly slot: number;
  readonly low: number;
  readonly high: number;
  readonly inside: number;
  readonly outside: number;
};

/** A program in the making, and its answers once it runs. */
export type Assembly = {
  readonly rows: Row[];
  readonly answersOf: (frame: Frame) => Int32Array;
  readonly run: (from: number, to: number, frame: Frame) => number;
};

/** A node inside an operator, asked for one entry or one row of a table at a time. */
export type Test = Pick<CompiledNode, 'evaluate' | 'missing'>;

export type Compiler = {
  /** The compiler itself: operators that hold nodes reach it through their place. */
  readonly compileTest: (node: Node, place: Place) => Test;
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

/** Where a node stands: the list whose entry `its` is and `outer` is, the table whose row is tried, and the grade it inherits. */
export type Place = {
  readonly compiler: Compiler;
  readonly grade: number;
  readonly list?: string;
  readonly outerList?: string;
  readonly columns?: readonly string[];
};

/** Inside `where` logic is first-stage only, and nothing is cured. */
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
