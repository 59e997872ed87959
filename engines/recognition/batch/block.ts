/** People are judged in blocks small enough that every plane of a rule stays near the processor. */
import type { CompiledNode } from '../compiled/compiled-node.ts';
import type { Frame } from '../compiled/frame.ts';
import type { CodeColumn, Column, FlagColumn, NumberColumn, SetColumn } from './columns.ts';
import type { Planes } from './planes.ts';

export const BLOCK_WORDS = 256;

export type Block = {
  readonly columns: readonly Column[];
  /** How many codes have numbers, the law's and the people's. */
  readonly codes: number;
  /** By number of the row leaf: what the closures said of everybody. */
  readonly rowAnswers: readonly (Planes | undefined)[];
  /** By number of the rule: what the first stage found for everybody. */
  readonly ruleAnswers: readonly (Planes | undefined)[];
  /** The first word of the block in planes over everybody; the block's own planes begin at 0. */
  first: number;
  words: number;
};

/** Fills planes of its own, of the block's size, and hands them out until it is asked again. */
export type PlaneNode = (block: Block) => Planes;

/** A leaf that is asked of each person. */
export type RowLeaf = { readonly number: number; readonly ask: (frame: Frame) => number };

export const askNode =
  (node: CompiledNode) =>
  (frame: Frame): number =>
    node.verdict(frame);

/** The law fixes the kind of each column when it is compiled, so these only tell the types. */
export const numbersAt = (block: Block, column: number): NumberColumn =>
  block.columns[column] as NumberColumn;
export const codesAt = (block: Block, column: number): CodeColumn => block.columns[column] as CodeColumn;
export const flagsAt = (block: Block, column: number): FlagColumn => block.columns[column] as FlagColumn;
export const setsAt = (block: Block, column: number): SetColumn => block.columns[column] as SetColumn;
