import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSecretCookie, setSecretCookie } from './session-cookie.ts';

const NAME = 'testamur-provider';
/** To sign in elsewhere takes no longer. */
export const PROVIDER_MINUTES = 10;

/** What the browser keeps while it is at the provider: no other finishes what this one began. */
export const setProviderCookie = (
  reply: FastifyReply,
  given: { readonly origin: string; readonly secret: string; readonly until: string },
): void => setSecretCookie(reply, NAME, given);

export const readProviderCookie = (request: FastifyRequest, origin: string): string | undefined =>
  readSecretCookie(request, NAME, origin);
