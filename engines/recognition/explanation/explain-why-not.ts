/** "What would change this?" The smallest sets of conditions that would have to answer otherwise for a requirement or a route to turn. */
import type { Standing, Truth, UnknownReason } from '../language/verdict.ts';
import { combineAll } from '../reference/logic.ts';
import type { Outcome } from '../reference/outcome.ts';
import { WORDING } from './explain.ts';
import { FLIP_LIMITS, type FlipLimits, findFlips } from './find-flips.ts';
import type { TellNode } from './tell-node.ts';
import { type Answer, type Changes, isLeaf, keyOf } from './ways.ts';

export type LeafChange = {
  /** Places that ask this question: rule, version and path, in the order in which they stand. */
  readonly at: readonly string[];
  readonly sentence: string;
  readonly from: Truth;
  readonly to: Answer;
  /** Whether a step makes the condition true: `final` says that none does. */
  readonly standing: Standing;
  readonly reasons: readonly UnknownReason[];
  readonly missing: readonly string[];
  /** Steps named for it, or for the nearest conditions above it. */
  readonly cure: readonly string[];
};

export type WhyNot = {
  readonly now: Truth;
  /** `met`: true, or no longer asked for. */
  readonly to: 'met' | 'notMet';
  /** Smallest first; each is enough by itself, and nothing of it can be left out. Empty when it stands there already, or nothing turns it. */
  readonly sets: readonly (readonly LeafChange[])[];
  /** The search stopped at its limit: there may be other sets. */
  readonly cut: boolean;
};

export type WhyNotInput = {
  /** What must hold together: one rule, or the scope and the requirements of a route. */
  readonly outcomes: readonly Outcome[];
  readonly tell: TellNode;
  /** Absent: away from where it is. */
  readonly to?: 'met' | 'notMet';
  /** Sets shown. */
  readonly most?: number;
  readonly limits?: FlipLimits;
};

const MOST_SHOWN = 8;

/**
 * Each condition is taken by itself: whether one life can bring them together is not asked. A condition that stands in several places
 * changes in all of them. Nothing is said of how hard a change is: `standing` and `cure` tell.
 */
export function explainWhyNot(input: WhyNotInput): WhyNot {
  const { outcomes, tell, most = MOST_SHOWN, limits = FLIP_LIMITS } = input;
  const whole = together(outcomes);
  const isMet = whole.truth === 'true' || whole.truth === 'notApplicable';
  const to = input.to ?? (isMet ? 'notMet' : 'met');
  const wanted: readonly Truth[] = to === 'met' ? ['true', 'notApplicable'] : ['false'];
  if (wanted.includes(whole.truth)) return { now: whole.truth, to, sets: [], cut: false };
  const { sets, cut } = findFlips(whole, wanted, limits);
  const leaves = leavesByKey(whole);
  return {
    now: whole.truth,
    to,
    sets: inOrder(sets, leaves)
      .slice(0, most)
      .map((changes) => changes.map(([key, answer]) => showChange(leaves.get(key) ?? [], answer, tell))),
    cut: cut || sets.length > most,
  };
}

type Ordered = readonly (readonly [key: string, answer: Answer])[];

/** The smallest first; of equals, those with the fewest conditions that no step makes true; then as they stand in the law. */
function inOrder(
  sets: readonly Changes[],
  leaves: ReadonlyMap<string, readonly Placed[]>,
): readonly Ordered[] {
  const places = [...leaves.keys()];
  const placeOf = ([key]: Ordered[number]): number => places.indexOf(key);
  const hopeless = (changes: Ordered): number =>
    changes.filter(([key]) => leaves.get(key)?.[0]?.leaf.standing === 'final').length;
  return sets
    .map((changes): Ordered => [...changes].sort((a, b) => placeOf(a) - placeOf(b)))
    .sort(
      (a, b) =>
        a.length - b.length ||
        hopeless(a) - hopeless(b) ||
        (a
          .map((change, index) => placeOf(change) - placeOf(b[index] ?? change))
          .find((difference) => difference !== 0) ??
          0),
    );
}

/** A route asks for all of its rules. */
function together(outcomes: readonly Outcome[]): Outcome {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return only;
  return { ...combineAll(outcomes), path: '', node: { all: [] }, children: outcomes, independentOf: [] };
}

type Placed = { readonly leaf: Outcome; readonly cure: readonly string[] };

function leavesByKey(outcome: Outcome): ReadonlyMap<string, readonly Placed[]> {
  const held = new Map<string, Placed[]>();
  const walk = (part: Outcome, above: readonly string[]): void => {
    const cure = part.node?.cure ?? above;
    if (!isLeaf(part)) for (const child of part.children) walk(child, cure);
    else held.set(keyOf(part), [...(held.get(keyOf(part)) ?? []), { leaf: part, cure }]);
  };
  walk(outcome, []);
  return held;
}

function showChange(places: readonly Placed[], to: Answer, tell: TellNode): LeafChange {
  const [first] = places;
  if (first === undefined) throw new Error('A change of a leaf that is not there.');
  const { truth, standing, reasons, missing, node } = first.leaf;
  return {
    at: [...new Set(places.map(({ leaf }) => leaf.path))],
    sentence: (node === undefined ? WORDING : tell(node)).sentence,
    from: truth,
    to,
    standing,
    reasons,
    missing,
    cure: [...new Set(places.flatMap(({ cure }) => cure))],
  };
}
