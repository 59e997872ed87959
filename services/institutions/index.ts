export { type AgencyListed, listAgencies } from './list-agencies.ts';
export { type DecisionListed, listDecisions } from './list-decisions.ts';
export { openSchoolSearch, type SchoolFound, type SchoolSearch } from './search-schools.ts';
export type { SpanShown } from './show-span.ts';
