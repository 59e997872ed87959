/** The smallest sets of leaves whose change gives a node a wanted truth. Grown upwards from the leaves; bounded, and says so. */
import type { Node } from '../language/nodes.ts';
import type { Truth } from '../language/verdict.ts';
import type { Outcome } from '../reference/outcome.ts';
import { type Answer, type Changes, combineTruths, isLeaf, keyOf, leavesOf, truthAfter } from './ways.ts';

export type Flips = {
  /** Smallest first. None contains another, and none of its changes can be left out. */
  readonly sets: readonly Changes[];
  /** There may be more sets, or smaller ones. */
  readonly cut: boolean;
};

export type FlipLimits = {
  /** Sets kept for each node and truth on the way up. */
  readonly kept: number;
  /** Leaves that stand in several places are tried in every combination; of more than these, only as far as they fit. */
  readonly repeated: number;
};

export const FLIP_LIMITS: FlipLimits = { kept: 24, repeated: 3 };

/** Ways to each truth that a node can have. */
type Ways = ReadonlyMap<Truth, readonly Changes[]>;
type Search = {
  readonly fixed: ReadonlyMap<string, Answer | undefined>;
  readonly kept: number;
  cut: boolean;
};

export function findFlips(
  outcome: Outcome,
  wanted: readonly Truth[],
  limits: FlipLimits = FLIP_LIMITS,
): Flips {
  const repeated = repeatedLeaves(outcome);
  const tried = repeated.slice(0, limits.repeated);
  const found: Changes[] = [];
  let cut = repeated.length > tried.length;
  for (const fixed of everyChoice(tried)) {
    const search: Search = { fixed, kept: limits.kept, cut: false };
    const ways = waysOf(outcome, search);
    cut ||= search.cut;
    for (const truth of wanted) found.push(...(ways.get(truth) ?? []));
  }
  const flips = (changes: Changes): boolean => wanted.includes(truthAfter(outcome, changes));
  const minimal = found.filter(
    (changes) => flips(changes) && withoutOne(changes).every((fewer) => !flips(fewer)),
  );
  return { sets: keepSmallest(minimal, limits.kept).kept, cut };
}

function repeatedLeaves(outcome: Outcome): readonly Outcome[] {
  const counts = new Map<string, { leaf: Outcome; times: number }>();
  for (const leaf of leavesOf(outcome)) {
    const held = counts.get(keyOf(leaf));
    counts.set(keyOf(leaf), { leaf, times: (held?.times ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times)
    .map(({ leaf }) => leaf);
}

/** Each leaf as it is, true, or false. */
function everyChoice(leaves: readonly Outcome[]): readonly ReadonlyMap<string, Answer | undefined>[] {
  return leaves.reduce<readonly ReadonlyMap<string, Answer | undefined>[]>(
    (choices, leaf) =>
      choices.flatMap((choice) =>
        [undefined, ...otherAnswers(leaf)].map((answer) => new Map(choice).set(keyOf(leaf), answer)),
      ),
    [new Map()],
  );
}

const otherAnswers = ({ truth }: Outcome): readonly Answer[] =>
  (['true', 'false'] as const).filter((answer) => answer !== truth);

function waysOf(outcome: Outcome, search: Search): Ways {
  if (isLeaf(outcome)) return waysOfLeaf(outcome, search);
  const node = outcome.node as Node;
  const below = outcome.children.map((child) => waysOf(child, search));
  const ways =
    'all' in node || 'any' in node ? foldPairs(node, below, search) : productOf(node, below, search);
  return withUnchanged(outcome, ways, search);
}

function waysOfLeaf(leaf: Outcome, { fixed }: Search): Ways {
  const key = keyOf(leaf);
  const answers = fixed.has(key) ? [fixed.get(key)] : [undefined, ...otherAnswers(leaf)];
  return new Map(
    answers.map((answer) =>
      answer === undefined ? [leaf.truth, [new Map()]] : [answer, [new Map([[key, answer]])]],
    ),
  );
}

/** `all` and `any` of many are `all` and `any` of two, again and again. */
function foldPairs(node: Node, below: readonly Ways[], search: Search): Ways {
  const [first, ...rest] = below;
  if (first === undefined) return new Map();
  return rest.reduce((held, next) => productOf(node, [held, next], search), productOf(node, [first], search));
}

/** Every choice of one way for each child. */
function productOf(node: Node, below: readonly Ways[], search: Search): Ways {
  let rows: readonly { readonly truths: readonly Truth[]; readonly changes: readonly Changes[] }[] = [
    { truths: [], changes: [new Map()] },
  ];
  for (const ways of below) {
    rows = rows.flatMap((row) =>
      [...ways].map(([truth, sets]) => ({
        truths: [...row.truths, truth],
        changes: keep(
          row.changes.flatMap((one) => sets.flatMap((other) => join(one, other))),
          search,
        ),
      })),
    );
  }
  const ways = new Map<Truth, readonly Changes[]>();
  for (const { truths, changes } of rows) {
    const truth = combineTruths(node, truths);
    ways.set(truth, [...(ways.get(truth) ?? []), ...changes]);
  }
  return new Map([...ways].map(([truth, sets]) => [truth, keep(sets, search)]));
}

/** No change below: the node is what it was, also where an enumeration found it. */
function withUnchanged(outcome: Outcome, ways: Ways, search: Search): Ways {
  const changed = new Map<Truth, readonly Changes[]>(
    [...ways].map(([truth, sets]) => [truth, sets.filter((changes) => changes.size > 0)]),
  );
  const isFixed = leavesOf(outcome).some((leaf) => search.fixed.get(keyOf(leaf)) !== undefined);
  if (isFixed) return changed;
  return changed.set(outcome.truth, keep([new Map(), ...(changed.get(outcome.truth) ?? [])], search));
}

function join(one: Changes, other: Changes): readonly Changes[] {
  for (const [key, answer] of other) if ((one.get(key) ?? answer) !== answer) return [];
  return [new Map([...one, ...other])];
}

function keep(sets: readonly Changes[], search: Search): readonly Changes[] {
  const { kept, cut } = keepSmallest(sets, search.kept);
  search.cut ||= cut;
  return kept;
}

function keepSmallest(
  sets: readonly Changes[],
  most: number,
): { readonly kept: readonly Changes[]; readonly cut: boolean } {
  const kept: Changes[] = [];
  const sorted = sets
    .map((changes) => ({ changes, name: nameOf(changes) }))
    .sort((a, b) => a.changes.size - b.changes.size || (a.name < b.name ? -1 : 1));
  for (const { changes } of sorted) {
    if (kept.some((smaller) => isPartOf(smaller, changes))) continue;
    if (kept.length === most) return { kept, cut: true };
    kept.push(changes);
  }
  return { kept, cut: false };
}

const nameOf = (changes: Changes): string =>
  [...changes]
    .map(([key, answer]) => `${key}=${answer}`)
    .sort()
    .join('\n');
const isPartOf = (smaller: Changes, larger: Changes): boolean =>
  [...smaller].every(([key, answer]) => larger.get(key) === answer);
const withoutOne = (changes: Changes): readonly Changes[] =>
  [...changes.keys()].map((left) => new Map([...changes].filter(([key]) => key !== left)));
