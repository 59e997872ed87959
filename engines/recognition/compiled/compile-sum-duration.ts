/** `sumDuration`: how long the matching entries cover, at the least and at the most. `docs/semantics.md` section 9. */
import { asDay, subtractPeriod } from '../../kernel/index.ts';
import { literalPeriod } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import { type CompiledLeaf, type Place, sortedUnion } from './compiled-node.ts';
import { type DayCell, NONE, newDay, RANGE, VAGUE } from './day-cell.ts';
import { compileDay } from './days.ts';
import type { Frame } from './frame.ts';
import { DISPUTED, F, FULL, known, NOT_SAID, T, unknown } from './packed.ts';
import { type Post, type PostReader, postReader } from './posts.ts';
import { compileSelection, type Found, traceOf } from './selection.ts';
import { coveredDays, fewestDays, longestStretch, type Stretches } from './stretches.ts';

type SumDuration = Extract<Node, { sumDuration: unknown }>['sumDuration'];

/** Days that count, from and without. */
type Window = { readonly from: number; readonly to: number };

const ALWAYS: Window = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

type Sum = { least: number; most: number; strength: number; reasons: number };

export function compileSumDuration(node: SumDuration, place: Place): CompiledLeaf {
  const matches = compileSelection(node, place);
  const posts = postReader(node, place);
  const ends = node.window === undefined ? undefined : compileDay(node.window.endsOn, place);
  const start = startOfWindow(node);
  const [end, { grade }] = [newDay(), place];
  const measure = node.measure === 'total' ? coveredDays : longestStretch;
  const wanted = fewestDays(node.atLeast);
  const readEnd = (frame: Frame): number => {
    if (ends === undefined) return RANGE;
    ends.read(frame, end);
    return end.state;
  };
  const isEndVague = (): boolean => ends !== undefined && end.lo !== end.hi;
  /** The window for the least sum lies inside every possible window, the one for the most around them. */
  const windows = (): readonly [inner: Window, outer: Window] =>
    ends === undefined
      ? [ALWAYS, ALWAYS]
      : [
          { from: start(end.hi), to: end.lo + 1 },
          { from: start(end.lo), to: end.hi + 1 },
        ];
  return {
    // Without a day on which the window ends no entry is looked at.
    trace: (frame) =>
      readEnd(frame) === RANGE ? { ...traceOf(matches.find(frame)), possible: [] } : undefined,
    missing: (frame) => {
      if (readEnd(frame) === VAGUE && ends !== undefined) return ends.missing(frame);
      const names = posts.missing(matches.find(frame), frame);
      const vagueEnd = ends !== undefined && isEndVague() ? ends.missing(frame) : [];
      return sortedUnion([matches.missing(frame), names, vagueEnd]);
    },
    evaluate: (frame) => {
      const state = readEnd(frame);
      if (state === NONE) return known(false, end.strength, grade);
      if (state === VAGUE) return unknown(end.reasons);
      const found = matches.find(frame);
      const [inner, outer] = windows();
      const { least, most, strength, reasons } = addUp({ found, posts, frame, inner, outer, measure });
      const weakest = ends === undefined ? strength : Math.min(strength, end.strength);
      if (least >= wanted) return known(true, weakest, grade);
      if (most < wanted) return known(false, Math.min(weakest, found.strength), grade);
      return unknown(found.reasons | reasons | (found.more || isEndVague() ? NOT_SAID : 0));
    },
  };
}

/** The day it ends on counts, so a window of a year that ends on the 31st begins on the 1st. */
function startOfWindow({ window }: SumDuration): (end: DayCell['lo']) => number {
  if (window === undefined) return () => Number.NEGATIVE_INFINITY;
  const period = literalPeriod(window.period);
  return (end) => subtractPeriod(asDay(end), period, window.rounding) + 1;
}

type AddUp = {
  readonly found: Found;
  readonly posts: PostReader;
  readonly frame: Frame;
  readonly inner: Window;
  readonly outer: Window;
  readonly measure: (stretches: Stretches) => number;
};

function addUp({ found, posts, frame, inner, outer, measure }: AddUp): Sum {
  const [least, most]: [Stretches, Stretches] = [[], []];
  let [strength, reasons] = [FULL, 0];
  for (const [index, entry] of found.entries.entries()) {
    const truth = found.truths[index];
    if (truth === F) continue;
    const post = posts.read(entry, frame);
    // What is disputed is also vague, but only what is merely unsaid counts as such.
    reasons |= post.disputed ? DISPUTED : isVague(post) ? NOT_SAID : 0;
    most.push(Math.max(post.from.lo, outer.from), Math.min(post.to.hi, outer.to), post.share.hi);
    if (truth !== T) continue;
    least.push(Math.max(post.from.hi, inner.from), Math.min(post.to.lo, inner.to), post.share.lo);
    strength = Math.min(strength, found.strengths[index] as number, post.strength);
  }
  return {
    least: measure(least),
    most: found.more ? Number.POSITIVE_INFINITY : measure(most),
    strength,
    reasons,
  };
}

const isVague = ({ from, to, share }: Post): boolean =>
  from.lo !== from.hi || to.lo !== to.hi || share.lo !== share.hi;
