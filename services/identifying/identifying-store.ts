import type { Instant, Uuid } from '../authorising/index.ts';
import type { NewPasskey, PasskeyKey } from './passkey-port.ts';

export type SessionMethod = 'passkey' | 'identity' | 'sign-in-link' | 'recovery-code' | 'console-link';

export type SessionBegun = {
  readonly sessionId: Uuid;
  readonly personId: Uuid;
  readonly tokenHash: string;
  /** What was signed for it; in one tenant the same is never taken twice. */
  readonly challengeHash: string | undefined;
  readonly method: SessionMethod;
  readonly isShared: boolean;
  readonly device: string;
  readonly begunAt: Instant;
  readonly expiresAt: Instant;
  /** When a passkey proved who this is; a session that began otherwise has none. */
  readonly provedAt: Instant | undefined;
};

export type SessionFound = Omit<SessionBegun, 'tokenHash' | 'challengeHash'> & {
  readonly seenAt: Instant;
  readonly revokedAt: Instant | undefined;
};

export type PasskeyFound = PasskeyKey & {
  readonly passkeyId: Uuid;
  readonly personId: Uuid;
  readonly label: string;
  readonly isBackedUp: boolean;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | undefined;
};

/** Passkeys and sessions. All of them lie in the person's own tenant. */
export type IdentifyingStore = {
  addPasskey(
    passkey: NewPasskey & { passkeyId: Uuid; personId: Uuid; label: string; at: Instant },
  ): Promise<void>;
  /** Those with this credential id that the request may see. */
  findPasskeys(credentialId: string): Promise<readonly PasskeyFound[]>;
  listPasskeys(personId: Uuid): Promise<readonly PasskeyFound[]>;
  usePasskey(
    personId: Uuid,
    used: { passkeyId: Uuid; signCount: number; isBackedUp: boolean; at: Instant },
  ): Promise<number>;
  removePasskey(personId: Uuid, passkeyId: Uuid): Promise<number>;
  addSession(session: SessionBegun): Promise<void>;
  /** The session with this token: finding out who asks is no reading of somebody's data. */
  findSession(tokenHash: string): Promise<SessionFound | undefined>;
  listSessions(personId: Uuid): Promise<readonly SessionFound[]>;
  seeSession(personId: Uuid, sessionId: Uuid, at: Instant): Promise<void>;
  proveSession(personId: Uuid, sessionId: Uuid, at: Instant): Promise<number>;
  revokeSession(personId: Uuid, sessionId: Uuid, at: Instant): Promise<number>;
};
