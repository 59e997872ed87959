/**
 * The facts that a version reads, as the person gave them: values one after another (days as the numbers
 * of the kernel), and a letter for the strength of each.
 */
import { makeShowFact, type ShowFact } from '../explanation/show-fact.ts';
import type { FactNamed } from '../explanation/tell-node.ts';
import { type AnswerSheet, BOOLEAN, NUMBER } from './answer-sheet.ts';
import { type ByteWriter, isSmallWhole, makeRoom, putBytes, putWhole, writeText } from './byte-writer.ts';
import type { Frame } from './frame.ts';
import { KNOWN, UNKNOWN } from './slots.ts';
import { utf8Of } from './utf8.ts';

const COMMA = 44;
const ZERO = 48;
const NULL = utf8Of('null');
const YES = utf8Of('true');
const NO = utf8Of('false');

/** No short value takes more bytes than this, with its comma. */
const MOST_BYTES = 16;

export type FactsInput = {
  readonly writer: ByteWriter;
  readonly sheet: AnswerSheet;
  readonly frame: Frame;
  /** Where the letters of the strengths go, one for each fact. */
  readonly strengths: Uint8Array;
};

export function writeFacts({ writer, sheet, frame, strengths }: FactsInput): void {
  const { slots, kinds, facts } = sheet;
  const { tags, lo, hi } = frame.given;
  let show: ShowFact | undefined;
  for (let number = 0; number < slots.length; number += 1) {
    makeRoom(writer, MOST_BYTES);
    const { bytes } = writer;
    let at = writer.length;
    if (number > 0) bytes[at++] = COMMA;
    const slot = slots[number] as number;
    const tag = slot < 0 ? LONG_WAY : (tags[slot] as number);
    const kind = kinds[number] as number;
    const value = lo[slot] as number;
    if ((tag & 3) === KNOWN && value === hi[slot] && isShort(kind, value)) {
      strengths[number] = ZERO + rankOf(tag >> 2);
      if (kind === BOOLEAN) at = putBytes(value === 1 ? YES : NO, bytes, at);
      else at = putWhole(value, bytes, at);
      writer.length = at;
      continue;
    }
    strengths[number] = ZERO;
    if ((tag & 3) === UNKNOWN) at = putBytes(NULL, bytes, at);
    writer.length = at;
    if ((tag & 3) === UNKNOWN) continue;
    show ??= makeShowFact(frame.facts);
    strengths[number] = ZERO + writeShown(writer, show, facts[number] as FactNamed);
  }
}

/** A tag of no state that is written shortly. */
const LONG_WAY = 3;

const rankOf = (ones: number): number => 32 - Math.clz32(ones);

const isShort = (kind: number, value: number): boolean =>
  kind === BOOLEAN || (kind === NUMBER && isSmallWhole(value));

/** Returns the strength where the value alone was written. */
function writeShown(writer: ByteWriter, show: ShowFact, named: FactNamed): number {
  const { fact: _, label: __, ...shown } = show(named);
  const { state, strength = 0, value } = shown;
  if (state === 'known' && value !== undefined) {
    writeText(writer, JSON.stringify(value));
    return strength;
  }
  writeText(writer, state === 'unknown' && strength === 0 ? 'null' : JSON.stringify(shown));
  return 0;
}
