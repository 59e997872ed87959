/** `atLeast` and `exactly`. `docs/semantics.md` sections 2, 3, 5. */
import type { Evaluate } from './compiled-node.ts';
import {
  bound,
  F,
  FINAL,
  gradeOf,
  least,
  N,
  NOT_APPLICABLE,
  pack,
  reasonsOf,
  standingOf,
  strengthOf,
  T,
  truthOf,
  U,
} from './packed.ts';

export function readCount(parts: readonly Evaluate[], first: number, n: number, exactly: boolean): Evaluate {
  return (frame) => {
    const record = first >= 0 && !frame.trial;
    const standings: number[] = [];
    let [trues, unknowns, reasons, strength, grade] = [0, 0, 0, 0, 0];
    for (const [index, part] of parts.entries()) {
      const answer = part(frame);
      if (record) frame.results[first + index] = answer;
      const its = truthOf(answer);
      if (its === N) continue;
      standings.push(standingOf(answer));
      if (its === U) {
        unknowns += 1;
        reasons |= reasonsOf(answer);
        continue;
      }
      if (its === T) trues += 1;
      strength = least(strength, strengthOf(answer));
      grade = least(grade, gradeOf(answer));
    }
    const truth = truthOfCount(trues, unknowns, standings.length, n, exactly);
    if (truth === N) return NOT_APPLICABLE;
    const standing = exactly ? FINAL : nthGreatest(standings, n);
    return truth === U
      ? pack(U, bound(standing, U), 0, 0, reasons)
      : pack(truth, bound(standing, truth), strength, grade, 0);
  };
}

function truthOfCount(
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

export function verdictOfCount(parts: readonly Evaluate[], n: number, exactly: boolean): Evaluate {
  return (frame) => {
    let [trues, unknowns, applicable] = [0, 0, 0];
    for (const part of parts) {
      const its = part(frame);
      if (its === N) continue;
      applicable += 1;
      if (its === T) trues += 1;
      if (its === U) unknowns += 1;
      if (trues > n && exactly) return F;
      if (trues >= n && !exactly) return T;
    }
    return truthOfCount(trues, unknowns, applicable, n, exactly);
  };
}
