/** The door of the recognition room: rules, verdicts, explanations. */
export type * from './assessment.ts';
export type * from './language/facts.ts';
export type * from './language/nodes.ts';
export type * from './language/pack.ts';
export type * from './language/verdict.ts';
export type * from './language/vocabulary.ts';
export { type Query, type ResolvedLaw, type ResolvedRule, resolveLaw, resolveRule } from './query/resolve-query.ts';
export { evaluateNode } from './reference/evaluate-node.ts';
export { evaluateRule } from './reference/evaluate-rule.ts';
export type { Outcome } from './reference/outcome.ts';
export type { RegistryAnswer, RegistryView, Scope } from './reference/scope.ts';
export { type Bench, checkCase, evaluateCase, type RuleCase } from './cases/run-case.ts';
export { buildFacts, type FactsInput, type SchoolLookup } from './facts/build-facts.ts';
export type * from './facts/dossier.ts';
export { type AssessInput, assess, type Evaluator, type LawBook } from './assess/assess.ts';
export type { EvaluateRule } from './assess/judge-route.ts';
export { referenceEvaluator } from './reference/reference-evaluator.ts';
