/** What people are drawn from: the cut points of what changed, and some who are steered towards each route of each version. */
import type { LawBook } from '../assess/prepare-law.ts';
import { type CutPoints, cutPointsOf } from '../differential/cut-points.ts';
import type { Random } from '../differential/random.ts';
import type { Facts } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type Inventor, inventPeople, mergeCuts, mergeVocabularies } from '../population/invent-people.ts';
import type { ReachOf } from '../population/reach.ts';
import { steerTowards } from '../population/vary-people.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Asked } from './routes.ts';

export type ModelsInput = {
  readonly books: readonly [LawBook, LawBook];
  readonly reach: readonly [ReachOf, ReachOf];
  readonly laws: readonly ResolvedLaw[];
  readonly asked: readonly Asked[];
  readonly seed: number;
};

/** So many people are steered towards each route of each version, as models for others. */
const STEERED = 3;
/** To bring somebody near a route takes some milliseconds: where many routes changed, so many are chosen among all. */
const MOST_STEERED = 150;

export function modelsOf({ books, reach, laws, asked, seed }: ModelsInput): {
  readonly vocabulary: Vocabulary;
  readonly inventor: Inventor;
  readonly focus: CutPoints;
  readonly steered: readonly Facts[];
} {
  const vocabulary = mergeVocabularies(books[0].vocabulary, books[1].vocabulary);
  const sides = laws.map((law, side) => ({
    law,
    rules: [...new Set(asked.flatMap(({ route }) => reach[side === 0 ? 0 : 1]({ route }).rules))],
  }));
  const inventor = inventPeople({ laws: sides, vocabulary, seed });
  const targets = sides.flatMap(({ law }) =>
    asked.flatMap(({ route }) => Array.from({ length: STEERED }, () => ({ law, route }))),
  );
  const steered = someOf(targets, MOST_STEERED, inventor.random).map(({ law, route }) => {
    const { scope = [], requirements = [] } = law.routes.get(route) ?? {};
    return steerTowards([...scope, ...requirements], law, inventor, vocabulary);
  });
  return { vocabulary, inventor, steered, focus: focusOf(books, sides) };
}

/** At most so many, without two of one thing. */
function someOf<T>(things: readonly T[], most: number, { below }: Random): readonly T[] {
  const left = [...things];
  const chosen: T[] = [];
  while (left.length > 0 && chosen.length < most) {
    const at = below(left.length);
    chosen.push(left[at] as T);
    left[at] = left.at(-1) as T;
    left.pop();
  }
  return chosen;
}

/** What the rules read that are themselves not the same in both versions. */
function focusOf(
  books: readonly [LawBook, LawBook],
  sides: readonly { readonly law: ResolvedLaw; readonly rules: readonly string[] }[],
): CutPoints {
  const [old, now] = books.map(
    ({ packs }) =>
      new Map(
        packs.flatMap((pack) => pack.rules).map(({ rule, versions }) => [rule, JSON.stringify(versions)]),
      ),
  );
  return mergeCuts(
    sides.map(({ law, rules }) => {
      const changed = rules.filter((rule) => old?.get(rule) !== now?.get(rule));
      return cutPointsOf(
        changed.map((rule) => law.rules.get(rule)).filter((rule) => rule !== undefined),
        law,
      );
    }),
  );
}
