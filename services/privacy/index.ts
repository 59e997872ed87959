export {
  CONSENT_PURPOSES,
  type ConsentReceipt,
  noticeHashOf,
  noticeOf,
  writeReceipts,
} from './consent-receipt.ts';
export { decideRequest } from './decide-request.ts';
export { describePersonalData } from './describe-personal-data.ts';
export { erasePerson } from './erase-person.ts';
export { eraseSelf } from './erase-self.ts';
export { type ErasureReceipt, KEY_COPY_DAYS, settleErasure } from './erasure-receipt.ts';
export type { PrivacyCode, PrivacyProblem } from './errors.ts';
export { exportOwnData } from './export-own-data.ts';
export { exportPerson } from './export-person.ts';
export { giveConsent } from './give-consent.ts';
export { liftRestriction } from './lift-restriction.ts';
export { listConsents } from './list-consents.ts';
export { listOwnRequests, type RequestShown } from './list-own-requests.ts';
export { listPurposes, type PurposeShown } from './list-purposes.ts';
export { listRequests } from './list-requests.ts';
export { type PersonKey, PersonKeyDestroyed, type PersonKeys } from './person-keys.ts';
export {
  type ColumnKind,
  columnsOf,
  isPersonal,
  type Sealed,
  type TableEntry,
} from './personal-data/entry.ts';
export {
  BASES,
  type Basis,
  PURPOSES,
  type Purpose,
  RECIPIENTS,
  RETENTIONS,
  type Recipient,
  type Retention,
} from './personal-data/purposes.ts';
export { PERSONAL_DATA } from './personal-data/tables.ts';
export type { KeyedPlatform, PrivacyPlatform, PrivacyStores } from './privacy-act.ts';
export {
  type ConsentEvent,
  type Erased,
  type Erasure,
  type PrivacyDecision,
  type PrivacyRequest,
  type PrivacyStore,
  REQUEST_KINDS,
  type RefusalReview,
  type RequestFound,
  type RequestKind,
  type TableExport,
} from './privacy-store.ts';
export type { ConsentGiven } from './record-consent.ts';
export { type RequestState, stateOf } from './request-state.ts';
export { restrictProcessing } from './restrict-processing.ts';
export { reviewRefusal } from './review-refusal.ts';
export { sendRequest } from './send-request.ts';
export { type RestrictionShown, showRestriction } from './show-restriction.ts';
export { withdrawConsent } from './withdraw-consent.ts';
export type { PersonalExport } from './write-export.ts';
