export type { LayerCode, VerifyingCode, VerifyingProblem } from './errors.ts';
export {
  findIssuer,
  type IssuerEntry,
  type IssuerFound,
  type IssuerList,
  makeIssuerList,
} from './issuer-list.ts';
export { type ChainFinding, type ChainQuestion, judgeChain, type Link } from './judge-chain.ts';
export type { LayerFinding } from './layer.ts';
export { MOST_INPUT_BYTES, openInput } from './open-input.ts';
export { parseIssuerList } from './parse-issuer-list.ts';
export {
  type Recorded,
  type RecordSigner,
  type Replayed,
  type Replaying,
  replayRecord,
  signRecord,
  type VerificationRecord,
  verifyForTheRecord,
} from './record.ts';
export type { Acceptance, AcceptanceFinding, CredentialVerification, Verification } from './verification.ts';
export { type Verifying, type VerifyOptions, verify } from './verify.ts';
