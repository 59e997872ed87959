/** Everything that can be wrong with packs whose files read well. Pure: the day of today comes in. */
import type { Day } from '../../kernel/index.ts';
import { ALWAYS_KNOWN, type Bench } from '../cases/bench.ts';
import type { Maintainers } from '../governance/maintainers.ts';
import { literalDay } from '../language/literals.ts';
import { subjectOf } from '../language/origin.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { PackSuite } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { type ResolvedLaw, resolveLaw } from '../query/resolve-query.ts';
import { checkChangelog } from './check-changelog.ts';
import { checkCitations } from './check-citations.ts';
import { checkCoverage } from './check-coverage.ts';
import { checkCures } from './check-cures.ts';
import { checkGrants } from './check-grants.ts';
import { checkInheritance } from './check-inheritance.ts';
import { checkLogic } from './check-logic.ts';
import { checkMaintainers } from './check-maintainers.ts';
import { checkMonotone } from './check-monotone.ts';
import { checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkMustBeValid, checkStepTime } from './check-step-time.ts';
import { checkSteps } from './check-steps.ts';
import { checkSuite } from './check-suite.ts';
import { checkTargets, checkTraceability } from './check-traceability.ts';
import { checkAnchor, checkTypes } from './check-types.ts';
import { checkVersions } from './check-versions.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import type { Say, Words } from './fact-types.ts';
import { error, type Finding } from './finding.ts';
import { indexLaw, type LawIndex } from './law-index.ts';

export type LintInput = {
  readonly packs: readonly Pack[];
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly suites: ReadonlyMap<string, PackSuite>;
  /** SHA-256 of the canonical JSON of each pack, where it is at hand. */
  readonly hashes?: ReadonlyMap<string, string>;
  /** Runs the cases, to see what they try. */
  readonly bench: Bench;
  readonly today: Day;
  /** Who looks after which jurisdiction; absent: not looked at. */
  readonly maintainers?: readonly Maintainers[];
  /** Fact sheets by name, where the folder of sheets is at hand. */
  readonly sheets?: ReadonlyMap<string, unknown>;
};

const NO_SUITE: PackSuite = { cases: [], stories: [], equivalents: [], traceability: [] };

/** The vocabulary and the shared steps: not of any one pack. */
export function lintVocabulary({ vocabulary, commonSteps }: LintInput): readonly Finding[] {
  return [
    ...checkVocabulary(vocabulary),
    ...checkSteps(commonSteps, { vocabulary, tables: new Map() }),
    ...checkStepTime(commonSteps),
  ];
}

/** What asks how the rules work together waits until they can be read: the interpreter trusts what the first checks have passed. */
export function lintPack(pack: Pack, input: LintInput): readonly Finding[] {
  const index = indexLaw(input.packs, input.commonSteps);
  const suite = input.suites.get(pack.pack) ?? NO_SUITE;
  const used = packsUsed(pack, input.packs);
  const isSound = used.every((each) =>
    checkParts(each, input, index).every(({ severity }) => severity !== 'error'),
  );
  return [
    ...checkParts(pack, input, index),
    ...checkVersions(pack),
    ...checkCitations(pack, input.packs, input.today),
    ...checkGrants(pack, input.vocabulary),
    ...checkSuite(pack, suite, { law: index, vocabulary: input.vocabulary, today: input.today }),
    ...checkInheritance(pack, input.packs, index),
    ...(input.maintainers === undefined
      ? []
      : checkMaintainers(pack, input.maintainers, suite.changelog ?? [])),
    ...checkChangelog(pack, suite.changelog ?? [], {
      today: input.today,
      hash: input.hashes?.get(pack.pack),
    }),
    ...checkTargets(pack, suite.traceability, index),
    ...suite.traceability.flatMap((sheet) => checkTraceability(sheet, input.sheets?.get(sheet.value.sheet))),
    ...(isSound ? checkTogether(pack, input, { index, law: lawOf(pack, used, input), suite }) : []),
  ];
}

/** Words, types and references: each part of the pack on its own. */
function checkParts(pack: Pack, input: LintInput, index: LawIndex): readonly Finding[] {
  const tables = new Map([...index.tables].map(([name, { value }]) => [name, value]));
  const words: Words = { vocabulary: input.vocabulary, tables };
  return [
    ...checkRules(pack, words),
    ...checkSteps(pack.steps, words),
    ...checkStepTime(pack.steps),
    ...checkMustBeValid(pack),
    ...checkReferences(
      pack,
      index,
      input.packs.map((each) => each.pack),
    ),
  ];
}

type Together = { readonly index: LawIndex; readonly law: ResolvedLaw; readonly suite: PackSuite };

function checkTogether(
  pack: Pack,
  { packs, vocabulary, bench }: LintInput,
  { index, law, suite }: Together,
): readonly Finding[] {
  return [
    ...checkLogic(pack, law),
    ...checkCures(pack, { index, law, vocabulary }),
    ...checkReach(pack, packs, index, law),
    ...checkMonotone(pack, index),
    ...checkCoverage(pack, suite, bench),
  ];
}

/** The pack and every pack that it uses, directly or through another. */
function packsUsed(pack: Pack, packs: readonly Pack[]): readonly Pack[] {
  const found = new Set<Pack>([pack]);
  for (const each of found) for (const used of packs) if (each.uses.includes(used.pack)) found.add(used);
  return [...found];
}

/** The law of the day the pack was made, for groups and rules that are looked into. */
const lawOf = (pack: Pack, used: readonly Pack[], { vocabulary, commonSteps }: LintInput): ResolvedLaw =>
  resolveLaw(used, vocabulary, commonSteps, {
    on: literalDay(pack.version.replaceAll('.', '-')),
    knownOn: ALWAYS_KNOWN,
  });

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
