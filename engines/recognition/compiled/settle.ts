/** The second stage: a node left unknown that says the same whatever the missing facts are. `docs/semantics.md` section 7. */
import type { Candidate } from './candidates.ts';
import type { Evaluate } from './compiled-node.ts';
import { beginTrial, endTrial, type Frame } from './frame.ts';
import { decided, N, standingOf, truthOf, U } from './packed.ts';
import type { Finish } from './program.ts';
import { samplesOf } from './samples.ts';
import { isExactAt, KNOWN, stateAt, trySlot, UNKNOWN } from './slots.ts';

const MOST_CELLS = 64;

export type Settling = {
  /** The row of the node, or the number of the choice between versions. */
  readonly number: number;
  readonly candidates: readonly Candidate[];
  /** Evaluates the node again, as a trial. */
  readonly again: Evaluate;
};

export function settling({ number, candidates, again }: Settling): Finish {
  return (answer, frame) => {
    if (truthOf(answer) !== U || frame.trial) return answer;
    const found = tryCells(candidates, frame, again, joinAnswers);
    if (found === undefined) return answer;
    frame.independent.set(number, found.facts);
    return found.packed;
  };
}

export function settleVerdict(candidates: readonly Candidate[], verdict: Evaluate): Evaluate {
  return (frame) => {
    const first = verdict(frame);
    if (first !== U || frame.trial) return first;
    const found = tryCells(candidates, frame, verdict, joinTruths);
    return found === undefined ? U : truthOf(found.packed);
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
  beginTrial(frame);
  let held = NOTHING_YET;
  for (let cell = 0; cell < cells && held !== DISAGREE; cell += 1) {
    fillCell(cell, open, samples, frame);
    const answer = evaluate(frame);
    const truth = truthOf(answer);
    held = truth === U || truth === N ? DISAGREE : held === NOTHING_YET ? answer : join(held, answer);
  }
  endTrial(frame);
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

/** As certain as the least certain cell, standing as in the best. */
const joinAnswers: Join = (held, answer) =>
  truthOf(held) === truthOf(answer)
    ? decided(truthOf(held), standingOf(held) | standingOf(answer), held & answer)
    : DISAGREE;

/** A fact that was filled in counts as the strongest. */
const finish = (packed: number): number => decided(truthOf(packed), standingOf(packed), packed);
