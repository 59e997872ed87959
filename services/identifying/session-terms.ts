import type { Instant } from '../authorising/index.ts';

type Terms = { readonly idleMs: number; readonly longestMs: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** One's own computer is signed in again with one touch; a shared one may be left standing open. */
const OWN: Terms = { idleMs: 12 * HOUR, longestMs: 7 * 24 * HOUR };
const SHARED: Terms = { idleMs: 15 * MINUTE, longestMs: 2 * HOUR };

/** That a session is in use is written down so often, not with every request. */
const SEEN_MS = 2 * MINUTE;

const termsOf = (isShared: boolean): Terms => (isShared ? SHARED : OWN);
const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

export type SessionTimes = {
  readonly isShared: boolean;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | undefined;
};

/** The absolute end of a session that begins now. */
export const endOfSession = (at: Instant, isShared: boolean): Instant =>
  later(at, termsOf(isShared).longestMs);

/** @example isOpen({ isShared: true, seenAt: at, expiresAt: end, revokedAt: undefined }, sixteenMinutesLater) // false */
export function isOpen(session: SessionTimes, at: Instant): boolean {
  if (session.revokedAt !== undefined || at >= session.expiresAt) return false;
  return at < later(session.seenAt, termsOf(session.isShared).idleMs);
}

export const isSeenLongAgo = (seenAt: Instant, at: Instant): boolean => at >= later(seenAt, SEEN_MS);
