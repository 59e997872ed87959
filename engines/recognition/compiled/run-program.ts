/** Goes through a part of a program once; every node's answer stays in the row of answers. `docs/semantics.md` sections 2, 3, 5. */
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
import { ALL, ANY, BOUNDS, CALL, type Combine, type Program } from './program.ts';
import { KNOWN, type Slots, unknownAt } from './slots.ts';

/** From the row `from` up to and including `to`, whose answer it gives. */
export function runProgram(
  program: Program,
  from: number,
  to: number,
  frame: Frame,
  answers: Int32Array,
): number {
  const { ops, calls, children, combines, finishes } = program;
  const { scalars } = frame;
  let answer = NOT_APPLICABLE;
  for (let row = from; row <= to; row += 1) {
    const op = ops[row];
    if (op === BOUNDS) answer = readBounds(program, row, scalars);
    else if (op === ALL) answer = readAll(answers, children[row] as readonly number[]);
    else if (op === ANY) answer = readAny(answers, children[row] as readonly number[]);
    else if (op === CALL) answer = (calls[row] as (frame: Frame) => number)(frame);
    else answer = (combines[row] as Combine)(answers, children[row] as readonly number[]);
    const finish = finishes[row];
    if (finish !== undefined) answer = finish(answer, frame);
    answers[row] = answer;
  }
  return answer;
}

const VAGUE = unknown(NOT_SAID);

/** Inside for certain, outside for certain, or neither; reckoned with masks, as no guess would be right more often than chance. */
function readBounds(program: Program, row: number, { tags, lo, hi }: Slots): number {
  const slot = program.slots[row] as number;
  const tag = tags[slot] as number;
  if ((tag & 3) !== KNOWN) return unknownAt(tag);
  const from = lo[slot] as number;
  const to = hi[slot] as number;
  const low = program.low[row] as number;
  const high = program.high[row] as number;
  const inside = -(Number(from >= low) & Number(to <= high));
  const outside = -(Number(to < low) | Number(from > high));
  const sure = inside | outside;
  return (
    ((program.inside[row] as number) & inside) |
    ((program.outside[row] as number) & outside) |
    (((tag >> 2) << 5) & sure) |
    (VAGUE & ~sure)
  );
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
function readAll(answers: Int32Array, children: readonly number[]): number {
  let [truth, standing, ofTrue, ofFalse, reasons] = [N, -1, -1, 0, 0];
  for (let index = 0; index < children.length; index += 1) {
    const answer = answers[children[index] as number] as number;
    const its = answer & 3;
    truth = ALL_TRUTHS[(truth << 2) | its] as number;
    standing &= answer;
    ofTrue &= answer | ~(((its ^ T) - 1) >> 31);
    ofFalse |= answer & ((its - 1) >> 31);
    reasons |= answer;
  }
  if (truth === T) return T | (MET << 2) | (ofTrue & CERTAINTY);
  if (truth === F) return (standing & (CURABLE << 2)) | (ofFalse & CERTAINTY);
  if (truth === N) return NOT_APPLICABLE;
  return U | (standing & (CURABLE << 2)) | (OPEN << 2) | (reasons & REASONS);
}

/** True: the most certain of the true ones; false: the least certain of the false ones; it stands as the greatest does. */
function readAny(answers: Int32Array, children: readonly number[]): number {
  let [truth, standing, ofTrue, ofFalse, reasons] = [N, 0, 0, -1, 0];
  for (let index = 0; index < children.length; index += 1) {
    const answer = answers[children[index] as number] as number;
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
  if (truth === N) return NOT_APPLICABLE;
  return U | (standing & (CURABLE << 2)) | (OPEN << 2) | (reasons & REASONS);
}
