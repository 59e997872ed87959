/** One attempt for each part of an examination, so that all lie within a window. */
import { FULL } from './packed.ts';

export type Attempt = {
  /** Absent for an attempt that the person may not have told of. */
  readonly id: string | undefined;
  readonly lo: number;
  readonly hi: number;
  readonly sure: boolean;
  readonly strength: number;
};

export type WindowOfDays = {
  readonly ordered: boolean;
  /** The last day that the window allows when its first is given. */
  readonly lastAfter: (first: number) => number;
};

export type Choice = {
  /** Of the strongest choice that fits for certain; 0 where there is none. */
  readonly strength: number;
  /** Some choice may fit, if everything unknown turns out well. */
  readonly possible: boolean;
  /** The first choice that fits for certain. */
  readonly chosen: readonly Attempt[] | undefined;
};

/** Depth first; no attempt stands for two parts. */
export function chooseAttempts(parts: readonly (readonly Attempt[])[], window: WindowOfDays): Choice {
  let [strength, possible] = [0, false];
  let chosen: readonly Attempt[] | undefined;
  const choice: Attempt[] = [];
  const visit = (depth: number): void => {
    const attempts = parts[depth];
    if (attempts === undefined) {
      if (choice.every((attempt) => attempt.sure) && alwaysFits(choice, window)) {
        chosen ??= [...choice];
        strength = Math.max(strength, Math.min(FULL, ...choice.map((attempt) => attempt.strength)));
      }
      possible ||= mayFit(choice, window);
      return;
    }
    for (const attempt of attempts) {
      if (attempt.id !== undefined && choice.some((held) => held.id === attempt.id)) continue;
      choice.push(attempt);
      visit(depth + 1);
      choice.pop();
    }
  };
  visit(0);
  return { strength, possible, chosen };
}

/** Every two attempts, whatever their days, are close enough; and each comes after the one before. */
function alwaysFits(choice: readonly Attempt[], { ordered, lastAfter }: WindowOfDays): boolean {
  for (const a of choice) for (const b of choice) if (a !== b && b.hi > lastAfter(a.lo)) return false;
  if (!ordered) return true;
  return choice.every((attempt, index) => index === 0 || (choice[index - 1] as Attempt).hi <= attempt.lo);
}

/** The window that begins as late as the earliest end allows reaches furthest: if none fits there, none fits. */
function mayFit(choice: readonly Attempt[], { ordered, lastAfter }: WindowOfDays): boolean {
  const first = Math.min(...choice.map((attempt) => attempt.hi));
  const end = lastAfter(first);
  let day = first;
  for (const attempt of choice) {
    const from = Math.max(attempt.lo, ordered ? day : first);
    if (from > Math.min(attempt.hi, end)) return false;
    if (ordered) day = from;
  }
  return true;
}
