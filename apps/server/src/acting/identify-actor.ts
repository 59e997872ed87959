import type { Problem, Result } from '@testamur/engines/kernel';
import { ok } from '@testamur/engines/kernel';
import type { Request } from '@testamur/services/authorising';
import { type Resumed, resumeSession } from '@testamur/services/identifying';
import type { FastifyRequest } from 'fastify';
import type { ServerPlatform } from './server-platform.ts';
import { readSessionCookie } from './session-cookie.ts';

export type Identified = { readonly request: Request; readonly session: Resumed | undefined };

type Asked = { readonly http: FastifyRequest; readonly origin: string; readonly nowMs: number };

/** From an HTTP request to a request to act: who asks, when. Without a session, or with one that has ended, nobody does. */
export async function identifyActor(
  platform: ServerPlatform,
  { http, origin, nowMs }: Asked,
): Promise<Result<Identified, Problem>> {
  const at = new Date(nowMs).toISOString();
  const nobody: Request = { actor: { kind: 'anonymous' }, at, site: 'portal' };
  const secret = readSessionCookie(http, origin);
  if (secret === undefined) return ok({ request: nobody, session: undefined });
  const resumed = await resumeSession(platform, { ...nobody, secret });
  if (!resumed.ok) return resumed;
  const session = resumed.value;
  if (!session) return ok({ request: nobody, session });
  const { personId, provedAt } = session;
  const actor = { kind: 'person', id: personId } as const;
  return ok({ request: { ...nobody, actor, ...(provedAt === undefined ? {} : { provedAt }) }, session });
}
