export type { HttpCode, HttpProblem } from './errors.ts';
export { ASSESSMENT_PARTS, AssessmentSchema } from './schemas/assessment.ts';
export { type DocumentQuestionBody, DocumentQuestionSchema } from './schemas/document.ts';
export {
  ANYWHERE_PARTS,
  AnywhereSchema,
  FRONT_PARTS,
  FrontSchema,
  ReverseReachSchema,
  WhatIfSchema,
} from './schemas/front.ts';
export { AliveSchema, ReadySchema } from './schemas/health.ts';
export {
  DaysQuery,
  LAW_SCHEMAS,
  LawSchema,
  PackParams,
  PackSchema,
  PackSummarySchema,
  RuleDescribedSchema,
  RuleParams,
  VocabularySchema,
} from './schemas/law.ts';
export { bundleSchema, type NamedSchema, refTo } from './schemas/named.ts';
export { PLAN_PARTS, PlanAnswerSchema, ReachesSchema } from './schemas/plan.ts';
export { PolicySchema } from './schemas/policy.ts';
export { ProblemSchema } from './schemas/problem.ts';
export {
  LeafParams,
  LOG_SCHEMAS,
  LogProofSchema,
  LogQuery,
  PublicLogSchema,
} from './schemas/public-log.ts';
export {
  type PlanQuestionBody,
  PlanQuestionSchema,
  type QuestionBody,
  QuestionSchema,
} from './schemas/question.ts';
export {
  AgencySchema,
  REGISTRY_SCHEMAS,
  SchoolFoundSchema,
  SchoolParams,
  SchoolQuery,
  SchoolSchema,
} from './schemas/registry.ts';
export { VerificationSchema } from './schemas/verification.ts';
export { PROBLEM_MEDIA_TYPE, type ProblemDocument, toProblemDocument } from './to-problem.ts';
