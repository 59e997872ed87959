export { fromBase64url, toBase64url } from './bytes/base64url.ts';
export type { Digest, HashName } from './bytes/digest.ts';
export { canonicalQuads } from './contexts/canonical-quads.ts';
export type { ContextPin, ContextStore } from './contexts/context-store.ts';
export { makeContextStore } from './contexts/context-store.ts';
export {
  CREDENTIALS_V1,
  CREDENTIALS_V2,
  DATA_INTEGRITY_V2,
  OPEN_BADGES_CONTEXTS,
  PINNED_CONTEXTS,
} from './contexts/pinned-contexts.ts';
export type { CredentialsCode, CredentialsProblem } from './errors.ts';
export type { KeyAnswer, KeyUse, TimeEvidence } from './history/judge-key.ts';
export { judgeKey } from './history/judge-key.ts';
export type { KeyHistory, KeyLife } from './history/key-history.ts';
export { formatKeyHistory, parseKeyHistory } from './history/key-history.ts';
export type { HistoryTrust } from './history/verify-key-history.ts';
export { verifyKeyHistory } from './history/verify-key-history.ts';
export type { Signing } from './integrity/add-proof.ts';
export { addProof } from './integrity/add-proof.ts';
export type { Proof } from './integrity/proof.ts';
export type { Suite } from './integrity/suites.ts';
export type { ProofAnswer, ProvenProof } from './integrity/verify-proofs.ts';
export { verifyProofs } from './integrity/verify-proofs.ts';
export type { Jws, JwsSigning } from './jose/compact-jws.ts';
export { checkJws, makeJws, parseJws } from './jose/compact-jws.ts';
export type { ProvenToken, TokenKind, TokenSigning } from './jose/vc-jwt.ts';
export { makeToken, verifyToken } from './jose/vc-jwt.ts';
export { didWebUrl } from './keys/did-web.ts';
export type { FoundKey } from './keys/find-key.ts';
export { findKey } from './keys/find-key.ts';
export { formatJwk, parseJwk } from './keys/jwk.ts';
export type { KeyDocument, Purpose } from './keys/key-document.ts';
export { parseKeyDocument } from './keys/key-document.ts';
export { formatMultikey, parseMultikey } from './keys/multikey.ts';
export type { KeyKind, PublicKey, Sign, SignatureCheck, Verify } from './keys/public-key.ts';
export { checkBadge } from './model/check-badge.ts';
export { checkCredential, checkPresentation, validityOf } from './model/check-credential.ts';
export { formatInstant, parseInstant } from './model/instant.ts';
export type { Members } from './model/members.ts';
export type { HiddenPath } from './sd-jwt/hide-claims.ts';
export { hideClaims } from './sd-jwt/hide-claims.ts';
export type { Challenge, Opened, Presenting, SdJwt } from './sd-jwt/sd-jwt.ts';
export { checkBinding, openSdJwt, parseSdJwt, presentSdJwt } from './sd-jwt/sd-jwt.ts';
export type { IssuedSdJwt, ProvenSdJwtVc, SdJwtVcSigning } from './sd-jwt/sd-jwt-vc.ts';
export { issueSdJwtVc, SD_JWT_VC_DRAFT, verifySdJwtVc } from './sd-jwt/sd-jwt-vc.ts';
export { entryAt, MAX_BYTES, MIN_BITS, packBits, unpackBits, withEntry } from './status/bitstring.ts';
export type { StatusList } from './status/make-status-list.ts';
export { makeStatusList } from './status/make-status-list.ts';
export type { Finding, Outcome } from './verdict/finding.ts';
export type { JudgeOptions } from './verdict/judge-credential.ts';
export { judgeCredential } from './verdict/judge-credential.ts';
export type { PresentationVerdict } from './verdict/judge-presentation.ts';
export { judgePresentation } from './verdict/judge-presentation.ts';
export type { CredentialForm, Layer, OnDay, Verdict } from './verdict/verdict.ts';
export { LAYERS } from './verdict/verdict.ts';
export type { Reached, ReachedKind, World } from './world.ts';
