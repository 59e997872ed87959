/** People drawn around the points at which some laws change their answers; the same seed, the same people. */

import { type CutPoints, cutPointsOf } from '../differential/cut-points.ts';
import { type Draft, drawFacts } from '../differential/draw-facts.ts';
import type { Draw } from '../differential/draw-value.ts';
import { makeRandom, type Random } from '../differential/random.ts';
import type { Scalar } from '../language/nodes.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import type { ResolvedLaw, ResolvedRule } from '../query/resolve-query.ts';

export type InventInput = {
  /** Laws, each with the rules of it that matter. */
  readonly laws: readonly { readonly law: ResolvedLaw; readonly rules: readonly string[] }[];
  readonly vocabulary: Vocabulary;
  readonly seed: number;
};

export type Inventor = {
  readonly random: Random;
  readonly cuts: CutPoints;
  /** What one more person is drawn with. */
  readonly draw: () => Draw;
  readonly draft: () => Draft;
};

export function inventPeople({ laws, vocabulary, seed }: InventInput): Inventor {
  const random = makeRandom(seed);
  const cuts = mergeCuts(
    laws.map(({ law, rules }) =>
      cutPointsOf(
        rules.map((rule) => law.rules.get(rule)).filter((rule): rule is ResolvedRule => rule !== undefined),
        law,
      ),
    ),
  );
  const withSchool: CutPoints = { ...cuts, scalars: new Set([...cuts.scalars, 'pmq.schoolCountry']) };
  const days = laws.map(({ law }) => Number(law.query.on));
  const draw = (): Draw => ({
    random,
    vocabulary,
    literals: cuts.literals,
    periods: cuts.periods,
    days: [...days],
  });
  const draft = (): Draft => drawFacts(withSchool, draw());
  return { random, cuts, draw, draft };
}

export function mergeCuts(all: readonly CutPoints[]): CutPoints {
  const literals = new Map<string, Set<Scalar>>();
  for (const { literals: own } of all)
    for (const [fact, values] of own) literals.set(fact, new Set([...(literals.get(fact) ?? []), ...values]));
  return {
    literals,
    scalars: new Set(all.flatMap(({ scalars }) => [...scalars])),
    lists: new Set(all.flatMap(({ lists }) => [...lists])),
    periods: [...new Set(all.flatMap(({ periods }) => periods))].sort(),
  };
}

/** The words of two versions of a vocabulary; where both have one, the newer. */
export function mergeVocabularies(before: Vocabulary, after: Vocabulary): Vocabulary {
  const sections = new Map([...before.sections, ...after.sections]);
  for (const [name, section] of after.sections)
    sections.set(name, { ...section, facts: { ...before.sections.get(name)?.facts, ...section.facts } });
  return {
    sections,
    codeLists: new Map([...before.codeLists, ...after.codeLists]),
    groups: new Map([...before.groups, ...after.groups]),
  };
}
