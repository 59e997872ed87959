import { sha256Hex } from '@testamur/engines/kernel';
import type { Instant, Platform, Uuid } from '../authorising/index.ts';
import type { SessionBegun } from './identifying-store.ts';
import { endOfSession } from './session-terms.ts';

/** Where a person signs in, and whether others use the same computer. */
export type Place = { readonly device: string; readonly isShared: boolean };

/** The secret goes into a cookie and is kept nowhere. */
export type SignedIn = {
  readonly personId: Uuid;
  readonly sessionId: Uuid;
  readonly secret: string;
  readonly expiresAt: Instant;
};

type Fresh = { readonly sessionId: Uuid; readonly secret: string };

/** What has to be random is drawn before the transaction, which may run twice. */
export const drawSession = (platform: Pick<Platform<unknown>, 'newId' | 'newSecret'>): Fresh => ({
  sessionId: platform.newId(),
  secret: platform.newSecret(),
});

const LONGEST_DEVICE = 120;
/** Whoever reads her mail, or owns her provider, could have signed in otherwise: that is no proof for what needs one. */
const PROVES: ReadonlySet<SessionBegun['method']> = new Set(['passkey', 'recovery-code']);

export function describeSession(
  fresh: Fresh,
  given: Pick<SessionBegun, 'personId' | 'method' | 'challengeHash'> & {
    readonly place: Place;
    readonly at: Instant;
  },
): { readonly session: SessionBegun; readonly signedIn: SignedIn } {
  const { personId, method, challengeHash, place, at } = given;
  const expiresAt = endOfSession(at, place.isShared);
  return {
    session: {
      sessionId: fresh.sessionId,
      personId,
      tokenHash: sha256Hex(fresh.secret),
      challengeHash,
      method,
      isShared: place.isShared,
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name may not hold
      device: place.device.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, LONGEST_DEVICE),
      begunAt: at,
      expiresAt,
      provedAt: PROVES.has(method) ? at : undefined,
    },
    signedIn: { personId, sessionId: fresh.sessionId, secret: fresh.secret, expiresAt },
  };
}
