/** A case of a pack: a piece of a dossier, a rule, and what it must answer. */
import type { Day } from '../../kernel/index.ts';
import { buildFacts } from '../facts/build-facts.ts';
import type { Dossier } from '../facts/dossier.ts';
import type { Facts } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack } from '../language/pack.ts';
import type { RuleCase } from '../language/suite.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { Outcome } from '../reference/outcome.ts';
import { isRecord } from '../schema/guard.ts';
import { ALWAYS_KNOWN, type Bench } from './bench.ts';
import { showOutcome } from './show-outcome.ts';

/** Everything about a case but the wording of the rules. */
export type PreparedCase = { readonly law: ResolvedLaw; readonly facts: Facts };

/** What is wrong with the answer, in words, and the states of the nodes; nothing when the case holds. */
export function runCase(bench: Bench, pack: Pack, each: RuleCase): readonly string[] {
  const outcome = answerCase(bench, prepareCase(bench, pack, each), each);
  const failures = checkCase(outcome, each);
  return failures.length === 0 ? [] : [...failures, ...showOutcome(outcome)];
}

export function prepareCase(bench: Bench, pack: Pack, { given, on, knownOn }: RuleCase): PreparedCase {
  const lawDay = lawDayOf(pack, on);
  const dossier = dossierOf(given);
  const basis = (dossier.qualifications?.length ?? 0) - 1;
  return {
    law: bench.lawOn(lawDay, knownOn === undefined ? ALWAYS_KNOWN : literalDay(knownOn)),
    facts: buildFacts({
      dossier,
      basis,
      vocabulary: bench.vocabulary,
      schools: bench.schools,
      zone: pack.zone,
      on: lawDay,
    }),
  };
}

export const answerCase = (bench: Bench, { law, facts }: PreparedCase, { rule }: RuleCase): Outcome =>
  bench.evaluator(law, bench.vocabulary)(facts, bench.registry)(rule);

/** A case without a day is judged by the law of the day the pack was made. */
export const lawDayOf = (pack: Pack, on: string | undefined): Day =>
  literalDay(on ?? pack.version.replaceAll('.', '-'));

/** Cases may write the degree as `pmq: {…}` and leave out the ids of entries. */
export function dossierOf(given: RuleCase['given']): Dossier {
  const { pmq, ...rest } = given;
  const sections = Object.entries(rest).map(([name, section]) => [name, withIds(name, section)]);
  return {
    ...Object.fromEntries(sections),
    ...(pmq === undefined ? {} : { qualifications: [{ id: 'degree', ...pmq }] }),
  } as Dossier;
}

function withIds(name: string, section: unknown): unknown {
  const named = (entries: readonly object[]): readonly object[] =>
    entries.map((entry, index) => ({ id: `${name}-${index + 1}`, ...entry }));
  if (Array.isArray(section)) return named(section as readonly object[]);
  if (!isRecord(section) || !Array.isArray(section['entries'])) return section;
  return { ...section, entries: named(section['entries'] as readonly object[]) };
}

const VERDICTS = {
  true: 'met',
  false: 'notMet',
  unknown: 'unknown',
  notApplicable: 'notApplicable',
} as const;
const REMEDIES = { final: 'final', unknown: 'undetermined', curable: 'curable', met: 'curable' } as const;

export function checkCase(outcome: Outcome, { expect }: RuleCase): readonly string[] {
  const failures: string[] = [];
  const verdict = VERDICTS[outcome.truth];
  if (verdict !== expect.verdict) failures.push(`verdict is ${verdict}, expected ${expect.verdict}`);
  const remedy = outcome.truth === 'false' ? REMEDIES[outcome.standing] : undefined;
  if (expect.remedy !== undefined && remedy !== expect.remedy)
    failures.push(`remedy is ${remedy ?? 'none'}, expected ${expect.remedy}`);
  if (expect.waiver !== undefined && hasWaiver(outcome) !== expect.waiver)
    failures.push(`a waiver is ${expect.waiver ? 'not ' : ''}possible`);
  compareSets('asks', expect.ask, outcome.missing, failures);
  compareSets('independent of', expect.independentOf, outcome.independentOf, failures);
  compareSets('reasons', expect.reasons, outcome.reasons, failures);
  for (const id of expect.because ?? []) if (!decides(outcome, id)) failures.push(`${id} did not decide`);
  return failures;
}

function compareSets(
  what: string,
  expected: readonly string[] | undefined,
  found: readonly string[],
  failures: string[],
): void {
  if (expected === undefined || expected.toSorted().join() === found.toSorted().join()) return;
  failures.push(`${what} ${found.join(', ') || 'nothing'}, expected ${expected.join(', ') || 'nothing'}`);
}

const hasWaiver = (outcome: Outcome): boolean =>
  outcome.truth === 'false' && (outcome.node?.waiver !== undefined || outcome.children.some(hasWaiver));

/** A node with this id whose truth is that of the whole. */
function decides(outcome: Outcome, id: string): boolean {
  const same = (node: Outcome): boolean =>
    (node.node?.id === id && node.truth === outcome.truth) || node.children.some(same);
  return same(outcome);
}
