/**
 * What a frame recorded of a rule, written straight to bytes: the canonical JSON of the same explanation that `explainRule` gives.
 * What the law fixes is written once for everybody; a person adds states and values.
 */
import { type Citation, canonicalise, expectOk } from '../../kernel/index.ts';
import { explainRule } from '../explanation/explain.ts';
import { makeShowFact, type ShowFact } from '../explanation/show-fact.ts';
import type { TellNode } from '../explanation/tell-node.ts';
import {
  type ByteWriter,
  isSmallWhole,
  newWriter,
  writeBytes,
  writeText,
  writeWhole,
} from './byte-writer.ts';
import { makeBytesOfDay } from './bytes-of-day.ts';
import { type CompiledVersion, versionsFor } from './choose-version.ts';
import type { CompiledLaw } from './compile-law.ts';
import { type CompiledRule, numberOfChoice } from './compile-rule.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { type AnswerText, jsonOfCitations, jsonOfFact } from './node-text.ts';
import { outcomeOfRule } from './outcome-of-rule.ts';
import { truthOf, U } from './packed.ts';
import { makeRowText, type RowText } from './row-text.ts';
import { KNOWN } from './slots.ts';
import { utf8Of } from './utf8.ts';

export type BytesInput = {
  readonly compiled: CompiledLaw;
  readonly tell: TellNode;
  readonly citationsOf: (rule: string) => readonly Citation[];
};

/** The bytes are a view of a buffer that the next call writes over. */
export type ExplainToBytes = (rule: number, frame: Frame) => Uint8Array;

export function makeExplainToBytes(input: BytesInput): ExplainToBytes {
  const desk: Desk = { ...input, writer: newWriter(), bytesOfDay: makeBytesOfDay() };
  const { writer, compiled } = desk;
  const texts = new Map<CompiledVersion, readonly RowText[]>();
  const textsOf = (rule: CompiledRule, version: CompiledVersion): readonly RowText[] => {
    const held = texts.get(version) ?? textsOfVersion(rule, version, input);
    texts.set(version, held);
    return held;
  };
  const writeRule = (number: number, frame: Frame): void => {
    const rule = compiled.rules[number] as CompiledRule;
    compiled.evaluateRule(number, frame);
    const { sure } = versionsFor(rule.versions, frame);
    if (sure === undefined || frame.independent.has(numberOfChoice(number)))
      return writeText(writer, jsonOfOutcome(number, rule.id, frame, input));
    const show = makeShowFact(frame.facts);
    for (const text of textsOf(rule, sure)) writeRow(text, { desk, frame, show, writeRule });
  };
  return (rule, frame) => {
    writer.length = 0;
    writeRule(rule, frame);
    return writer.bytes.subarray(0, writer.length);
  };
}

/** The long way, for the few rules whose versions had to be weighed against each other. */
function jsonOfOutcome(number: number, rule: string, frame: Frame, input: BytesInput): string {
  const { tell, citationsOf, compiled } = input;
  const context = { tell, citationsOf, showFact: makeShowFact(frame.facts), explained: new Map() };
  const explanation = explainRule(rule, outcomeOfRule(number, compiled, frame), context);
  return expectOk(canonicalise(explanation), 'an explanation');
}

function textsOfVersion(
  rule: CompiledRule,
  { root }: CompiledVersion,
  { tell, citationsOf, compiled }: BytesInput,
): readonly RowText[] {
  const texts: RowText[] = [];
  const slotOf = (fact: string): number => compiled.layout.scalars.get(fact) ?? -1;
  const visit = (node: CompiledNode, cite: readonly Citation[], opening: string): void => {
    const own = node.node.cite ?? cite;
    const opened = `${opening}{"children":[`;
    // A node begins where its first child does; a leaf, and a reference, where it stands.
    for (const [index, child] of node.children.entries()) visit(child, own, index === 0 ? opened : ',');
    const { cure = [], waiver } = node.node;
    const text = { id: node.path, told: tell(node.node), cite: jsonOfCitations(own), cure, waiver };
    texts.push(makeRowText({ node, text, opening: node.children.length === 0 ? opened : '', slotOf }));
  };
  visit(root, citationsOf(rule.id), '');
  return texts;
}

const NOTHING: readonly never[] = [];

type Desk = BytesInput & { readonly writer: ByteWriter; readonly bytesOfDay: (day: number) => Uint8Array };

type Writing = {
  readonly desk: Desk;
  readonly frame: Frame;
  readonly show: ShowFact;
  readonly writeRule: (rule: number, frame: Frame) => void;
};

function writeRow(text: RowText, { desk, frame, show, writeRule }: Writing): void {
  const { node, facts } = text;
  const { writer } = desk;
  const answer = answerOf(node, frame, desk.compiled);
  if (facts.length === 1 && writeOnlyFact(text, frame, desk))
    return writeBytes(writer, text.tailOfValue(answer));
  writeBytes(writer, text.head);
  if (node.rule !== undefined) writeRule(node.rule, frame);
  for (const [index, fact] of facts.entries()) {
    if (index > 0) writeText(writer, ',');
    writeText(writer, jsonOfFact(show(fact)));
  }
  writeBytes(writer, text.tail(answer));
}

function answerOf(node: CompiledNode, frame: Frame, compiled: CompiledLaw): AnswerText {
  const packed = frame.recorded[node.row] as number;
  return {
    packed,
    missing: truthOf(packed) === U ? node.missing(frame) : NOTHING,
    independentOf: frame.independent.size === 0 ? NOTHING : independentOf(node, frame, compiled),
    trace: node.trace?.(frame),
  };
}

/** Of a reference, what the rule does not depend on. */
function independentOf(node: CompiledNode, frame: Frame, compiled: CompiledLaw): readonly string[] {
  if (node.rule === undefined) return frame.independent.get(node.row) ?? NOTHING;
  const choice = frame.independent.get(numberOfChoice(node.rule));
  if (choice !== undefined) return choice;
  const { sure } = versionsFor((compiled.rules[node.rule] as CompiledRule).versions, frame);
  return sure === undefined ? NOTHING : independentOf(sure.root, frame, compiled);
}

/** Whether the only fact could be written by its slot: known exactly, and short to write. */
function writeOnlyFact(
  { slots, kind, known }: RowText,
  { given }: Frame,
  { writer, bytesOfDay }: Desk,
): boolean {
  const slot = slots[0] as number;
  if (slot < 0 || kind === 'other') return false;
  const tag = given.tags[slot] as number;
  const value = given.lo[slot] as number;
  if ((tag & 3) !== KNOWN || value !== given.hi[slot]) return false;
  if (kind === 'number' && !isSmallWhole(value)) return false;
  writeBytes(writer, known[tag >> 2] as Uint8Array);
  if (kind === 'number') writeWhole(writer, value);
  else writeBytes(writer, kind === 'day' ? bytesOfDay(value) : value === 1 ? YES : NO);
  return true;
}

const YES = utf8Of('true');
const NO = utf8Of('false');
