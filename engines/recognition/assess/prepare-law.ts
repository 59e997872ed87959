/** The law of two dates, resolved and given to a back end once, ready to be asked for any number of people. */
import type { Citation, Day } from '../../kernel/index.ts';
import { makeTellNode, type TellNode } from '../explanation/tell-node.ts';
import type { Facts } from '../language/facts.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { englishWords } from '../operators/index.ts';
import { type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { RegistryView } from '../reference/scope.ts';

export type LawBook = {
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly packs: readonly Pack[];
  /** SHA-256 of each pack's canonical JSON. */
  readonly hashes: ReadonlyMap<string, string>;
};

/** The port that every back end fills: the outcome of a rule for the person in question. */
export type EvaluateRule = (rule: string) => Outcome;

/** A back end: for one law and one person's facts, the outcome of any rule. */
export type Evaluator = (
  law: ResolvedLaw,
  vocabulary: Vocabulary,
) => (facts: Facts, registry: RegistryView) => EvaluateRule;

export type LawInput = {
  readonly book: LawBook;
  readonly on: Day;
  readonly knownOn: Day;
  readonly evaluator: Evaluator;
};

export type PreparedLaw = LawInput & {
  readonly law: ResolvedLaw;
  readonly forFacts: ReturnType<Evaluator>;
  readonly tell: TellNode;
  /** The citations of the versions of a rule that are read. */
  readonly citationsOf: (rule: string) => readonly Citation[];
};

export function prepareLaw({ book, on, knownOn, evaluator }: LawInput): PreparedLaw {
  const { vocabulary } = book;
  const law = resolveLaw(book.packs, vocabulary, book.commonSteps, { on, knownOn });
  const ruleTitle = (rule: string): string => law.rules.get(rule)?.rule.title ?? rule;
  const citations = new Map(
    [...law.rules].map(([rule, { versions }]) => [rule, versions.flatMap((version) => version.cite)]),
  );
  return {
    book,
    on,
    knownOn,
    evaluator,
    law,
    forFacts: evaluator(law, vocabulary),
    tell: makeTellNode(englishWords(vocabulary, ruleTitle)),
    citationsOf: (rule) => citations.get(rule) ?? [],
  };
}
