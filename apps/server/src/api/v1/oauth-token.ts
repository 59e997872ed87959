import { grantToken } from '@testamur/services/identifying';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Mounted } from '../../acting/mount-routes.ts';
import { ownOrigin } from '../../acting/own-origin.ts';
import { limitTo } from '../../acting/server-platform.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const BODY_LIMIT = 16_384;
const PER_MINUTE = 60;

/** RFC 6749 section 5.2. What is wrong with an assertion is not said. */
type Refusal = 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';

/**
 * `POST /oauth/token`: client credentials with `private_key_jwt` (RFC 6749 section 4.4, RFC 7523). OAuth has a form and answers of its own, so
 * that this stands beside the interface; its act is in the matrix like every other.
 */
type Served = Omit<Mounted, 'database'> & { readonly basePath: string };

export function serveTokens(app: FastifyInstance, mounted: Served): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    scope.setErrorHandler((_error, _request, reply) => refuse(reply, 'invalid_request'));
    scope.post(
      `${mounted.basePath}/oauth/token`,
      { schema: { hide: true }, config: { rateLimit: { max: PER_MINUTE, timeWindow: '1 minute' } } },
      (request, reply) => answer(mounted, request, reply),
    );
  });
}

async function answer(
  { platform, now, publicOrigin, basePath }: Served,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const form = http.body instanceof URLSearchParams ? http.body : new URLSearchParams();
  // RFC 6749 section 3.2: parameters must not be repeated.
  if (new Set(form.keys()).size !== [...form.keys()].length) return refuse(reply, 'invalid_request');
  if (form.get('grant_type') !== 'client_credentials') return refuse(reply, 'unsupported_grant_type');
  const assertion = form.get('client_assertion');
  if (assertion === null || form.get('client_assertion_type') !== ASSERTION_TYPE)
    return refuse(reply, 'invalid_client');
  const scopes = form
    .get('scope')
    ?.split(' ')
    .filter((scope) => scope !== '');
  const audience = `${ownOrigin(http, publicOrigin)}${basePath}/oauth/token`;
  const request = { actor: { kind: 'anonymous' }, at: new Date(now()).toISOString(), site: 'api' } as const;
  const limited = limitTo(platform, ['identifying.grant-token']);
  const granted = await grantToken(limited, request, { assertion, audience, scopes });
  if (!granted.ok)
    return refuse(reply, granted.error.code === 'IDENTIFYING_SCOPE' ? 'invalid_scope' : 'invalid_client');
  const { secret, scopes: given, seconds } = granted.value;
  return unkept(reply).send({
    ...{ access_token: secret, token_type: 'Bearer', expires_in: seconds, scope: given.join(' ') },
  });
}

const unkept = (reply: FastifyReply): FastifyReply =>
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');

const refuse = (reply: FastifyReply, error: Refusal): FastifyReply =>
  unkept(reply)
    .code(error === 'invalid_client' ? 401 : 400)
    .send({ error });
