export { CHALLENGE_MS } from './challenges.ts';
export { type NewPasskeyAsked, openPasskeys, type Passkeys } from './open-passkeys.ts';
