/** The facts that a version reads, as the person gave them: values one after another, and a letter for the strength of each. */
import { makeShowFact, type ShowFact } from '../explanation/show-fact.ts';
import type { FactNamed } from '../explanation/tell-node.ts';
import { type AnswerSheet, BOOLEAN, DAY, NUMBER, OTHER } from './answer-sheet.ts';
import {
  type ByteWriter,
  isSmallWhole,
  writeByte,
  writeBytes,
  writeText,
  writeWhole,
} from './byte-writer.ts';
import type { Frame } from './frame.ts';
import { KNOWN, UNKNOWN } from './slots.ts';
import { utf8Of } from './utf8.ts';

const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;
const NULL = utf8Of('null');
const YES = utf8Of('"true"');
const NO = utf8Of('"false"');

export type FactsInput = {
  readonly writer: ByteWriter;
  readonly bytesOfDay: (day: number) => Uint8Array;
  readonly sheet: AnswerSheet;
  readonly frame: Frame;
};

/** Returns the letters of the strengths. */
export function writeFacts(input: FactsInput): Uint8Array {
  const { writer, sheet, frame } = input;
  const { tags, lo, hi } = frame.given;
  const strengths = new Uint8Array(sheet.facts.length);
  let show: ShowFact | undefined;
  for (let at = 0; at < strengths.length; at += 1) {
    if (at > 0) writeByte(writer, COMMA);
    const slot = sheet.slots[at] as number;
    const tag = slot < 0 ? -1 : (tags[slot] as number);
    const kind = sheet.kinds[at] as number;
    if (tag >= 0 && (tag & 3) === KNOWN && lo[slot] === hi[slot] && isQuick(kind, lo[slot] as number)) {
      writeQuick(input, kind, lo[slot] as number);
      strengths[at] = ZERO + rankOf(tag >> 2);
    } else if (tag >= 0 && (tag & 3) === UNKNOWN) {
      writeBytes(writer, NULL);
      strengths[at] = ZERO;
    } else {
      show ??= makeShowFact(frame.facts);
      strengths[at] = ZERO + writeShown(writer, show, sheet.facts[at] as FactNamed);
    }
  }
  return strengths;
}

const rankOf = (ones: number): number => 32 - Math.clz32(ones);

const isQuick = (kind: number, value: number): boolean =>
  kind !== OTHER && (kind !== NUMBER || isSmallWhole(value));

function writeQuick({ writer, bytesOfDay }: FactsInput, kind: number, value: number): void {
  if (kind === BOOLEAN) return writeBytes(writer, value === 1 ? YES : NO);
  writeByte(writer, QUOTE);
  if (kind === DAY) writeBytes(writer, bytesOfDay(value));
  else writeWhole(writer, value);
  writeByte(writer, QUOTE);
}

/** Returns the strength where the value alone was written. */
function writeShown(writer: ByteWriter, show: ShowFact, named: FactNamed): number {
  const { fact: _, label: __, ...shown } = show(named);
  const { state, strength = 0, value } = shown;
  if (state === 'known' && value !== undefined) {
    writeText(writer, JSON.stringify(value));
    return strength;
  }
  if (state === 'unknown' && strength === 0) writeBytes(writer, NULL);
  else writeText(writer, JSON.stringify(shown));
  return 0;
}
