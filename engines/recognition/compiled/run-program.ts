/** Goes through a part of a program once; every node's answer stays in the row of answers. `docs/semantics.md` sections 2, 3, 5. */
import type { Evaluate } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import {
  CERTAINTY,
  CURABLE,
  F,
  MET,
  N,
  NOT_APPLICABLE,
  NOT_SAID,
  OPEN,
  REASONS,
  T,
  U,
  unknown,
} from './packed.ts';
import { ALL, ANY, BOUNDS, CALL, type Combine, FINISHED, type Finish, type Program } from './program.ts';
import { KNOWN, type Slots, unknownAt } from './slots.ts';

/** From the row `from` up to and including `to`, whose answer it gives: first what is only read, then what rests on it. */
export function runProgram(
  program: Program,
  from: number,
  to: number,
  frame: Frame,
  answers: Int32Array,
): number {
  const { ops } = program;
  const { scalars } = frame;
  for (let row = from; row <= to; row += 1)
    if (ops[row] === BOUNDS) answers[row] = readBounds(program, row, scalars);
  for (let row = from; row <= to; row += 1) {
    const op = ops[row] as number;
    if (op === ALL) answers[row] = readAll(program, row, answers);
    else if (op === ANY) answers[row] = readAny(program, row, answers);
    else if (op !== BOUNDS) answers[row] = readOther(program, row, frame, answers);
  }
  return answers[to] as number;
}

/** What is not read in one go, or has still to be finished. */
function readOther(program: Program, row: number, frame: Frame, answers: Int32Array): number {
  const op = program.ops[row] as number;
  const answer = readUnfinished(program, row, op & ~FINISHED, frame, answers);
  return op < FINISHED ? answer : (program.finishes[row] as Finish)(answer, frame);
}

function readUnfinished(
  program: Program,
  row: number,
  op: number,
  frame: Frame,
  answers: Int32Array,
): number {
  if (op === BOUNDS) return readBounds(program, row, frame.scalars);
  if (op === ALL) return readAll(program, row, answers);
  if (op === ANY) return readAny(program, row, answers);
  if (op === CALL) return (program.calls[row] as Evaluate)(frame);
  return (program.combines[row] as Combine)(answers, program.children[row] as readonly number[]);
}

const VAGUE = unknown(NOT_SAID);

/** Inside for certain, outside for certain, or neither. */
function readBounds(program: Program, row: number, { tags, lo, hi }: Slots): number {
  const slot = program.slots[row] as number;
  const tag = tags[slot] as number;
  if ((tag & 3) !== KNOWN) return unknownAt(tag);
  const from = lo[slot] as number;
  const to = hi[slot] as number;
  const low = program.low[row] as number;
  const high = program.high[row] as number;
  const strength = (tag >> 2) << 5;
  if (from >= low && to <= high) return (program.inside[row] as number) | strength;
  return to < low || from > high ? (program.outside[row] as number) | strength : VAGUE;
}

/** Truth of `all` over what was true so far and the next child, by `held * 4 + next`; and of `any`. */
const ALL_TRUTHS = truthsOf((held, next) =>
  held === F || next === F ? F : held === U || next === U ? U : T,
);
const ANY_TRUTHS = truthsOf((held, next) =>
  held === T || next === T ? T : held === U || next === U ? U : F,
);

function truthsOf(join: (held: number, next: number) => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, index) => {
    const [held, next] = [index >> 2, index & 3];
    return held === N ? next : next === N ? held : join(held, next);
  });
}

/** True: the least certain of the true ones; false: the most certain of the false ones; it stands as the least does. */
function readAll({ firstChild, members }: Program, row: number, answers: Int32Array): number {
  const from = firstChild[row] as number;
  const to = firstChild[row + 1] as number;
  let truth = N;
  let standing = -1;
  let ofTrue = -1;
  let ofFalse = 0;
  let reasons = 0;
  for (let index = from; index < to; index += 1) {
    const answer = answers[members[index] as number] as number;
    const its = answer & 3;
    truth = ALL_TRUTHS[(truth << 2) | its] as number;
    standing &= answer;
    // All ones where the child is not true, and where it is false.
    ofTrue &= answer | ~(((its ^ T) - 1) >> 31);
    ofFalse |= answer & ((its - 1) >> 31);
    reasons |= answer;
  }
  if (truth === T) return T | (MET << 2) | (ofTrue & CERTAINTY);
  if (truth === F) return (standing & (CURABLE << 2)) | (ofFalse & CERTAINTY);
  return truth === N ? NOT_APPLICABLE : U | (standing & (CURABLE << 2)) | (OPEN << 2) | (reasons & REASONS);
}

/** True: the most certain of the true ones; false: the least certain of the false ones; it stands as the greatest does. */
function readAny({ firstChild, members }: Program, row: number, answers: Int32Array): number {
  const from = firstChild[row] as number;
  const to = firstChild[row + 1] as number;
  let truth = N;
  let standing = 0;
  let ofTrue = 0;
  let ofFalse = -1;
  let reasons = 0;
  for (let index = from; index < to; index += 1) {
    const answer = answers[members[index] as number] as number;
    const its = answer & 3;
    truth = ANY_TRUTHS[(truth << 2) | its] as number;
    // What is not applicable has no standing.
    standing |= answer & ~(((its ^ N) - 1) >> 31);
    ofTrue |= answer & (((its ^ T) - 1) >> 31);
    ofFalse &= answer | ~((its - 1) >> 31);
    reasons |= answer;
  }
  if (truth === T) return T | (MET << 2) | (ofTrue & CERTAINTY);
  if (truth === F) return (standing & (CURABLE << 2)) | (ofFalse & CERTAINTY);
  return truth === N ? NOT_APPLICABLE : U | (standing & (CURABLE << 2)) | (OPEN << 2) | (reasons & REASONS);
}
