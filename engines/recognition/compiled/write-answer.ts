/** What a frame recorded of a rule, written straight to bytes as an `Answer`. The same person and law give the same bytes. */
import type { Citation } from '../../kernel/index.ts';
import { explainRule } from '../explanation/explain.ts';
import { makeShowFact } from '../explanation/show-fact.ts';
import type { TellNode } from '../explanation/tell-node.ts';
import type { More } from './answer.ts';
import { type AnswerSheet, makeAnswerSheet } from './answer-sheet.ts';
import { type ByteWriter, makeRoom, newWriter, writeBytes, writeText } from './byte-writer.ts';
import { type CompiledVersion, versionsFor } from './choose-version.ts';
import type { CompiledLaw } from './compile-law.ts';
import { type CompiledRule, numberOfChoice } from './compile-rule.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { outcomeOfRule } from './outcome-of-rule.ts';
import { truthOf, U } from './packed.ts';
import { LETTERS, putState } from './state-letters.ts';
import { utf8Of } from './utf8.ts';
import { writeFacts } from './write-facts.ts';

export type AnswerInput = {
  readonly compiled: CompiledLaw;
  readonly tell: TellNode;
  readonly citationsOf: (rule: string) => readonly Citation[];
};

/** The bytes are a view of a buffer that the next call writes over. */
export type WriteAnswer = (rule: number, frame: Frame) => Uint8Array;

export function makeWriteAnswer(input: AnswerInput): WriteAnswer {
  const desk: Desk = { input, writer: newWriter(), sheets: new Map() };
  return (rule, frame) => {
    desk.writer.length = 0;
    writeRule(rule, frame, desk);
    return desk.writer.bytes.subarray(0, desk.writer.length);
  };
}

type Desk = {
  readonly input: AnswerInput;
  readonly writer: ByteWriter;
  readonly sheets: Map<CompiledVersion, Sheet>;
};

/** With what is the same for everybody, kept as long as the law. */
type Sheet = AnswerSheet & {
  readonly beforeStates: Uint8Array;
  readonly end: Uint8Array;
  /** Of the person being written: no version is written within itself. */
  readonly strengths: Uint8Array;
};

function writeRule(number: number, frame: Frame, desk: Desk): void {
  const { compiled } = desk.input;
  const rule = compiled.rules[number] as CompiledRule;
  compiled.evaluateRule(number, frame);
  const { sure } = versionsFor(rule.versions, frame);
  const isWeighed = sure === undefined || frame.independent.has(numberOfChoice(number));
  if (isWeighed) writeText(desk.writer, explanationOf(number, rule.id, frame, desk.input));
  else writeVersion(sheetOf(rule, sure, desk), frame, desk);
}

/** The long way, for the few rules whose versions had to be weighed against each other. */
function explanationOf(number: number, rule: string, frame: Frame, input: AnswerInput): string {
  const { compiled, tell, citationsOf } = input;
  const context = { tell, citationsOf, showFact: makeShowFact(frame.facts), explained: new Map() };
  const explanation = explainRule(rule, outcomeOfRule(number, compiled, frame), context);
  return JSON.stringify({ explanation, rule });
}

function sheetOf({ id }: CompiledRule, version: CompiledVersion, { sheets, input }: Desk): Sheet {
  const held = sheets.get(version);
  if (held !== undefined) return held;
  const made = makeAnswerSheet(version, input.tell, input.compiled.layout);
  const sheet = {
    ...made,
    strengths: new Uint8Array(made.facts.length),
    beforeStates: utf8Of(`,"rule":${JSON.stringify(id)},"states":"`),
    end: utf8Of(`","version":${JSON.stringify(version.version.version)}}`),
  };
  sheets.set(version, sheet);
  return sheet;
}

const BEFORE_FACTS = utf8Of('{"facts":[');
const AFTER_FACTS = utf8Of(']');
const BEFORE_STRENGTHS = utf8Of('","strengths":"');

function writeVersion(sheet: Sheet, frame: Frame, desk: Desk): void {
  const { writer } = desk;
  const { strengths } = sheet;
  writeBytes(writer, BEFORE_FACTS);
  writeFacts({ writer, sheet, frame, strengths });
  writeBytes(writer, AFTER_FACTS);
  if (sheet.talkative.length > 0 || frame.independent.size > 0) writeMore(sheet, frame, desk);
  writeBytes(writer, sheet.beforeStates);
  writeStates(sheet, frame, writer);
  writeBytes(writer, BEFORE_STRENGTHS);
  writeBytes(writer, strengths);
  writeBytes(writer, sheet.end);
}

function writeStates({ version, nodes }: Sheet, { recorded }: Frame, writer: ByteWriter): void {
  const { first } = version.root;
  makeRoom(writer, nodes.length * LETTERS);
  for (let at = 0; at < nodes.length; at += 1)
    putState(recorded[first + at] as number, writer.bytes, writer.length + at * LETTERS);
  writer.length += nodes.length * LETTERS;
}

function writeMore({ nodes, talkative }: Sheet, frame: Frame, desk: Desk): void {
  const { writer } = desk;
  let opening = ',"more":{';
  for (const at of frame.independent.size > 0 ? nodes.keys() : talkative) {
    const node = nodes[at] as CompiledNode;
    const more = moreOf(node, frame);
    if (node.rule === undefined && more === undefined) continue;
    writeText(writer, `${opening}"${at}":`);
    opening = ',';
    if (node.rule === undefined) writeText(writer, JSON.stringify(more));
    else {
      writeText(writer, '{"said":');
      writeRule(node.rule, frame, desk);
      writeText(writer, '}');
    }
  }
  if (opening === ',') writeText(writer, '}');
}

/** What the letters of a node leave open; a reference repeats what its rule says. */
function moreOf(node: CompiledNode, frame: Frame): More | undefined {
  if (node.rule !== undefined) return undefined;
  const isAsking = isLoud(node) && truthOf(frame.recorded[node.row] as number) === U;
  const [missing, independentOf] = [
    isAsking ? node.missing(frame) : NOTHING,
    frame.independent.get(node.row) ?? NOTHING,
  ];
  const trace = node.trace?.(frame);
  if (trace === undefined && missing.length === 0 && independentOf.length === 0) return undefined;
  return {
    ...(independentOf.length === 0 ? {} : { independentOf }),
    ...(trace === undefined ? {} : { matched: trace.matched }),
    ...(missing.length === 0 ? {} : { missing }),
    ...(trace === undefined ? {} : { possible: trace.possible }),
  };
}

/** A leaf that may miss something else than the one scalar that it reads. */
const isLoud = ({ children, missesItsFact }: CompiledNode): boolean =>
  children.length === 0 && !missesItsFact;

const NOTHING: readonly never[] = [];
