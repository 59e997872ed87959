import { randomUUID } from 'node:crypto';
import { ProblemSchema } from '@testamur/adapters/http';
import { signInWithPasskey } from '@testamur/services/identifying';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Opened } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import { succeed } from '../../../../../adapters/postgres/contract/engines.fixture.ts';
import {
  type SignedInPerson,
  TRUSTED_PROVIDERS,
  TRUSTING,
} from '../../../../../adapters/postgres/contract/passkeys.fixture.ts';
import { ANYBODY, AT } from '../../../../../adapters/postgres/contract/platform.fixture.ts';
import { mountRoutes } from '../../acting/mount-routes.ts';
import type { Route } from '../../acting/route.ts';
import { type Around, assemblePlatform, type ServerPlatform } from '../../acting/server-platform.ts';
import { checkRequests } from '../check-request.ts';
import { handleProblems } from '../problems.ts';
import { readJsonStrictly } from '../read-body.ts';
import { serveTokens } from './oauth-token.ts';

export type PlatformApi = {
  readonly app: FastifyInstance;
  readonly platform: ServerPlatform;
  /** It stands until a test sets it. */
  readonly clock: { nowMs: number };
  /** The token of a session that begins now. */
  signIn(person: SignedInPerson): Promise<string>;
};

/** The routes of the platform over a real database, with authenticators that are believed. The clock stands. */
export async function openPlatformApi(
  { database }: Opened,
  routes: readonly Route[],
  { providers = TRUSTED_PROVIDERS, ...around }: Around & Partial<Pick<ServerPlatform, 'providers'>> = {},
): Promise<PlatformApi> {
  const assembled = assemblePlatform(database, new Uint8Array(32), around);
  const passkeys = { ...assembled.passkeys, ...TRUSTING };
  const platform = { ...assembled, passkeys, providers };
  const clock = { nowMs: Date.parse(AT) };
  const mounted = { database, platform, now: () => clock.nowMs, publicOrigin: undefined };
  const app = Fastify();
  await app.register(
    async (api) => {
      handleProblems(api);
      readJsonStrictly(api);
      checkRequests(api);
      api.addSchema(ProblemSchema);
      mountRoutes(api, routes, mounted);
    },
    { prefix: '/api' },
  );
  serveTokens(app, { ...mounted, basePath: '' });
  await app.ready();
  return {
    app,
    clock,
    platform,
    signIn: async ({ credentialId, personId }) => {
      const answer = { credentialId, personId, nonce: randomUUID() };
      const place = { device: 'a test', isShared: false };
      return (await succeed(signInWithPasskey(platform, ANYBODY, { answer, origin: '', place }))).secret;
    },
  };
}
