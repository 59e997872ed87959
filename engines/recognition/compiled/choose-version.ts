/** Which versions of a rule apply to a person, and what they say together when it is not certain which. `docs/semantics.md` section 11. */
import { literalDay } from '../language/literals.ts';
import type { RuleVersion } from '../language/pack.ts';
import type { CompiledNode } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { type Layout, scalarSlot } from './layout.ts';
import {
  bound,
  DISPUTED,
  decided,
  MET,
  N,
  NOT_APPLICABLE,
  NOT_SAID,
  OPEN,
  reasonsOf,
  standingOf,
  truthOf,
  U,
  unknown,
  withStanding,
} from './packed.ts';
import { IN_DISPUTE, KNOWN, stateAt } from './slots.ts';

/** `anchor` is the slot of the date that selects the version, from `from` on and before `to`; negative for everybody. */
export type CompiledVersion = Anchor & { readonly version: RuleVersion; readonly root: CompiledNode };
type Anchor = { readonly anchor: number; readonly from: number; readonly to: number };

export function compileAnchor({ appliesTo: by }: RuleVersion, layout: Layout): Anchor {
  const bounded = by !== undefined && (by.from !== undefined || by.to !== undefined);
  return {
    anchor: bounded ? scalarSlot(by.anchor, layout) : -1,
    from: by?.from === undefined ? Number.NEGATIVE_INFINITY : literalDay(by.from),
    to: by?.to === undefined ? Number.POSITIVE_INFINITY : literalDay(by.to),
  };
}

const NO = 0;
const MAYBE = 1;
const YES = 2;

function fitOf({ anchor, from, to }: Anchor, { scalars }: Frame): number {
  if (anchor < 0) return YES;
  if (stateAt(scalars, anchor) !== KNOWN) return MAYBE;
  const [lo, hi] = [scalars.lo[anchor] as number, scalars.hi[anchor] as number];
  if (lo >= from && hi < to) return YES;
  return hi < from || lo >= to ? NO : MAYBE;
}

export type Versions = {
  readonly sure: CompiledVersion | undefined;
  readonly maybe: readonly CompiledVersion[];
};

/** The version that applies for certain, or all that may. */
export function versionsFor(versions: readonly CompiledVersion[], frame: Frame): Versions {
  for (const version of versions) if (fitOf(version, frame) === YES) return { sure: version, maybe: NONE };
  return { sure: undefined, maybe: versions.filter((version) => fitOf(version, frame) !== NO) };
}

const NONE: readonly CompiledVersion[] = [];

export const anchorsOf = (versions: readonly CompiledVersion[]): readonly string[] =>
  [...new Set(versions.map(({ version }) => version.appliesTo?.anchor ?? ''))].sort();

/** Unless all that may apply say the same, the rule is unknown and the anchor missing. */
export function agree(
  maybe: readonly CompiledVersion[],
  answers: readonly number[],
  frame: Frame,
  choice: number,
): number {
  const truth = truthOf(answers[0] ?? NOT_APPLICABLE);
  const hole = !coversEverybody(maybe, frame);
  const standing = answers.reduce((held, answer) => Math.min(held, standingOf(answer)), MET);
  if (truth !== U && !hole && answers.every((answer) => truthOf(answer) === truth)) {
    if (truth === N) return NOT_APPLICABLE;
    if (!frame.trial) frame.independent.set(choice, anchorsOf(maybe));
    return decided(
      truth,
      standing,
      answers.reduce((held, answer) => held & answer),
    );
  }
  const vague = hole || answers.some((answer) => truthOf(answer) === N) ? OPEN : standing;
  const reasons = answers.reduce((held, answer) => held | reasonsOf(answer), 0);
  const disputed = maybe.some(({ anchor }) => anchor >= 0 && stateAt(frame.scalars, anchor) === IN_DISPUTE);
  return withStanding(unknown(reasons | (disputed ? DISPUTED : NOT_SAID)), bound(vague, U));
}

export function agreeOnTruth(maybe: readonly CompiledVersion[], frame: Frame): number {
  if (!coversEverybody(maybe, frame)) return U;
  let truth = -1;
  for (const { root } of maybe) {
    const its = root.verdict(frame);
    if (its === U || (truth >= 0 && its !== truth)) return U;
    truth = its;
  }
  return truth;
}

/** Whether versions of one anchor leave no day that it may be without a version. */
function coversEverybody(maybe: readonly CompiledVersion[], { scalars }: Frame): boolean {
  const anchor = maybe[0]?.anchor ?? -1;
  if (anchor < 0 || maybe.some((each) => each.anchor !== anchor)) return false;
  const given = stateAt(scalars, anchor) === KNOWN;
  const lo = given ? (scalars.lo[anchor] as number) : Number.NEGATIVE_INFINITY;
  const hi = given ? (scalars.hi[anchor] as number) : Number.POSITIVE_INFINITY;
  const sorted = [...maybe].sort((a, b) => a.from - b.from);
  let reached = sorted[0]?.from ?? Number.POSITIVE_INFINITY;
  if (reached > lo) return false;
  for (const { from, to } of sorted) if (from <= reached && to > reached) reached = to;
  return reached > hi || reached === Number.POSITIVE_INFINITY;
}
