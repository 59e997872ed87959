/** `count`, and `some`, which is a count of at least one. `docs/semantics.md` section 10. */
import type { ListSelection } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { FULL, known, T, unknown } from './packed.ts';
import { compileSelection, type Found, traceOf } from './selection.ts';

export function compileCount(
  selection: ListSelection,
  low: number,
  high: number,
  place: Place,
): CompiledLeaf {
  const matches = compileSelection(selection, place);
  const { grade } = place;
  return {
    missing: matches.missing,
    trace: (frame) => traceOf(matches.find(frame)),
    evaluate: (frame) => {
      const found = matches.find(frame);
      const most = found.more ? Number.POSITIVE_INFINITY : found.sure + found.open;
      if (found.sure >= low && most <= high)
        return known(
          true,
          high === Number.POSITIVE_INFINITY ? nthStrongest(found, low) : found.strength,
          grade,
        );
      if (most < low) return known(false, found.strength, grade);
      if (found.sure > high) return known(false, nthStrongest(found, high + 1), grade);
      return unknown(found.reasons);
    },
  };
}

/** Enough entries matched: the answer is as strong as the n-th strongest of them. */
function nthStrongest(found: Found, n: number): number {
  if (n <= 0) return FULL;
  const sorted = found.strengths.filter((_, index) => found.truths[index] === T).sort((a, b) => b - a);
  return sorted[n - 1] ?? FULL;
}
