/** The bytes of one row of an explanation, kept where they do not depend on the person. */
import type { FactNamed } from '../explanation/tell-node.ts';
import type { CompiledNode } from './compiled-node.ts';
import { type AnswerText, afterFacts, beforeFacts, type NodeText } from './node-text.ts';
import { inOnes } from './packed.ts';
import { IN_DISPUTE, UNKNOWN } from './slots.ts';
import { utf8Of } from './utf8.ts';

/** How the value of the only fact that a row reads can be written without making a text of it. */
export type ValueKind = 'number' | 'day' | 'boolean' | 'other';

export type RowText = {
  readonly node: CompiledNode;
  /** The facts named, and where they lie; negative where the law does not lay them out. */
  readonly facts: readonly FactNamed[];
  readonly slots: readonly number[];
  readonly kind: ValueKind;
  /** What comes before: commas, the nodes that begin here, and of a leaf all up to its facts. */
  readonly head: Uint8Array;
  /** By strength in ones: `head` and the only fact, up to its value. */
  readonly known: readonly (Uint8Array | undefined)[];
  /** By the state of its slot: `head` and the only fact, where its value is not known. */
  readonly untold: readonly (Uint8Array | undefined)[];
  readonly tails: Tails;
  /** The same, after the value of the only fact. */
  readonly tailsOfValue: Tails;
  /** The rows below whose missing facts are all that is missing here; nothing where more has to be asked. */
  readonly sources: readonly number[] | undefined;
  /** By the numbers of what its sources miss: the number of what it misses itself. */
  readonly numbers: Map<number, number>;
};

export type RowInput = {
  readonly node: CompiledNode;
  readonly text: NodeText;
  readonly opening: string;
  readonly slotOf: (fact: string) => number;
};

export function makeRowText({ node, text, opening, slotOf }: RowInput): RowText {
  const { facts } = text.told;
  const isLeaf = node.children.length === 0 && node.rule === undefined;
  const head = isLeaf ? `${opening}${beforeFacts(text)}` : opening;
  const closing = isLeaf ? '' : beforeFacts(text);
  const [only] = facts.length === 1 ? facts : [];
  return {
    node,
    facts,
    slots: facts.map(({ fact }) => slotOf(fact)),
    kind: kindOf(facts),
    head: utf8Of(head),
    known: only === undefined ? [] : knownHeads(head, only),
    untold: only === undefined ? [] : untoldHeads(head, only),
    tails: newTails((answer) => `${closing}${afterFacts(text, answer)}`),
    tailsOfValue: newTails((answer) => `"}${afterFacts(text, answer)}`),
    sources: sourcesOf(node),
    numbers: new Map(),
  };
}

/** Five numbers below 1,024 make one that is exact. */
const MOST_SOURCES = 5;

/** A leaf that reads one scalar misses that one; logic misses what its unknown children miss. */
function sourcesOf({ node, children, missesItsFact }: CompiledNode): readonly number[] | undefined {
  if (missesItsFact) return [];
  const few = children.length > 0 && children.length <= MOST_SOURCES;
  return few && !('if' in node) ? children.map((child) => child.row) : undefined;
}

type Heads = readonly (Uint8Array | undefined)[];

const named = ({ fact, label }: FactNamed): string =>
  `{"fact":${JSON.stringify(fact)},"label":${JSON.stringify(label)}`;

function knownHeads(head: string, fact: FactNamed): Heads {
  const heads: Uint8Array[] = [];
  for (const strength of [1, 2, 3, 4])
    heads[inOnes(strength)] = utf8Of(
      `${head}${named(fact)},"state":"known","strength":${strength},"value":"`,
    );
  return heads;
}

function untoldHeads(head: string, fact: FactNamed): Heads {
  const heads: Uint8Array[] = [];
  heads[UNKNOWN] = utf8Of(`${head}${named(fact)},"state":"unknown"}`);
  heads[IN_DISPUTE] = utf8Of(`${head}${named(fact)},"state":"disputed"}`);
  return heads;
}

function kindOf(facts: readonly FactNamed[]): ValueKind {
  const type = facts[0]?.definition?.type;
  return type === 'number' || type === 'day' || type === 'boolean' ? type : 'other';
}

/** The end of a row by what was answered, kept for the answers that were given before. */
export type Tails = {
  /** By packed answer, and from bit 17 on the number of what is missing. */
  readonly plain: Map<number, Uint8Array>;
  readonly special: Map<string, Uint8Array>;
  readonly write: (answer: AnswerText) => Uint8Array;
};

const newTails = (write: (answer: AnswerText) => string): Tails => ({
  plain: new Map(),
  special: new Map(),
  write: (answer) => utf8Of(write(answer)),
});

const MOST_KEPT = 500;

/** An answer that its packed state does not tell by itself: kept by what it says, up to a limit. */
export function specialTail({ special, write }: Tails, answer: AnswerText): Uint8Array {
  const { packed, missing, independentOf, trace } = answer;
  const key = `${packed} ${missing.join()} ${independentOf.join()} ${trace?.matched.join()} ${trace?.possible.join()}`;
  const held = special.get(key);
  if (held !== undefined) return held;
  if (special.size >= MOST_KEPT) special.clear();
  const bytes = write(answer);
  special.set(key, bytes);
  return bytes;
}
