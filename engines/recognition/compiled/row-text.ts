/** The bytes of one row of an explanation, kept where they do not depend on the person. */
import type { FactNamed } from '../explanation/tell-node.ts';
import type { CompiledNode } from './compiled-node.ts';
import { type AnswerText, afterFacts, beforeFacts, type NodeText } from './node-text.ts';
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
  readonly tail: (answer: AnswerText) => Uint8Array;
  /** The same, after the value of the only fact. */
  readonly tailOfValue: (answer: AnswerText) => Uint8Array;
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
  const known = facts.length === 1 ? knownHeads(head, facts[0] as FactNamed) : [];
  return {
    node,
    facts,
    slots: facts.map(({ fact }) => slotOf(fact)),
    kind: kindOf(facts),
    head: utf8Of(head),
    known,
    tail: remember((answer) => `${closing}${afterFacts(text, answer)}`),
    tailOfValue: remember((answer) => `"}${afterFacts(text, answer)}`),
  };
}

function knownHeads(head: string, { fact, label }: FactNamed): readonly (Uint8Array | undefined)[] {
  const heads: Uint8Array[] = [];
  for (const [strength, ones] of [1, 3, 7, 15].entries()) {
    const named = `{"fact":${JSON.stringify(fact)},"label":${JSON.stringify(label)}`;
    heads[ones] = utf8Of(`${head}${named},"state":"known","strength":${strength + 1},"value":"`);
  }
  return heads;
}

function kindOf(facts: readonly FactNamed[]): ValueKind {
  const type = facts[0]?.definition?.type;
  return type === 'number' || type === 'day' || type === 'boolean' ? type : 'other';
}

const MOST_KEPT = 500;

/** Most answers have nothing but their packed state; the others are kept by what they say, up to a limit. */
function remember(write: (answer: AnswerText) => string): (answer: AnswerText) => Uint8Array {
  const plain = new Map<number, Uint8Array>();
  const special = new Map<string, Uint8Array>();
  return (answer) => {
    const { packed, missing, independentOf, trace } = answer;
    if (missing.length === 0 && independentOf.length === 0 && trace === undefined) {
      const held = plain.get(packed);
      if (held !== undefined) return held;
      const bytes = utf8Of(write(answer));
      plain.set(packed, bytes);
      return bytes;
    }
    const key = `${packed} ${missing.join()} ${independentOf.join()} ${trace?.matched.join()} ${trace?.possible.join()}`;
    const held = special.get(key);
    if (held !== undefined) return held;
    if (special.size >= MOST_KEPT) special.clear();
    const bytes = utf8Of(write(answer));
    special.set(key, bytes);
    return bytes;
  };
}
