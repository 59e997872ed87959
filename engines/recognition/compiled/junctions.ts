/** `all`, `any` and `not`. One pass over the children, whose answers are recorded on the way. `docs/semantics.md` sections 2, 3, 5. */
import type { Evaluate } from './compiled-node.ts';
import {
  bound,
  F,
  FINAL,
  gradeOf,
  greatest,
  least,
  MET,
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

export function readAll(parts: readonly Evaluate[], first: number): Evaluate {
  const count = parts.length;
  return (frame) => {
    const results = first >= 0 && !frame.trial ? frame.results : undefined;
    let truth = N;
    let standing = MET;
    let reasons = 0;
    let [strength, grade] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const answer = (parts[index] as Evaluate)(frame);
      if (results !== undefined) results[first + index] = answer;
      const its = truthOf(answer);
      if (its === N) continue;
      if (standingOf(answer) < standing) standing = standingOf(answer);
      if (its === F) {
        strength = truth === F ? greatest(strength, strengthOf(answer)) : strengthOf(answer);
        grade = truth === F ? greatest(grade, gradeOf(answer)) : gradeOf(answer);
        truth = F;
      } else if (its === U) {
        reasons |= reasonsOf(answer);
        if (truth !== F) truth = U;
      } else if (truth === N || truth === T) {
        strength = least(strength, strengthOf(answer));
        grade = least(grade, gradeOf(answer));
        truth = T;
      }
    }
    if (truth === T) return pack(T, MET, strength, grade, 0);
    if (truth === F) return pack(F, bound(standing, F), strength, grade, 0);
    return truth === U ? pack(U, bound(standing, U), 0, 0, reasons) : NOT_APPLICABLE;
  };
}

export function readAny(parts: readonly Evaluate[], first: number): Evaluate {
  const count = parts.length;
  return (frame) => {
    const results = first >= 0 && !frame.trial ? frame.results : undefined;
    let truth = N;
    let standing = FINAL;
    let reasons = 0;
    let [strength, grade] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const answer = (parts[index] as Evaluate)(frame);
      if (results !== undefined) results[first + index] = answer;
      const its = truthOf(answer);
      if (its === N) continue;
      if (standingOf(answer) > standing) standing = standingOf(answer);
      if (its === T) {
        strength = truth === T ? greatest(strength, strengthOf(answer)) : strengthOf(answer);
        grade = truth === T ? greatest(grade, gradeOf(answer)) : gradeOf(answer);
        truth = T;
      } else if (its === U) {
        reasons |= reasonsOf(answer);
        if (truth !== T) truth = U;
      } else if (truth === N || truth === F) {
        strength = least(strength, strengthOf(answer));
        grade = least(grade, gradeOf(answer));
        truth = F;
      }
    }
    if (truth === T) return pack(T, MET, strength, grade, 0);
    if (truth === F) return pack(F, bound(standing, F), strength, grade, 0);
    return truth === U ? pack(U, bound(standing, U), 0, 0, reasons) : NOT_APPLICABLE;
  };
}

export function readNot([part]: readonly Evaluate[], first: number): Evaluate {
  const child = part as Evaluate;
  return (frame) => {
    const answer = child(frame);
    if (first >= 0 && !frame.trial) frame.results[first] = answer;
    const truth = truthOf(answer);
    if (truth === N) return NOT_APPLICABLE;
    if (truth === U) return pack(U, OPEN, 0, 0, reasonsOf(answer));
    return truth === T
      ? pack(F, FINAL, strengthOf(answer), gradeOf(answer), 0)
      : pack(T, MET, strengthOf(answer), gradeOf(answer), 0);
  };
}

/** False at the first false child. */
export function verdictOfAll(parts: readonly Evaluate[]): Evaluate {
  return (frame) => {
    let truth = N;
    for (const part of parts) {
      const its = part(frame);
      if (its === F) return F;
      if (its === U) truth = U;
      else if (its === T && truth === N) truth = T;
    }
    return truth;
  };
}

/** True at the first true child. */
export function verdictOfAny(parts: readonly Evaluate[]): Evaluate {
  return (frame) => {
    let truth = N;
    for (const part of parts) {
      const its = part(frame);
      if (its === T) return T;
      if (its === U) truth = U;
      else if (its === F && truth === N) truth = F;
    }
    return truth;
  };
}

export function verdictOfNot([part]: readonly Evaluate[]): Evaluate {
  const child = part as Evaluate;
  return (frame) => {
    const its = child(frame);
    return its === T ? F : its === F ? T : its;
  };
}
