export { addAccountKey } from './add-account-key.ts';
export { addPasskey, type PasskeyAdded } from './add-passkey.ts';
export { askForLink, LINK_MINUTES, LINKS_AN_HOUR } from './ask-for-link.ts';
export type { AssertionRead, AssertionShown, AssertionVerifier } from './assertion-port.ts';
export { type AccountBegun, beginAccount } from './begin-account.ts';
export { beginRecovery, WAITING_MS } from './begin-recovery.ts';
export type { Place, SignedIn } from './begin-session.ts';
export { beginWithProvider, type ProviderAsked, type ProviderPlatform } from './begin-with-provider.ts';
export { cancelRecovery } from './cancel-recovery.ts';
export { endProvider } from './end-provider.ts';
export type { IdentifyingCode, IdentifyingProblem } from './errors.ts';
export { findProvider } from './find-provider.ts';
export { finishRecovery } from './finish-recovery.ts';
export { grantToken, TOKEN_MS, type TokenAsked, type TokenGranted } from './grant-token.ts';
export type { IdentifyingPlatform, IdentifyingStores } from './identifying-act.ts';
export type {
  IdentifyingStore,
  PasskeyFound,
  SessionBegun,
  SessionFound,
  SessionMethod,
} from './identifying-store.ts';
export { linkIdentity } from './link-identity.ts';
export type { LinkFound, LinkKept, LinkStore } from './link-store.ts';
export { listAccountKeys } from './list-account-keys.ts';
export { type IdentityShown, listIdentities } from './list-identities.ts';
export { listPasskeys } from './list-passkeys.ts';
export { listProviders, type ProviderShown } from './list-providers.ts';
export { listSessions } from './list-sessions.ts';
export { makeRecoveryCodes } from './make-recovery-codes.ts';
export type {
  ChallengePurpose,
  NewPasskey,
  PasskeyAnswer,
  PasskeyKey,
  PasskeyProof,
  PasskeyVerifier,
} from './passkey-port.ts';
export type { AccountKey, AccountKeyFound, ProgramStore, TokenFound, TokenIssued } from './program-store.ts';
export { proveAgain } from './prove-again.ts';
export type { ProviderAnswer } from './prove-identity.ts';
export type { IdentityProved, Provider, ProviderFlow, ProviderVerifier } from './provider-port.ts';
export type { IdentityFound, ProviderKept, ProviderStore } from './provider-store.ts';
export { type PublicJwk, readPublicJwk } from './read-public-jwk.ts';
export type { CodeFound, Recovery, RecoveryStore } from './recovery-store.ts';
export { removePasskey } from './remove-passkey.ts';
export { type Resumed, resumeSession } from './resume-session.ts';
export { resumeToken } from './resume-token.ts';
export { retireAccountKey } from './retire-account-key.ts';
export { revokeSession } from './revoke-session.ts';
export { type ProviderWanted, setProvider } from './set-provider.ts';
export { showRecovery, type WayBack } from './show-recovery.ts';
export { signInWithCode } from './sign-in-with-code.ts';
export { signInWithIdentity } from './sign-in-with-identity.ts';
export { type LinkShown, signInWithLink } from './sign-in-with-link.ts';
export { type PasskeyShown, signInWithPasskey } from './sign-in-with-passkey.ts';
export { unlinkIdentity } from './unlink-identity.ts';
