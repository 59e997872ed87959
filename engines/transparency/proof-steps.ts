import { err, ok, type Result } from '@testamur/engines/kernel';
import { refuse, type TransparencyProblem } from './errors.ts';
import { splitPoint } from './tree-hash.ts';

/** Leaves from `start` on, before `end`. */
export type Range = { readonly start: number; readonly end: number };

/**
 * One step of a proof, from the outside in: the tree is split, and the hash of the side that is not followed stands in the proof.
 * `crosses` when the part that is proved reaches over the split, so that the side on the left belongs to it.
 */
export type Step = {
  readonly beside: Range;
  readonly isLeft: boolean;
  readonly crosses: boolean;
};

/**
 * The way from a tree of `size` leaves down to the part `[start, end)` of it (RFC 9162 sections 2.1.3.1 and 2.1.4.1, and the same
 * for parts that begin elsewhere: draft-ietf-plants-merkle-tree-certs, "Subtree Consistency Proofs").
 * `rest` is what remains at the end of the way: the part itself, or, where the part was crossed, the last piece of it.
 */
export function stepsTo({ start, end }: Range, size: number): { steps: readonly Step[]; rest: Range } {
  const steps: Step[] = [];
  let [from, to] = [0, size];
  let wanted = start;
  while (wanted !== from || end !== to) {
    const middle = from + splitPoint(to - from);
    const crosses = wanted < middle && middle < end;
    if (end <= middle) {
      steps.push({ beside: { start: middle, end: to }, isLeft: false, crosses });
      to = middle;
    } else {
      steps.push({ beside: { start: from, end: middle }, isLeft: true, crosses });
      from = middle;
      if (crosses) wanted = middle;
    }
  }
  return { steps, rest: { start: from, end: to } };
}

/** Whether a tree can have this part for itself: it begins at a multiple of the power of two that holds it. */
export function checkPart({ start, end }: Range, size: number): Result<true, TransparencyProblem> {
  const isInside = [start, end, size].every(Number.isSafeInteger) && 0 <= start && start < end && end <= size;
  if (!isInside) return err(outside());
  let room = 1;
  while (room < end - start) room *= 2;
  return start % room === 0 ? ok(true) : err(outside());
}

export const outside = (): TransparencyProblem =>
  refuse('TRANSPARENCY_RANGE_OUTSIDE_TREE', 'A tree of this size does not have this part.');
