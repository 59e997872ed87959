export { type AssessmentRequest, assessDossier } from './assess-dossier.ts';
export { choosePacks } from './choose-packs.ts';
export { type ChosenWay, chooseWay, type PointChoice, type WayChoice } from './choose-way.ts';
export { describeRule, type RuleDescribed } from './describe-rule.ts';
export type { QuestionProblem, RecognisingCode } from './errors.ts';
export { type LawFile, packLawFile, unpackLawFile } from './law-file.ts';
export { type Library, makeLibrary, openLibrary } from './library.ts';
export {
  findTarget,
  openPlans,
  type PlanRequest,
  planEverywhere,
  planRoute,
  type Reaches,
} from './plan-route.ts';
export { keepPreparedLaws, type LawOfDays } from './prepared-laws.ts';
export { type Question, type QuestionContext, readQuestion } from './read-question.ts';
export { readWishes } from './read-wishes.ts';
export { packRegistryFile, type RegistryFile, unpackRegistryFile } from './registry-file.ts';
export { writeAssessment } from './write-assessment.ts';
export { type PlanQuestion, writePlan } from './write-plan.ts';
