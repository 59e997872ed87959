import type { FastifyReply, FastifyRequest } from 'fastify';
import { readSecretCookie, setSecretCookie } from './session-cookie.ts';

const NAME = 'testamur-link';

/** What the browser keeps that asks for a link by mail: the link serves in no other. */
export const setLinkCookie = (
  reply: FastifyReply,
  given: { readonly origin: string; readonly secret: string; readonly until: string },
): void => setSecretCookie(reply, NAME, given);

export const readLinkCookie = (request: FastifyRequest, origin: string): string | undefined =>
  readSecretCookie(request, NAME, origin);
