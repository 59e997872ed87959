import type { KernelCode, Problem } from '@testamur/engines/kernel';

/** Every way this room can refuse. What is wrong with the JSON itself is said with the kernel's codes. */
export type CredentialsCode =
  // Forms
  | 'CREDENTIALS_FORM_UNKNOWN' // neither a JSON object, nor a JWT, nor an SD-JWT
  | 'CREDENTIALS_TOO_LARGE' // longer than anything that is read
  | 'CREDENTIALS_BASE_FORMAT' // not base58btc or base64url as it must be written
  | 'CREDENTIALS_INSTANT_FORMAT' // not a date, a time and an offset
  // The data model
  | 'CREDENTIALS_CONTEXT_FIRST' // the first context is not that of a version known here
  | 'CREDENTIALS_TYPE_MISSING' // no type, or not the type that this place needs
  | 'CREDENTIALS_ID_FORMAT' // an id that is not a URL
  | 'CREDENTIALS_ISSUER_FORMAT' // no issuer, or one without a URL
  | 'CREDENTIALS_SUBJECT_FORMAT' // no subject, or an empty one
  | 'CREDENTIALS_DATE_FORMAT' // a date that cannot be read
  | 'CREDENTIALS_DATE_ORDER' // valid until before it is valid from
  | 'CREDENTIALS_STATUS_FORMAT' // a status entry without its parts
  | 'CREDENTIALS_SCHEMA_FORMAT' // a schema entry without its parts
  | 'CREDENTIALS_PART_FORMAT' // evidence, terms of use, refresh service, name, description: without what they need
  | 'CREDENTIALS_RELATED_FORMAT' // a related resource without id or digest, or named twice
  | 'CREDENTIALS_PRESENTATION_FORMAT' // no presentation, or one that holds no credentials where they belong
  | 'CREDENTIALS_BADGE_FORMAT' // not as Open Badges 3.0 or CLR 2.0 want it
  // Meaning: only what is signed may be read
  | 'CREDENTIALS_CONTEXT_UNKNOWN' // a context that is not in the store
  | 'CREDENTIALS_CONTEXT_INLINE' // a context written into the document
  | 'CREDENTIALS_CONTEXT_ALTERED' // a context whose content is not the pinned one
  | 'CREDENTIALS_TERM_UNDEFINED' // a name or a type that no context defines: a signature would not cover it
  | 'CREDENTIALS_TERM_DISGUISED' // a keyword or an address where a plain term belongs
  | 'CREDENTIALS_VALUE_UNSIGNED' // nothing, an empty list, the same twice: a signature would not cover it
  | 'CREDENTIALS_GRAPH_TOO_GREAT' // more statements, or more alike, than are compared
  // Proofs
  | 'CREDENTIALS_PROOF_MISSING' // nobody signed
  | 'CREDENTIALS_PROOF_FORMAT' // a proof without its parts
  | 'CREDENTIALS_SUITE_UNKNOWN' // a kind of proof that is not known here
  | 'CREDENTIALS_PROOF_PURPOSE' // a proof made for something else
  | 'CREDENTIALS_PROOF_CONTEXT' // the contexts of proof and document differ
  | 'CREDENTIALS_PROOF_CHAIN' // a proof builds on one that is not there, or on itself
  | 'CREDENTIALS_PROOF_EXPIRED' // the proof says it has ended
  | 'CREDENTIALS_PROOF_IN_FUTURE' // the proof says it was made later than now
  | 'CREDENTIALS_SIGNATURE_WRONG' // the signature is not by this key over these bytes
  // Keys
  | 'CREDENTIALS_KEY_FORMAT' // not a public key
  | 'CREDENTIALS_KEY_KIND' // a key of another kind than the proof needs
  | 'CREDENTIALS_KEY_NAME' // a name of a key that leads nowhere
  | 'CREDENTIALS_KEY_NOT_FOUND' // its document does not hold it
  | 'CREDENTIALS_KEY_NOT_FOR_THIS' // its document does not allow it for this purpose
  | 'CREDENTIALS_KEY_CONTROLLER' // the key says it belongs to somebody else
  | 'CREDENTIALS_KEY_ENDED' // its document says it has expired or was revoked before
  | 'CREDENTIALS_KEY_UNREACHABLE' // its document could not be had
  | 'CREDENTIALS_DID_METHOD' // a kind of DID that is not known here
  | 'CREDENTIALS_DOCUMENT_FORMAT' // not a key document, or not the one asked for
  | 'CREDENTIALS_HISTORY_FORMAT' // not a key history
  | 'CREDENTIALS_HISTORY_UNSIGNED' // not signed by a key that may
  | 'CREDENTIALS_KEY_NOT_IN_HISTORY'
  | 'CREDENTIALS_KEY_NOT_YET' // used before it was made
  | 'CREDENTIALS_KEY_RETIRED' // used after it was replaced or retired
  | 'CREDENTIALS_KEY_COMPROMISED' // others may have had it, and nothing independent shows an earlier time
  | 'CREDENTIALS_KEY_TIME_UNKNOWN' // nothing says when it was used
  // Who, when, whether still
  | 'CREDENTIALS_ISSUER_DIFFERS' // signed by somebody else than the issuer it names
  | 'CREDENTIALS_NOT_YET_VALID'
  | 'CREDENTIALS_EXPIRED'
  | 'CREDENTIALS_REVOKED'
  | 'CREDENTIALS_SUSPENDED'
  | 'CREDENTIALS_STATUS_KIND' // a kind of status that is not known here
  | 'CREDENTIALS_STATUS_UNREACHABLE' // the list could not be had
  | 'CREDENTIALS_STATUS_LIST' // the list is no list, or its own verdict is not good
  | 'CREDENTIALS_STATUS_TOO_LARGE' // it unpacks to more than is read
  | 'CREDENTIALS_STATUS_ISSUER' // the list of another issuer
  | 'CREDENTIALS_STATUS_STALE' // the list is older than it may be
  | 'CREDENTIALS_STATUS_PURPOSE' // a list for something else
  | 'CREDENTIALS_STATUS_INDEX' // a place that the list does not have
  | 'CREDENTIALS_STATUS_MESSAGE' // the list says something that the entry does not explain
  | 'CREDENTIALS_SCHEMA_UNREACHABLE'
  | 'CREDENTIALS_SCHEMA_KIND' // a kind of schema that is not known here
  | 'CREDENTIALS_SCHEMA_DIFFERS' // the credential is not as its schema wants it
  | 'CREDENTIALS_RELATED_UNREACHABLE'
  | 'CREDENTIALS_DIGEST_DIFFERS' // a resource is not the one that was signed
  // Holders
  | 'CREDENTIALS_HOLDER_DIFFERS' // presented by somebody else than it was given to, or than it says
  | 'CREDENTIALS_BINDING_MISSING' // bound to a key, and shown without it
  | 'CREDENTIALS_AUDIENCE' // made for another verifier
  | 'CREDENTIALS_NONCE' // made for another question
  | 'CREDENTIALS_STALE' // made too long ago, or later than now
  // JOSE and SD-JWT
  | 'CREDENTIALS_JWT_FORMAT'
  | 'CREDENTIALS_JWT_ALGORITHM'
  | 'CREDENTIALS_JWT_HEADER' // a header that would bring its own key, or that must be understood and is not
  | 'CREDENTIALS_JWT_TYPE' // a token of another kind
  | 'CREDENTIALS_JWT_CLAIM' // a claim that contradicts the credential, or does not belong
  | 'CREDENTIALS_SD_JWT_FORMAT'
  | 'CREDENTIALS_DISCLOSURE'; // a disclosure that nothing refers to, or that hides what must be seen

