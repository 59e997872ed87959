export { composePlan, type PlanDocumentInput, type PrintedWay } from './compose-plan.ts';
export type { PlanDocument } from './document.ts';
export type { SourcePack } from './list-sources.ts';
export { retellLaw, type Tongue } from './retell-law.ts';
export { openTypesetter, type Typesetter } from './typeset.ts';
export { documentLanguages } from './words/say.ts';
