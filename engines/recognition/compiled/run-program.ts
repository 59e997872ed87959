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
import { ALL, ANY, BOUNDS, COMBINE, type Combine, FINISHED, type Finish, type Program } from './program.ts';
import { KNOWN, type Slots, unknownAt } from './slots.ts';

/** From the row `from` up to and including `to`, whose answer it gives: first what is only read, then what rests on it. */
export function runProgram(
  program: Program,
  from: number,
  to: number,
  frame: Frame,
  answers: Int32Array,
): number {
  const said = readBounds(program, from, to, frame.scalars, answers);
  const isPlain = program.intricate[to + 1] === program.intricate[from];
  if (isPlain && said !== MIXED) readTruths(program, from, to, said, answers);
  else readRest(program, from, to, frame, answers);
  return answers[to] as number;
}

/** Leaves that are not all equally certain, or not unknown for the same reasons. */
const MIXED = -1;

const VAGUE = unknown(NOT_SAID);

/**
 * Scalars against bounds: inside for certain, outside for certain, or neither. Says how certain they are and why unknown, where that
 * is the same for all: then truth alone tells the rest.
 */
function readBounds(
  program: Program,
  from: number,
  to: number,
  { tags, lo, hi }: Slots,
  answers: Int32Array,
): number {
  const { ops, slots, low, high, inside, outside } = program;
  let [inAll, inSome] = [-1, 0];
  let [whyAll, whySome] = [-1, 0];
  for (let row = from; row <= to; row += 1) {
    if (ops[row] !== BOUNDS) continue;
    const slot = slots[row] as number;
    const tag = tags[slot] as number;
    let answer = VAGUE;
    if ((tag & 3) === KNOWN) {
      const least = lo[slot] as number;
      const most = hi[slot] as number;
      const bottom = low[row] as number;
      const top = high[row] as number;
      const strength = (tag >> 2) << 5;
      if (least >= bottom && most <= top) answer = (inside[row] as number) | strength;
      else if (most < bottom || least > top) answer = (outside[row] as number) | strength;
    } else answer = unknownAt(tag);
    answers[row] = answer;
    if ((answer & 2) === 0) {
      inAll &= answer;
      inSome |= answer;
    } else {
      whyAll &= answer;
      whySome |= answer;
    }
  }
  const sameCertainty = inSome === 0 || ((inAll ^ inSome) & CERTAINTY) === 0;
  const sameReasons = whySome === 0 || ((whyAll ^ whySome) & REASONS) === 0;
  return sameCertainty && sameReasons ? (inSome & CERTAINTY) | (whySome & REASONS) : MIXED;
}

/** Where everything is equally certain and nothing can be cured, the truth of a node tells the whole answer. */
function readTruths(program: Program, from: number, to: number, said: number, answers: Int32Array): void {
  const { ops, firstChild, members } = program;
  const certainty = said & CERTAINTY;
  const ifTrue = T | (MET << 2) | certainty;
  const ifUnknown = U | (OPEN << 2) | (said & REASONS);
  for (let row = from; row <= to; row += 1) {
    const op = ops[row] as number;
    if (op !== ALL && op !== ANY) continue;
    const truths = op === ALL ? ALL_TRUTHS : ANY_TRUTHS;
    const end = firstChild[row + 1] as number;
    let truth = N;
    for (let index = firstChild[row] as number; index < end; index += 1)
      truth = truths[(truth << 2) | ((answers[members[index] as number] as number) & 3)] as number;
    answers[row] = truth === T ? ifTrue : truth === F ? certainty : truth === U ? ifUnknown : NOT_APPLICABLE;
  }
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

/**
 * What is true is as certain as the least certain of the true children of `all`, the most certain of `any`; what is false the other
 * way round. `all` stands as the least of its children does, `any` as the greatest of those that apply. Both are gathered without
 * asking first what a child says, since a guess of that would often be wrong.
 */
function readRest(program: Program, from: number, to: number, frame: Frame, answers: Int32Array): void {
  const { ops, firstChild, members } = program;
  for (let row = from; row <= to; row += 1) {
    const op = ops[row] as number;
    if (op === BOUNDS) continue;
    let truth = N;
    let reasons = 0;
    let standing = 0;
    let ofTrue = 0;
    let ofFalse = 0;
    const end = firstChild[row + 1] as number;
    if (op === ALL) {
      standing = -1;
      ofTrue = -1;
      for (let index = firstChild[row] as number; index < end; index += 1) {
        const answer = answers[members[index] as number] as number;
        const its = answer & 3;
        truth = ALL_TRUTHS[(truth << 2) | its] as number;
        standing &= answer;
        ofTrue &= answer | ~(((its ^ T) - 1) >> 31);
        ofFalse |= answer & ((its - 1) >> 31);
        reasons |= answer;
      }
    } else if (op === ANY) {
      ofFalse = -1;
      for (let index = firstChild[row] as number; index < end; index += 1) {
        const answer = answers[members[index] as number] as number;
        const its = answer & 3;
        truth = ANY_TRUTHS[(truth << 2) | its] as number;
        standing |= answer & ~(((its ^ N) - 1) >> 31);
        ofTrue |= answer & (((its ^ T) - 1) >> 31);
        ofFalse &= answer | ~((its - 1) >> 31);
        reasons |= answer;
      }
    } else {
      answers[row] = readOther(program, row, frame, answers);
      continue;
    }
    if (truth === T) answers[row] = T | (MET << 2) | (ofTrue & CERTAINTY);
    else if (truth === F) answers[row] = (standing & (CURABLE << 2)) | (ofFalse & CERTAINTY);
    else if (truth === N) answers[row] = NOT_APPLICABLE;
    else answers[row] = U | (standing & (CURABLE << 2)) | (OPEN << 2) | (reasons & REASONS);
  }
}

/** Operators that look at their children one by one, leaves that are called, and answers that are still to be finished. */
function readOther(program: Program, row: number, frame: Frame, answers: Int32Array): number {
  const op = program.ops[row] as number;
  const children = program.children[row] as readonly number[];
  const answer =
    (op & ~FINISHED) === COMBINE || (op & ~FINISHED) === ALL || (op & ~FINISHED) === ANY
      ? (program.combines[row] as Combine)(answers, children)
      : (program.calls[row] as Evaluate)(frame);
  return op < FINISHED ? answer : (program.finishes[row] as Finish)(answer, frame);
}
