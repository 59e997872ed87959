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
import { AT_HAND, makeVersionText, NO_FACT, TAGS, type VersionText } from './version-text.ts';

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
  const texts = new Map<CompiledVersion, VersionText>();
  const textOf = (rule: CompiledRule, version: CompiledVersion): VersionText => {
    const held = texts.get(version) ?? makeVersionText(textsOfVersion(rule, version, input));
    texts.set(version, held);
    return held;
  };
  const writeRule = (number: number, frame: Frame): void => {
    const rule = compiled.rules[number] as CompiledRule;
    compiled.evaluateRule(number, frame);
    const { sure } = versionsFor(rule.versions, frame);
    if (sure === undefined || frame.independent.has(numberOfChoice(number)))
      return writeText(writer, jsonOfOutcome(number, rule.id, frame, input));
    const text = textOf(rule, sure);
    const missed = new Uint16Array(text.rows.length);
    writeRows(text, { desk, frame, rows: text.rows, missed, first: sure.root.first, writeRule });
  };
  return (rule, frame) => {
    writer.length = 0;
    writeRule(rule, compiled.layOutWhole(frame));
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
  /** The row of the program at which the version begins. */
  readonly first: number;
  readonly writeRule: (rule: number, frame: Frame) => void;
};

/** Row after row; whatever is not at hand is written the long way, and is at hand the next time. */
function writeRows(text: VersionText, writing: Writing): void {
  const { desk, frame, first } = writing;
  const { slots, kinds, heads, keys, tails } = text;
  const { tags, lo, hi } = frame.given;
  const { writer } = desk;
  const isPlain = frame.independent.size === 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] as number;
    const packed = frame.recorded[first + at] as number;
    let hand = at * 2 * AT_HAND;
    if (slot >= 0 && isPlain) {
      const tag = tags[slot] as number;
      const head = heads[at * TAGS + tag];
      const isKnown = (tag & 3) === KNOWN;
      const value = lo[slot] as number;
      const kind = kinds[at] as number;
      const isShort = head !== undefined && (!isKnown || (value === hi[slot] && isQuick(kind, value)));
      if (!isShort) {
        writeRow(at, packed, writing);
        continue;
      }
      writeBytes(writer, head);
      if (isKnown) {
        writeValue(desk, kind, value);
        hand += AT_HAND;
      }
    } else if (slot !== NO_FACT || !isPlain) {
      writeRow(at, packed, writing);
      continue;
    }
    const number = (packed & 3) === U ? numberOfMissing(at, writing) : 0;
    const key = number < 0 ? NEVER : packed | (number << 17);
    if (keys[hand] === key) writeBytes(writer, tails[hand] as Uint8Array);
    else if (keys[hand + 1] === key) writeBytes(writer, tails[hand + 1] as Uint8Array);
    else if (keys[hand + 2] === key) writeBytes(writer, tails[hand + 2] as Uint8Array);
    else writeBytes(writer, keepTail(text, at, hand, key, writing));
  }
}

const NEVER = -2;

/** Numbers of kinds, as in `KINDS`. */
const NUMBER = 0;
const DAY = 1;
const OTHER = 3;

const isQuick = (kind: number, value: number): boolean =>
  kind !== OTHER && (kind !== NUMBER || isSmallWhole(value));

function writeValue({ writer, bytesOfDay }: Desk, kind: number, value: number): void {
  if (kind === NUMBER) writeWhole(writer, value);
  else writeBytes(writer, kind === DAY ? bytesOfDay(value) : value === 1 ? YES : NO);
}

/** The end of a row that is not at hand: it takes the place of the one that came longest ago. */
function keepTail(text: VersionText, at: number, hand: number, key: number, writing: Writing): Uint8Array {
  const { node, tails, tailsOfValue } = text.rows[at] as RowText;
  const { frame, desk } = writing;
  const kept = hand === at * 2 * AT_HAND ? tails : tailsOfValue;
  if (key === NEVER) return specialTail(kept, answerOf(node, frame, desk.compiled));
  const tail = kept.plain.get(key) ?? kept.write(answerOf(node, frame, desk.compiled));
  kept.plain.set(key, tail);
  text.keys.copyWithin(hand + 1, hand, hand + AT_HAND - 1);
  text.tails.copyWithin(hand + 1, hand, hand + AT_HAND - 1);
  text.keys[hand] = key;
  text.tails[hand] = tail;
  return tail;
}

function writeRow(at: number, packed: number, writing: Writing): void {
  const text = writing.rows[at] as RowText;
  const { writer, compiled } = writing.desk;
  writeHead(text, writing);
  if (truthOf(packed) === U) numberOfMissing(at, writing);
  writeBytes(writer, specialTail(text.tails, answerOf(text.node, writing.frame, compiled)));
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
function numberOfMissing(at: number, { rows, missed, first }: Writing): number {
  const { sources, numbers } = rows[at] as RowText;
  if (sources === undefined) return setMissed(missed, at, UNTOLD);
  if (sources.length === 0) return setMissed(missed, at, 1);
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

const YES = utf8Of('true');
const NO = utf8Of('false');
