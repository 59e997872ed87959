/** The door of the recognition room: rules, verdicts, explanations. */

export { type Affected, type AffectedRun, openAffected } from './affected/affected.ts';
export { type ChangedLaw, changeEverything } from './affected/change-everything.ts';
export { explainAffected } from './affected/explain-affected.ts';
export { judgeOneByOne } from './affected/one-by-one.ts';
export { type PeopleTable, peopleOfCsv, type TableProblem } from './affected/people-of-csv.ts';
export type {
  AffectedReport,
  AffectedSample,
  RouteReport,
  Standing as AffectedStanding,
} from './affected/report.ts';
export { type AssessInput, assess, assessPerson, type PersonInput } from './assess/assess.ts';
export {
  type EvaluateRule,
  type Evaluator,
  type LawBook,
  type LawInput,
  type PreparedLaw,
  prepareLaw,
} from './assess/prepare-law.ts';
export type * from './assessment.ts';
export { type Batch, compileBatch } from './batch/compile-batch.ts';
export type { Person, Population } from './batch/lay-out.ts';
export { countBits, type Planes, truthIn } from './batch/planes.ts';
export type { BatchRun } from './batch/run-batch.ts';
export { type Bench, type BenchInput, makeBench } from './cases/bench.ts';
export { dossierOf, runCase } from './cases/run-case.ts';
export { runStory, type StoryRun } from './cases/run-story.ts';
export type { Answer } from './compiled/answer.ts';
export { type CompiledLaw, compileLaw } from './compiled/compile-law.ts';
export { compiledEvaluator } from './compiled/compiled-evaluator.ts';
export { explanationOfAnswer } from './compiled/read-answer.ts';
export { makeWriteAnswer, type WriteAnswer } from './compiled/write-answer.ts';
export type { Aspect, Change, ChangedThing } from './diff/change.ts';
export { diffGroups, diffPacks } from './diff/diff-packs.ts';
export {
  findWitnesses,
  type SemanticDiff,
  type Verdict,
  type Witness,
  type WitnessSearch,
} from './diff/find-witnesses.ts';
export { type DifferentialReport, runDifferential } from './differential/run-differential.ts';
export type { LeafChange, WhyNot } from './explanation/explain-why-not.ts';
export { type Inquiry, type InquiryTarget, inquire } from './explanation/inquire.ts';
export type { Obstacle, Residual } from './explanation/residual.ts';
export { type Retelling, retellIn } from './explanation/retell.ts';
export { type Speech, tellIn, wordsIn } from './explanation/tell-in.ts';
export { type ExportInput, exportInput } from './export/export-input.ts';
export { type Loss, tellLosses } from './export/losses.ts';
export { CTDL_SAYS, type CtdlDocument, toCtdl } from './export/to-ctdl.ts';
export { FHIR_SAYS, type PlanDefinition, toPlanDefinition } from './export/to-plan-definition.ts';
export { ADDED, applyEffects, type EffectsInput } from './facts/apply-effects.ts';
export { buildFacts, type FactsInput, type SchoolLookup } from './facts/build-facts.ts';
export type * from './facts/dossier.ts';
export type { DossierContext } from './facts/dossier-desk.ts';
export { dossierSchema, type JsonSchema } from './facts/dossier-schema.ts';
export { validateDossier } from './facts/validate-dossier.ts';
export { checkSources, type SourceReport } from './freshness/check-sources.ts';
export { citationsOf, type PlacedCitation } from './freshness/citations-of.ts';
export {
  type PolicyReview,
  type Review,
  type StaleReport,
  staleReport,
  VACANT,
} from './freshness/stale-report.ts';
export type * from './governance/maintainers.ts';
export { type Approval, holdersOn, mayApprove } from './governance/may-approve.ts';
export { parseMaintainers } from './governance/parse-maintainers.ts';
export {
  type HistoryInput,
  historyOf,
  type KnowledgeChange,
  type LawChange,
  type PackHistory,
} from './history/history.ts';
export { describeInheritance, type InheritanceView } from './inheritance/describe-inheritance.ts';
export type * from './language/facts.ts';
export type * from './language/nodes.ts';
export type { Origin, RawFile } from './language/origin.ts';
export type * from './language/pack.ts';
export { type Agreement, parseAgreement } from './language/parse-agreement.ts';
export { type ParsedPack, parsePack } from './language/parse-pack.ts';
export { missingLabels, parseTranslation, type Translation } from './language/parse-translation.ts';
export { type ParsedVocabulary, parseVocabulary } from './language/parse-vocabulary.ts';
export type * from './language/step-time.ts';
export type * from './language/suite.ts';
export { type Tongue, translateSteps, translateVocabulary } from './language/translate-vocabulary.ts';
export type * from './language/verdict.ts';
export type * from './language/vocabulary.ts';
export { type Labels, labelsOf } from './language/vocabulary-labels.ts';
export { isLogical, partsOf, walkNodes } from './language/walk-nodes.ts';
export { lintPolicies } from './lint/check-policies.ts';
export { readLines } from './lint/check-traceability.ts';
export type { Finding, LintCode, Severity } from './lint/finding.ts';
export { type LintInput, lintPack, lintVocabulary } from './lint/lint-packs.ts';
export { type MutationOptions, type MutationReport, mutatePack } from './mutation/mutate-pack.ts';
export { describeNode, describeStructure, englishWords, operatorOf } from './operators/index.ts';
export { codeLabel, periodLabel, type Words } from './operators/words.ts';
export { EN as ENGLISH_PHRASES, type Phrasebook, type PhraseKey } from './phrases/en.ts';
export { type Grammar, makeSay, type Say } from './phrases/say.ts';
export { type ParsedPolicy, parsePolicy } from './policies/parse-policy.ts';
export { type PolicyAnswer, policiesFor } from './policies/policies-for.ts';
export {
  countriesNamed,
  editionOf,
  type Policy,
  type PolicyReach,
  WHO_REGIONS,
  type WhoRegion,
} from './policies/policy.ts';
export {
  isRouteInForce,
  type Query,
  type ResolvedLaw,
  type ResolvedRule,
  resolveLaw,
  resolveRule,
} from './query/resolve-query.ts';
export { evaluateNode } from './reference/evaluate-node.ts';
export { evaluateRule } from './reference/evaluate-rule.ts';
export type { Outcome } from './reference/outcome.ts';
export { referenceEvaluator } from './reference/reference-evaluator.ts';
export type { RegistryAnswer, RegistryView, Scope } from './reference/scope.ts';
export * from './registry/index.ts';
export { isOneOf, type PackSchema, packSchemas } from './schema/pack-schemas.ts';
export type { PackCode, PackProblem } from './schema/problem.ts';
