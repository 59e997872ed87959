/** What cases and stories run on: the packs, a registry, and a back end. The law of a pair of dates is resolved once. */
import type { Day } from '../../kernel/index.ts';
import type { Evaluator } from '../assess/prepare-law.ts';
import type { SchoolLookup } from '../facts/build-facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';
import type { RegistryView } from '../reference/scope.ts';

export type BenchInput = {
  readonly packs: readonly Pack[];
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
  readonly evaluator: Evaluator;
};

export type Bench = BenchInput & { readonly lawOn: (on: Day, knownOn: Day) => ResolvedLaw };

/** Everything that was ever recorded is known, unless a case says otherwise. */
export const ALWAYS_KNOWN: Day = literalDay('9999-12-31');

export function makeBench(input: BenchInput): Bench {
  const laws = new Map<string, ResolvedLaw>();
  const lawOn = (on: Day, knownOn: Day): ResolvedLaw => {
    const key = `${on}/${knownOn}`;
    const held =
      laws.get(key) ?? resolveLaw(input.packs, input.vocabulary, input.commonSteps, { on, knownOn });
    laws.set(key, held);
    return held;
  };
  return { ...input, lawOn };
}
