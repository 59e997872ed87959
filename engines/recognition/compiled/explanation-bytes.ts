/**
 * What a frame recorded of a rule, written straight to bytes: the canonical JSON of the same explanation that `explainRule` gives.
 * What the law fixes is written once for everybody; a person adds states and values.
 */
import { type Citation, canonicalise, expectOk } from '../../kernel/index.ts';
import { explainRule } from '../explanation/explain.ts';
import { makeShowFact } from '../explanation/show-fact.ts';
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
import { makeRowText, type RowText, specialTail } from './row-text.ts';
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
    const rows = textsOf(rule, sure);
    const writing: Writing = { desk, frame, rows, missed: new Uint16Array(rows.length), writeRule };
    for (let at = 0; at < rows.length; at += 1) writeRow(rows[at] as RowText, at, writing);
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
  readonly rows: readonly RowText[];
  /** By row: the number of what is missing there, 0 for nothing. */
  readonly missed: Uint16Array;
  readonly writeRule: (rule: number, frame: Frame) => void;
};

function writeRow(text: RowText, at: number, writing: Writing): void {
  const { desk, frame } = writing;
  const { writer, compiled } = desk;
  const written = text.facts.length === 1 ? writeOnlyFact(text, frame, desk) : NOT_WRITTEN;
  if (written === NOT_WRITTEN) writeHead(text, writing);
  const tails = written === VALUE_OPEN ? text.tailsOfValue : text.tails;
  const packed = frame.recorded[text.node.row] as number;
  const number = numberOfMissing(text, at, packed, writing);
  if (number < 0 || frame.independent.size > 0 || text.node.trace !== undefined)
    return writeBytes(writer, specialTail(tails, answerOf(text.node, frame, compiled)));
  const key = packed | (number << 17);
  let tail = tails.plain.get(key);
  if (tail === undefined) {
    tail = tails.write(answerOf(text.node, frame, compiled));
    tails.plain.set(key, tail);
  }
  writeBytes(writer, tail);
}

function writeHead({ node, head, facts }: RowText, { desk, frame, writeRule }: Writing): void {
  const { writer } = desk;
  if (head.length > 0) writeBytes(writer, head);
  if (node.rule !== undefined) writeRule(node.rule, frame);
  if (facts.length === 0) return;
  const show = makeShowFact(frame.facts);
  writeText(writer, facts.map((fact) => jsonOfFact(show(fact))).join(','));
}

const MOST_NUMBERS = 1_023;

/** Unknown nodes miss what their sources miss, so a few small numbers tell it; negative where they do not. */
function numberOfMissing(text: RowText, at: number, packed: number, { rows, missed }: Writing): number {
  if (truthOf(packed) !== U) return 0;
  const { sources, numbers } = text;
  if (sources === undefined) return setMissed(missed, at, UNTOLD);
  if (sources.length === 0) return setMissed(missed, at, 1);
  const first = (rows[0] as RowText).node.row;
  let key = 0;
  for (const source of sources) {
    const number = missed[source - first] as number;
    if (number === UNTOLD) return setMissed(missed, at, UNTOLD);
    key = key * 1_024 + number;
  }
  const number = numbers.get(key) ?? numbers.size + 1;
  if (number > MOST_NUMBERS) return setMissed(missed, at, UNTOLD);
  numbers.set(key, number);
  return setMissed(missed, at, number);
}

const UNTOLD = 0xffff;

function setMissed(missed: Uint16Array, at: number, number: number): number {
  missed[at] = number;
  return number === UNTOLD ? -1 : number;
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

const NOT_WRITTEN = 0;
const VALUE_OPEN = 1;
const COMPLETE = 2;

/** The only fact by its slot, where it is unknown, or known exactly and short to write; says how far the writing went. */
function writeOnlyFact(text: RowText, { given }: Frame, { writer, bytesOfDay }: Desk): number {
  const { kind } = text;
  const slot = text.slots[0] as number;
  if (slot < 0) return NOT_WRITTEN;
  const tag = given.tags[slot] as number;
  if ((tag & 3) !== KNOWN) {
    const untold = text.untold[tag & 3];
    if (untold === undefined) return NOT_WRITTEN;
    writeBytes(writer, untold);
    return COMPLETE;
  }
  const value = given.lo[slot] as number;
  if (kind === 'other' || value !== given.hi[slot]) return NOT_WRITTEN;
  if (kind === 'number' && !isSmallWhole(value)) return NOT_WRITTEN;
  writeBytes(writer, text.known[tag >> 2] as Uint8Array);
  if (kind === 'number') writeWhole(writer, value);
  else writeBytes(writer, kind === 'day' ? bytesOfDay(value) : value === 1 ? YES : NO);
  return VALUE_OPEN;
}

const YES = utf8Of('true');
const NO = utf8Of('false');
