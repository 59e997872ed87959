import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { type Request, refuseAct } from '@testamur/services/authorising';
import { type Resumed, resumeSession, resumeToken } from '@testamur/services/identifying';
import type { FastifyRequest } from 'fastify';
import type { ServerPlatform } from './server-platform.ts';
import { readSessionCookie } from './session-cookie.ts';

export type Identified = {
  readonly request: Request;
  readonly session: Resumed | undefined;
  /** What the token of a program is for; nothing for people, whose roles say it. */
  readonly scopes: readonly string[] | undefined;
};

type Asked = { readonly http: FastifyRequest; readonly origin: string; readonly nowMs: number };

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/i;

/**
 * From an HTTP request to a request to act: who asks, when. Without a session, or with one that has ended, nobody does. A token that does not
 * serve is refused: a program should hear of it. Where there is a token, no cookie counts.
 */
export async function identifyActor(
  platform: ServerPlatform,
  { http, origin, nowMs }: Asked,
): Promise<Result<Identified, Problem>> {
  const at = new Date(nowMs).toISOString();
  const nobody: Request = { actor: { kind: 'anonymous' }, at, site: 'api' };
  if (http.headers.authorization !== undefined) return identifyProgram(platform, http, nobody);
  const secret = readSessionCookie(http, origin);
  if (secret === undefined) return ok({ request: nobody, session: undefined, scopes: undefined });
  return identifyPerson(platform, { ...nobody, site: 'portal', secret });
}

async function identifyPerson(
  platform: ServerPlatform,
  { secret, ...nobody }: Request & { readonly secret: string },
): Promise<Result<Identified, Problem>> {
  const resumed = await resumeSession(platform, { ...nobody, secret });
  if (!resumed.ok) return resumed;
  const session = resumed.value;
  if (!session) return ok({ request: nobody, session, scopes: undefined });
  const { personId, provedAt } = session;
  const actor = { kind: 'person', id: personId } as const;
  const request = { ...nobody, actor, ...(provedAt === undefined ? {} : { provedAt }) };
  return ok({ request, session, scopes: undefined });
}

async function identifyProgram(
  platform: ServerPlatform,
  http: FastifyRequest,
  nobody: Request,
): Promise<Result<Identified, Problem>> {
  const secret = BEARER.exec(http.headers.authorization ?? '')?.[1];
  const resumed = secret === undefined ? ok(undefined) : await resumeToken(platform, { ...nobody, secret });
  if (!resumed.ok) return resumed;
  if (!resumed.value) return err(tokenEnded());
  const { accountId, organisation, scopes } = resumed.value;
  const actor = { kind: 'service-account', id: accountId } as const;
  return ok({ request: { ...nobody, actor, organisation }, session: undefined, scopes });
}

const tokenEnded = () =>
  refuseAct(
    'AUTHORISING_SIGN_IN',
    'The token does not serve (any more).',
    'Ask for another one at /oauth/token, with a fresh assertion.',
  );
