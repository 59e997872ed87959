/** `not`, `if`, `unless`, `atLeast`, `exactly`: what they say, from the answers of their children. `docs/semantics.md` sections 2, 3, 5. */
import type { Node } from '../language/nodes.ts';
import {
  decided,
  F,
  FINAL,
  FULL,
  known,
  MET,
  N,
  NOT_APPLICABLE,
  OPEN,
  REASONS,
  standingOf,
  T,
  truthOf,
  U,
  undecided,
} from './packed.ts';
import type { Combine } from './program.ts';

/** `grade` is that of the node itself: a count that its number alone decides rests on nothing else. */
export function combinerOf(node: Node, grade: number): Combine {
  if ('all' in node) return combineAll;
  if ('any' in node) return combineAny;
  if ('not' in node) return combineNot;
  if ('if' in node) return combineIf;
  if ('unless' in node) return combineUnless;
  if ('exactly' in node) return combineCount(node.exactly.n, true, known(false, FULL, grade));
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return combineCount(node.atLeast.n, false, known(false, FULL, grade));
  throw new Error(`No such logic: ${Object.keys(node).join(', ')}; the loader refuses it.`);
}

/** The children of one truth and what they say together: `&` the least, `|` the greatest. */
function gather(answers: Int32Array, children: readonly number[]) {
  const found = {
    some: 0,
    least: [-1, -1, -1, -1],
    greatest: [0, 0, 0, 0],
    worst: MET,
    best: FINAL,
    reasons: 0,
  };
  for (const child of children) {
    const answer = answers[child] as number;
    const its = truthOf(answer);
    if (its === N) continue;
    found.some |= 1 << its;
    found.least[its] = (found.least[its] as number) & answer;
    found.greatest[its] = (found.greatest[its] as number) | answer;
    found.worst &= standingOf(answer);
    found.best |= standingOf(answer);
    found.reasons |= answer;
  }
  return found;
}

const combineAll: Combine = (answers, children) => {
  const { some, least, greatest, worst: standing, reasons } = gather(answers, children);
  if (some === 0) return NOT_APPLICABLE;
  if ((some & (1 << F)) !== 0) return decided(F, standing, greatest[F] as number);
  return (some & (1 << U)) !== 0 ? undecided(standing, reasons) : decided(T, MET, least[T] as number);
};

const combineAny: Combine = (answers, children) => {
  const { some, least, greatest, best: standing, reasons } = gather(answers, children);
  if (some === 0) return NOT_APPLICABLE;
  if ((some & (1 << T)) !== 0) return decided(T, MET, greatest[T] as number);
  return (some & (1 << U)) !== 0 ? undecided(standing, reasons) : decided(F, standing, least[F] as number);
};

const at = (answers: Int32Array, children: readonly number[], index: number): number => {
  const child = children[index];
  return child === undefined ? NOT_APPLICABLE : (answers[child] as number);
};

const combineNot: Combine = (answers, children) => {
  const answer = at(answers, children, 0);
  const truth = truthOf(answer);
  if (truth === N) return NOT_APPLICABLE;
  if (truth === U) return undecided(OPEN, answer);
  return truth === T ? decided(F, FINAL, answer) : decided(T, MET, answer);
};

const combineIf: Combine = (answers, children) => {
  const [condition, then, otherwise] = [
    at(answers, children, 0),
    at(answers, children, 1),
    at(answers, children, 2),
  ];
  if (truthOf(condition) === T) return joined(condition, then);
  if (truthOf(condition) !== U) return joined(condition, otherwise);
  const [a, b] = [truthOf(then), truthOf(otherwise)];
  if (a === N && b === N) return NOT_APPLICABLE;
  // A branch that may turn out not to apply leaves nothing to stand on.
  const standing = a === N || b === N ? OPEN : standingOf(then) & standingOf(otherwise);
  if (a === b && a !== U) return decided(a, standing, then & otherwise);
  return undecided(standing, condition | reasonsIn(then) | reasonsIn(otherwise));
};

const combineUnless: Combine = (answers, children) => {
  const [condition, then] = [at(answers, children, 0), at(answers, children, 1)];
  if (truthOf(condition) === T) return NOT_APPLICABLE;
  if (truthOf(condition) !== U) return joined(condition, then);
  return truthOf(then) === N ? NOT_APPLICABLE : undecided(OPEN, condition | reasonsIn(then));
};

const reasonsIn = (answer: number): number => answer & REASONS;

/** The branch that a condition chose: as certain as the less certain of the two. */
function joined(condition: number, branch: number): number {
  const truth = truthOf(branch);
  if (truth === N) return NOT_APPLICABLE;
  if (truth === U) return undecided(standingOf(branch), branch);
  return decided(truth, standingOf(branch), truthOf(condition) === N ? branch : condition & branch);
}

const combineCount =
  (n: number, exactly: boolean, alone: number): Combine =>
  (answers, children) => {
    const standings: number[] = [];
    let [trues, unknowns, certainty, reasons] = [0, 0, -1, 0];
    for (const child of children) {
      const answer = answers[child] as number;
      const its = truthOf(answer);
      if (its === N) continue;
      standings.push(standingOf(answer));
      if (its === T) trues += 1;
      if (its === U) {
        unknowns += 1;
        reasons |= answer;
      } else certainty &= answer;
    }
    const truth = truthOfCount(trues, unknowns, standings.length, n, exactly);
    if (truth === N) return NOT_APPLICABLE;
    const standing = exactly ? FINAL : nthGreatest(standings, n);
    return truth === U
      ? undecided(standing, reasons)
      : decided(truth, standing, certainty === -1 ? alone : certainty);
  };

/** With so many true and unknown of those that apply. */
export function truthOfCount(
  trues: number,
  unknowns: number,
  applicable: number,
  n: number,
  exactly: boolean,
): number {
  if (applicable === 0) return N;
  if (trues + unknowns < n || (exactly && trues > n)) return F;
  if (exactly) return unknowns === 0 ? T : U;
  return trues >= n ? T : U;
}

/** Final where there are fewer. */
function nthGreatest(standings: number[], n: number): number {
  standings.sort((a, b) => b - a);
  return standings[n - 1] ?? FINAL;
}
