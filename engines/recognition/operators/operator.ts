/** What every operator tells of itself, for explanations and for tools that walk over nodes. No back end evaluates through this. */
import type { Node } from '../language/nodes.ts';
import type { Words } from './words.ts';

export type Operator<N extends Node = Node> = {
  readonly name: string;
  readonly matches: (node: Node) => node is N;
  /** Logical children with the name of their place, in the order in which they are evaluated. */
  readonly children: (node: N) => readonly (readonly [place: string, child: Node])[];
  /** A plain English sentence of what is asked, without a full stop. */
  readonly describe: (node: N, words: Words) => string;
};