export type CredentialsProblem = Problem<CredentialsCode | KernelCode>;

export const refuse = (
  code: CredentialsCode,
  message: string,
  more: { readonly at?: string; readonly hint?: string } = {},
): CredentialsProblem => ({ code, message, ...more });

/** What is not established, as against what is wrong: it never becomes yes, and it is not no. */
const UNKNOWNS: ReadonlySet<string> = new Set<CredentialsCode>([
  'CREDENTIALS_KEY_UNREACHABLE',
  'CREDENTIALS_DID_METHOD',
  'CREDENTIALS_SUITE_UNKNOWN',
  'CREDENTIALS_CONTEXT_UNKNOWN',
  'CREDENTIALS_STATUS_UNREACHABLE',
  'CREDENTIALS_STATUS_KIND',
  'CREDENTIALS_STATUS_STALE',
  'CREDENTIALS_STATUS_TOO_LARGE',
  'CREDENTIALS_STATUS_LIST',
  'CREDENTIALS_STATUS_ISSUER',
  'CREDENTIALS_STATUS_PURPOSE',
  'CREDENTIALS_STATUS_INDEX',
  'CREDENTIALS_SCHEMA_UNREACHABLE',
  'CREDENTIALS_SCHEMA_KIND',
  'CREDENTIALS_RELATED_UNREACHABLE',
  'CREDENTIALS_KEY_NOT_IN_HISTORY',
  'CREDENTIALS_KEY_TIME_UNKNOWN',
]);

export const isUnknown = ({ code }: CredentialsProblem): boolean => UNKNOWNS.has(code);
