import { ok } from '@testamur/engines/kernel';
import type { SignedIn } from '@testamur/services/identifying';
import type { FastifyReply } from 'fastify';
import { setSessionCookie } from '../../acting/session-cookie.ts';

type Kept = { readonly origin: string; readonly isShared: boolean; readonly signedIn: SignedIn };

/** The token goes into the cookie, and nowhere else. */
export function keepSession(reply: FastifyReply, { origin, isShared, signedIn }: Kept) {
  const { secret, expiresAt, personId } = signedIn;
  setSessionCookie(reply, { origin, secret, until: isShared ? undefined : expiresAt });
  return ok({ personId });
}
