export { type AssessmentRequest, assessDossier } from './assess-dossier.ts';
export type { QuestionProblem, RecognisingCode } from './errors.ts';
export { type LawFile, packLawFile, unpackLawFile } from './law-file.ts';
export { type Library, openLibrary } from './library.ts';
export { type Question, readQuestion } from './read-question.ts';
export { packRegistryFile, type RegistryFile, unpackRegistryFile } from './registry-file.ts';
