export { claimParent } from './claim-parent.ts';
export { confirmChild } from './confirm-child.ts';
export type { InstitutionsCode, InstitutionsProblem } from './errors.ts';
export { findOrganisations, type OrganisationsWanted } from './find-organisations.ts';
export { type FirstLink, foundPlatform, type PlatformFounded } from './found-platform.ts';
export type { InstitutionPlatform, InstitutionStores } from './institution-act.ts';
export {
  type InstitutionStore,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationFound,
  type OrganisationKind,
  type ParentLink,
  VERIFICATION_METHODS,
  type Verification,
  type VerificationFound,
  type VerificationMethod,
} from './institution-store.ts';
export { type AgencyListed, listAgencies } from './list-agencies.ts';
export { type DecisionListed, listDecisions } from './list-decisions.ts';
export { type OrganisationRegistered, registerOrganisation } from './register-organisation.ts';
export { openSchoolSearch, type SchoolFound, type SchoolSearch } from './search-schools.ts';
export { type OrganisationShown, showOrganisation } from './show-organisation.ts';
export type { SpanShown } from './show-span.ts';
export { type VerificationGiven, verifyOrganisation } from './verify-organisation.ts';
export { withdrawVerification } from './withdraw-verification.ts';
