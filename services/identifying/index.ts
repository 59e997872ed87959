export { addPasskey, type PasskeyAdded } from './add-passkey.ts';
export { type AccountBegun, beginAccount } from './begin-account.ts';
export type { Place, SignedIn } from './begin-session.ts';
export type { IdentifyingCode, IdentifyingProblem } from './errors.ts';
export type { IdentifyingPlatform, IdentifyingStores } from './identifying-act.ts';
export type {
  IdentifyingStore,
  PasskeyFound,
  SessionBegun,
  SessionFound,
  SessionMethod,
} from './identifying-store.ts';
export { listPasskeys } from './list-passkeys.ts';
export { listSessions } from './list-sessions.ts';
export type {
  ChallengePurpose,
  NewPasskey,
  PasskeyAnswer,
  PasskeyKey,
  PasskeyProof,
  PasskeyVerifier,
} from './passkey-port.ts';
export { proveAgain } from './prove-again.ts';
export { removePasskey } from './remove-passkey.ts';
export { type Resumed, resumeSession } from './resume-session.ts';
export { revokeSession } from './revoke-session.ts';
export { type PasskeyShown, signInWithPasskey } from './sign-in-with-passkey.ts';
