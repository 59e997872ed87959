/** The second stage: a node left unknown that says the same whatever the missing facts are. `docs/semantics.md` section 7. */
import type { Candidate } from './candidates.ts';
import type { Evaluate } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { CURABLE, gradeOf, least, MET, N, pack, standingOf, strengthOf, T, truthOf, U } from './packed.ts';
import { samplesOf } from './samples.ts';
import { copySlots, isExactAt, KNOWN, stateAt, trySlot, UNKNOWN } from './slots.ts';

const MOST_CELLS = 64;

/** A node that is false or unknown stands at least as well as the best step that cures it. */
export type Raise = (packed: number, frame: Frame) => number;

export type Settling = {
  readonly number: number;
  readonly candidates: readonly Candidate[];
  readonly evaluate: Evaluate;
  readonly raise?: Raise | undefined;
};

export function settleNode({ number, candidates, evaluate, raise }: Settling): Evaluate {
  return (frame) => {
    const first = evaluate(frame);
    if (truthOf(first) !== U || frame.trial) return first;
    const found = tryCells(candidates, frame, evaluate, joinAnswers);
    if (found === undefined) return first;
    frame.independent.set(number, found.facts);
    return raise === undefined ? found.packed : raise(found.packed, frame);
  };
}

export function settleVerdict(candidates: readonly Candidate[], verdict: Evaluate): Evaluate {
  return (frame) => {
    const first = verdict(frame);
    if (first !== U || frame.trial) return first;
    return tryCells(candidates, frame, verdict, joinTruths)?.packed ?? U;
  };
}

type Settled = { readonly packed: number; readonly facts: readonly string[] };
/** The answers of two cells as one; negative when they do not agree. */
type Join = (held: number, answer: number) => number;

/** Tries every cell of the candidates that are missing; nothing unless all agree. */
function tryCells(
  candidates: readonly Candidate[],
  frame: Frame,
  evaluate: Evaluate,
  join: Join,
): Settled | undefined {
  const open = candidates.filter(({ slot }) => isMissing(slot, frame));
  if (open.length === 0) return undefined;
  const samples = open.map((candidate) => samplesOf(candidate, frame.given));
  const cells = samples.reduce((product, each) => product * each.length, 1);
  if (cells > MOST_CELLS) return undefined;
  copySlots(frame.given, frame.tried);
  frame.scalars = frame.tried;
  frame.trial = true;
  let held = NOTHING_YET;
  for (let cell = 0; cell < cells && held !== DISAGREE; cell += 1) {
    fillCell(cell, open, samples, frame);
    const answer = evaluate(frame);
    const truth = truthOf(answer);
    held = truth === U || truth === N ? DISAGREE : held === NOTHING_YET ? answer : join(held, answer);
  }
  frame.trial = false;
  frame.scalars = frame.given;
  if (held === DISAGREE) return undefined;
  return { packed: finish(held), facts: open.map(({ fact }) => fact) };
}

const NOTHING_YET = -1;
const DISAGREE = -2;

function isMissing(slot: number, { given }: Frame): boolean {
  const state = stateAt(given, slot);
  return state === UNKNOWN || (state === KNOWN && !isExactAt(given, slot));
}

function fillCell(
  cell: number,
  open: readonly Candidate[],
  samples: readonly (readonly number[])[],
  frame: Frame,
): void {
  let rest = cell;
  for (const [index, { slot }] of open.entries()) {
    const values = samples[index] as readonly number[];
    trySlot(frame.tried, slot, values[rest % values.length] as number);
    rest = Math.floor(rest / values.length);
  }
}

const joinTruths: Join = (held, answer) => (held === answer ? held : DISAGREE);

const joinAnswers: Join = (held, answer) =>
  truthOf(held) === truthOf(answer)
    ? pack(
        truthOf(held),
        Math.max(standingOf(held), standingOf(answer)),
        least(strengthOf(held), strengthOf(answer)),
        least(gradeOf(held), gradeOf(answer)),
        0,
      )
    : DISAGREE;

/** True is met; false stands as well as in its best cell, at most curable. A fact that was filled in counts as 4. */
function finish(packed: number): number {
  const truth = truthOf(packed);
  const standing = truth === T ? MET : Math.min(CURABLE, standingOf(packed));
  return pack(truth, standing, least(strengthOf(packed), 4), gradeOf(packed), 0);
}
