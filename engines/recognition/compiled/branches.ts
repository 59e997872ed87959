/** `if` and `unless`: a condition chooses. `docs/semantics.md` sections 2, 3, 5. */
import type { Evaluate } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import {
  bound,
  gradeOf,
  least,
  N,
  NOT_APPLICABLE,
  OPEN,
  pack,
  reasonsOf,
  standingOf,
  strengthOf,
  T,
  truthOf,
  U,
} from './packed.ts';

function readPart(part: Evaluate | undefined, number: number, frame: Frame): number {
  if (part === undefined) return NOT_APPLICABLE;
  const answer = part(frame);
  if (number >= 0 && !frame.trial) frame.results[number] = answer;
  return answer;
}

/** The numbers of the children, or negative where nothing is recorded. */
const numbersFrom = (first: number): readonly [number, number, number] =>
  first < 0 ? [-1, -1, -1] : [first, first + 1, first + 2];

export function readIf([condition, then, otherwise]: readonly Evaluate[], first: number): Evaluate {
  const [a, b, c] = numbersFrom(first);
  return (frame) =>
    combineIf(readPart(condition, a, frame), readPart(then, b, frame), readPart(otherwise, c, frame));
}

function combineIf(condition: number, then: number, otherwise: number): number {
  if (truthOf(condition) === T) return joined(condition, then);
  if (truthOf(condition) !== U) return joined(condition, otherwise);
  const [a, b] = [truthOf(then), truthOf(otherwise)];
  if (a === N && b === N) return NOT_APPLICABLE;
  // A branch that may turn out not to apply leaves nothing to stand on.
  const standing = a === N || b === N ? OPEN : Math.min(standingOf(then), standingOf(otherwise));
  if (a === b && a !== U) {
    const strength = least(strengthOf(then), strengthOf(otherwise));
    return pack(a, bound(standing, a), strength, least(gradeOf(then), gradeOf(otherwise)), 0);
  }
  const reasons =
    reasonsOf(condition) | (a === U ? reasonsOf(then) : 0) | (b === U ? reasonsOf(otherwise) : 0);
  return pack(U, bound(standing, U), 0, 0, reasons);
}

export function readUnless([condition, then]: readonly Evaluate[], first: number): Evaluate {
  const [a, b] = numbersFrom(first);
  return (frame) => combineUnless(readPart(condition, a, frame), readPart(then, b, frame));
}

function combineUnless(condition: number, then: number): number {
  if (truthOf(condition) === T) return NOT_APPLICABLE;
  if (truthOf(condition) !== U) return joined(condition, then);
  if (truthOf(then) === N) return NOT_APPLICABLE;
  return pack(U, OPEN, 0, 0, reasonsOf(condition) | (truthOf(then) === U ? reasonsOf(then) : 0));
}

/** The branch that a condition chose: as strong as the weaker of the two. */
function joined(condition: number, branch: number): number {
  const truth = truthOf(branch);
  if (truth === N) return NOT_APPLICABLE;
  if (truth === U) return pack(U, bound(standingOf(branch), U), 0, 0, reasonsOf(branch));
  const alone = truthOf(condition) === N;
  const strength = alone ? strengthOf(branch) : least(strengthOf(condition), strengthOf(branch));
  const grade = alone ? gradeOf(branch) : least(gradeOf(condition), gradeOf(branch));
  return pack(truth, standingOf(branch), strength, grade, 0);
}

export function verdictOfIf([condition, then, otherwise]: readonly Evaluate[]): Evaluate {
  const ask = (part: Evaluate | undefined, frame: Frame): number => (part === undefined ? N : part(frame));
  return (frame) => {
    const its = ask(condition, frame);
    if (its === T) return ask(then, frame);
    if (its !== U) return ask(otherwise, frame);
    const truth = ask(then, frame);
    return truth !== U && ask(otherwise, frame) === truth ? truth : U;
  };
}

export function verdictOfUnless([condition, then]: readonly Evaluate[]): Evaluate {
  const [ask, branch] = [condition as Evaluate, then as Evaluate];
  return (frame) => {
    const its = ask(frame);
    if (its === T) return N;
    const truth = branch(frame);
    if (its === U) return truth === N ? N : U;
    return truth;
  };
}
