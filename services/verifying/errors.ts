import type { CredentialsProblem } from '@testamur/engines/credentials';
import type { Problem } from '@testamur/engines/kernel';

/** Every way in which recognition and acceptance can end other than well, and every input that holds no credential. */
export type VerifyingCode =
  // What was handed in
  | 'VERIFYING_EMPTY'
  | 'VERIFYING_TOO_LARGE' // more bytes than a credential with its picture has
  | 'VERIFYING_IMAGE_WITHOUT_CREDENTIAL' // a PNG or SVG that holds none, or several
  | 'VERIFYING_KIND' // a file of a kind that is not read: a PDF, a photograph
  // Who issued it
  | 'VERIFYING_NOT_AUTHENTIC' // nothing is asked of an issuer who is not known to have signed
  | 'VERIFYING_ISSUER_NOT_LISTED' // nobody has established whose identifier this is
  | 'VERIFYING_ISSUER_NOT_THEN' // it was that school's, on other days
  | 'VERIFYING_SCHOOL_UNKNOWN' // listed for a school or a site that the registry does not have
  | 'VERIFYING_AWARD_DAY_UNKNOWN'
  // Who recognised the school
  | 'VERIFYING_ACCREDITATION_UNKNOWN' // no decision is known
  | 'VERIFYING_ACCREDITATION_LAPSED' // the last decision known had ended by that day
  | 'VERIFYING_ACCREDITATION_LATER' // decisions are known only from a later day on
  | 'VERIFYING_ACCREDITATION_UNCERTAIN' // the day falls where it may or may not have been in force
  | 'VERIFYING_ACCREDITATION_REFUSED' // refused or withdrawn by an agency whose word counts
  | 'VERIFYING_OTHER_SITE' // decisions are known about another site of the school only
  | 'VERIFYING_EVIDENCE_WEAK' // known from third parties only
  | 'VERIFYING_AGENCY_NOT_RECOGNISED' // something says that the agency was not recognised on that day
  | 'VERIFYING_AGENCY_LAPSED' // its last term known had ended, and no renewal was seen
  | 'VERIFYING_AGENCY_UNKNOWN' // nothing is known of its recognition on that day, or for that country
  | 'VERIFYING_RECOGNISER_UNRECOGNISED' // the chain ends with somebody whom nobody asked trusts
  | 'VERIFYING_CHAIN_LOOP' // they recognise each other
  | 'VERIFYING_CHAIN_TOO_LONG'
  // Where it is accepted
  | 'VERIFYING_NO_DEGREE' // it does not say that it is a first degree in medicine
  | 'VERIFYING_QUESTION' // the days or jurisdictions asked for are wrong
  // Records
  | 'VERIFYING_RECORD_FORMAT'
  | 'VERIFYING_RECORD_SIGNATURE' // the record is not as its signer left it
  | 'VERIFYING_RECORD_DIFFERS'; // what is computed from the record is not what it says

export type VerifyingProblem = Problem<VerifyingCode>;
export type LayerCode = VerifyingCode | CredentialsProblem['code'];

export const refuse = (code: VerifyingCode, message: string, hint?: string): VerifyingProblem => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
});
