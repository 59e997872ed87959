/** A case of a pack: a piece of a dossier, a rule, and what it must answer. */
import { type Day } from '../../kernel/index.ts';
import type { Dossier } from '../facts/dossier.ts';
import { buildFacts, type SchoolLookup } from '../facts/build-facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Pack, Step } from '../language/pack.ts';
import type { RuleCase } from '../language/suite.ts';
import type { Vocabulary } from '../language/vocabulary.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { evaluateRule } from '../reference/evaluate-rule.ts';
import type { Outcome } from '../reference/outcome.ts';
import type { RegistryView } from '../reference/scope.ts';

export type Bench = {
  readonly packs: readonly Pack[];
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly schools: SchoolLookup;
  readonly registry: RegistryView;
};

/** Cases may write the degree as `pmq: {…}`. */
function dossierOf(given: RuleCase['given']): Dossier {
  const { pmq, ...rest } = given;
  return pmq === undefined ? rest : ({ ...rest, qualifications: [{ id: 'degree', ...pmq }] } as Dossier);
}

export function evaluateCase(bench: Bench, pack: Pack, { rule, given, on, knownOn }: RuleCase): Outcome {
  const lawDay: Day = literalDay(on ?? pack.version.replaceAll('.', '-'));
  const law = resolveLaw(bench.packs, bench.vocabulary, bench.commonSteps, { on: lawDay, knownOn: knownOn === undefined ? literalDay('9999-12-31') : literalDay(knownOn) });
  const dossier = dossierOf(given);
  const facts = buildFacts({ dossier, basis: (dossier.qualifications?.length ?? 0) - 1, vocabulary: bench.vocabulary, schools: bench.schools, zone: pack.zone, on: lawDay });
  const listKeys = new Map([...bench.vocabulary.sections.values()].flatMap((section) => (section.key === undefined ? [] : [[section.section, section.key] as const])));
  return evaluateRule(rule, { law, facts, registry: bench.registry, listKeys, rulesDone: new Map(), rulePath: [], stepPath: [] });
}

const VERDICTS = { true: 'met', false: 'notMet', unknown: 'unknown', notApplicable: 'notApplicable' } as const;
const REMEDIES = { final: 'final', unknown: 'undetermined', curable: 'curable', met: 'curable' } as const;

/** What is wrong with the outcome, in words; nothing when the case holds. */
export function checkCase(outcome: Outcome, { expect }: RuleCase): readonly string[] {
  const verdict = VERDICTS[outcome.truth];
  const failures: string[] = [];
  if (verdict !== expect.verdict) failures.push(`verdict is ${verdict}, expected ${expect.verdict}`);
  if (expect.remedy !== undefined && REMEDIES[outcome.standing] !== expect.remedy) failures.push(`remedy is ${REMEDIES[outcome.standing]}, expected ${expect.remedy}`);
  if (expect.ask !== undefined && expect.ask.toSorted().join() !== outcome.missing.join()) failures.push(`asks ${outcome.missing.join(', ') || 'nothing'}, expected ${expect.ask.join(', ') || 'nothing'}`);
  if (expect.independentOf !== undefined && expect.independentOf.toSorted().join() !== outcome.independentOf.join()) failures.push(`independent of ${outcome.independentOf.join(', ') || 'nothing'}, expected ${expect.independentOf.join(', ')}`);
  for (const id of expect.because ?? []) if (!decides(outcome, id)) failures.push(`${id} did not decide`);
  return failures;
}

/** A node with this id whose truth is that of the whole. */
function decides(outcome: Outcome, id: string): boolean {
  const same = (node: Outcome): boolean => (node.node?.id === id && node.truth === outcome.truth) || node.children.some(same);
  return same(outcome);
}
