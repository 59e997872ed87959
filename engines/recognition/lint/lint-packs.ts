/** Everything that can be wrong with packs whose files read well. Pure: the day of today comes in. */
import type { Day } from '../../kernel/index.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { checkCitations } from './check-citations.ts';
import { checkGrants } from './check-grants.ts';
import { checkReferences } from './check-references.ts';
import { checkSteps } from './check-steps.ts';
import { checkSuite } from './check-suite.ts';
import { checkAnchor, checkTypes } from './check-types.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import type { Say, Words } from './fact-types.ts';
import { error, type Finding } from './finding.ts';
import { indexLaw } from './law-index.ts';

export type LintInput = {
  readonly packs: readonly Pack[];
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly suites: ReadonlyMap<string, PackSuite>;
  readonly today: Day;
};

const NO_SUITE: PackSuite = { cases: [], stories: [], equivalents: [], traceability: [] };

/** The vocabulary and the shared steps: not of any one pack. */
export function lintVocabulary({ vocabulary, commonSteps }: LintInput): readonly Finding[] {
  return [...checkVocabulary(vocabulary), ...checkSteps(commonSteps, { vocabulary, tables: new Map() })];
}

export function lintPack(pack: Pack, input: LintInput): readonly Finding[] {
  const law = indexLaw(input.packs, input.commonSteps);
  const words: Words = {
    vocabulary: input.vocabulary,
    tables: new Map([...law.tables].map(([name, { value }]) => [name, value])),
  };
  const suite = input.suites.get(pack.pack) ?? NO_SUITE;
  return [
    ...checkRules(pack, words),
    ...checkSteps(pack.steps, words),
    ...checkReferences(
      pack,
      law,
      input.packs.map((each) => each.pack),
    ),
    ...checkCitations(pack, input.today),
    ...checkGrants(pack, input.vocabulary),
    ...checkSuite(pack, suite, law, input.vocabulary),
  ];
}

function checkRules(pack: Pack, words: Words): readonly Finding[] {
  return pack.rules.flatMap((rule) => {
    const findings: Finding[] = [];
    const say: Say = (code, at, message, mend) =>
      void findings.push(error(code, subjectOf('rule', rule.rule), at, message, mend));
    for (const [index, version] of rule.versions.entries()) {
      checkTypes(version.when, ['versions', index, 'when'], words, say);
      const anchor = version.appliesTo?.anchor;
      if (anchor !== undefined) checkAnchor(anchor, ['versions', index, 'appliesTo', 'anchor'], words, say);
    }
    return findings;
  });
}
