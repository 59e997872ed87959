/**
 * Nodes in a row, children before their parents: what `run-program.ts` goes through. The nodes below a node are the ones just
 * before it, so a part can be run again by itself. A generator of code would start from the same rows.
 */
import type { Evaluate, Within } from './compiled-node.ts';
import type { Frame } from './frame.ts';

/** A scalar between two bounds, read without a call. */
export const BOUNDS = 0;
/** Any other leaf, or a reference to a rule. */
export const CALL = 1;
export const ALL = 2;
export const ANY = 3;
/** Other logic. `all` and `any` can be combined in the same way; mostly they are read in one go. */
export const COMBINE = 4;
/** Added to the others where something is done with the answer before it counts. */
export const FINISHED = 8;

/** What a logical node says, from the answers of its children. */
export type Combine = (answers: Int32Array, children: readonly number[]) => number;
/** What is done with an answer before it counts: the second stage, and cures. */
export type Finish = (answer: number, frame: Frame) => number;

export type Row = { readonly finish?: Finish | undefined } & (
  | { readonly op: typeof BOUNDS; readonly within: Within; readonly call: Evaluate }
  | { readonly op: typeof CALL; readonly call: Evaluate }
  | {
      readonly op: typeof ALL | typeof ANY | typeof COMBINE;
      readonly children: readonly number[];
      readonly combine: Combine;
    }
);

export type Program = {
  readonly ops: Uint8Array;
  readonly slots: Uint32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The answer for a value inside the bounds, and for one outside, without its strength. */
  readonly inside: Int32Array;
  readonly outside: Int32Array;
  readonly calls: readonly (Evaluate | undefined)[];
  readonly children: readonly (readonly number[])[];
  /** The children of all rows in a row, and where those of each row begin. */
  readonly members: Uint32Array;
  readonly firstChild: Uint32Array;
  /** Before each row, how many rows are neither bounds nor plain `all` and `any`; one more, of all. */
  readonly intricate: Uint32Array;
  readonly combines: readonly (Combine | undefined)[];
  readonly finishes: readonly (Finish | undefined)[];
};

const NO_CHILDREN: readonly number[] = [];

export function assemble(rows: readonly Row[]): Program {
  const bounds = rows.map((row) => (row.op === BOUNDS ? row.within : undefined));
  const children = rows.map((row) => ('children' in row ? row.children : NO_CHILDREN));
  return {
    ops: Uint8Array.from(rows, ({ op, finish }) => (finish === undefined ? op : op | FINISHED)),
    slots: Uint32Array.from(bounds, (within) => within?.slot ?? 0),
    low: Float64Array.from(bounds, (within) => within?.low ?? 0),
    high: Float64Array.from(bounds, (within) => within?.high ?? 0),
    inside: Int32Array.from(bounds, (within) => within?.inside ?? 0),
    outside: Int32Array.from(bounds, (within) => within?.outside ?? 0),
    calls: rows.map((row) => ('call' in row ? row.call : undefined)),
    children,
    members: Uint32Array.from(children.flat()),
    firstChild: startsOf(children),
    intricate: countsBefore(rows, ({ op, finish }) => finish !== undefined || op === CALL || op === COMBINE),
    combines: rows.map((row) => ('combine' in row ? row.combine : undefined)),
    finishes: rows.map(({ finish }) => finish),
  };
}

/** Where the children of each row begin among the children of all; one more, where the last ones end. */
function startsOf(children: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(children.length + 1);
  for (const [row, own] of children.entries()) starts[row + 1] = (starts[row] as number) + own.length;
  return starts;
}

function countsBefore(rows: readonly Row[], counts: (row: Row) => boolean): Uint32Array {
  const before = new Uint32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) before[at + 1] = (before[at] as number) + (counts(row) ? 1 : 0);
  return before;
}
