import { type Database, takeAllowance } from '@testamur/adapters/postgres';
import type { Problem } from '@testamur/engines/kernel';
import { ACTS, type ActName, actorId, refuseAct, ruleOf } from '@testamur/services/authorising';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../api/problems.ts';
import { refusals } from '../api/refusals.ts';
import { ACT_LIMITS, type ActLimiter, limitActs, type TooOften } from '../guarding/limit-acts.ts';
import { coarsen } from '../observing/coarsen-address.ts';
import { answerOnce } from './answer-once.ts';
import { identifyActor } from './identify-actor.ts';
import { inProcessCall } from './in-process.ts';
import { ownOrigin } from './own-origin.ts';
import { refuseCrossSite } from './refuse-cross-site.ts';
import { actsOf, type Route } from './route.ts';
import { limitTo, type ServerPlatform } from './server-platform.ts';

export type Mounted = {
  readonly platform: ServerPlatform;
  readonly database: Database;
  readonly now: () => number;
  /** Where people reach us, when it is configured. */
  readonly publicOrigin: string | undefined;
};

const UNSAID = { type: 'null', description: 'Done; there is nothing to say' } as const;

/** Mounts the declared routes. One that names an act that is not in the matrix, or none, is a mistake of ours and stops the start. */
export function mountRoutes(api: FastifyInstance, routes: readonly Route[], mounted: Mounted): void {
  const limiter = limitActs(ACT_LIMITS, async (asked) => {
    const taken = await takeAllowance(mounted.database, asked);
    return taken.ok ? taken.value : undefined;
  });
  for (const route of routes) {
    checkDeclared(route);
    const { method, url, summary, tags, params, querystring, body, answer, perMinute } = route;
    api.route({
      method,
      url: `/v1${url}`,
      ...(perMinute === undefined
        ? {}
        : { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } }),
      schema: {
        summary,
        tags: [...tags],
        description: describeActs(route),
        ...(params && { params }),
        ...(querystring && { querystring }),
        ...(body && { body }),
        response: {
          ...(answer === undefined ? { 204: UNSAID } : { 200: answer }),
          ...refusals(400, 401, 403, 404, 409, 422, 429, 503),
        },
      },
      handler: (http, reply) => answerCall(route, { ...mounted, limiter }, { http, reply }),
    });
  }
}

export function checkDeclared(route: Route): void {
  const unknown = actsOf(route).filter((act) => !ACTS.includes(act));
  const isUnsaid = 'public' in route.acts ? route.acts.public.trim() === '' : route.acts.length === 0;
  if (unknown.length > 0 || isUnsaid)
    throw new Error(`${route.method} ${route.url} declares no act of the matrix (${unknown.join(', ')}).`);
}

function describeActs({ acts }: Route): string {
  if ('public' in acts) return `No act: ${acts.public}.`;
  const reviewed = acts.some((act) => ruleOf(act).fourEyes)
    ? ' Where the organisation asks for a second pair of eyes: the header Testamur-Approval names the approved request.'
    : '';
  return `Acts: ${acts.join(', ')}. Who may do them: docs/authorisation.md.${reviewed}`;
}

async function answerCall(
  route: Route,
  { platform, database, now, publicOrigin, limiter }: Mounted & { readonly limiter: ActLimiter },
  { http, reply }: { readonly http: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store').header('vary', 'cookie');
  const origin = ownOrigin(http, publicOrigin);
  const refused = refuseCrossSite(http, origin);
  if (refused) return refuse(reply, refused);
  const identified = await identifyActor(platform, { http, origin, nowMs: now() });
  if (!identified.ok) return refuse(reply, identified.error);
  const { organisation } = (http.params ?? {}) as { readonly organisation?: string };
  const { session, scopes } = identified.value;
  const approval = http.headers['testamur-approval'];
  if (scopes && !actsOf(route).every((act) => scopes.includes(act))) return refuse(reply, beyondScopes());
  const address = inProcessCall()?.address ?? http.ip;
  const who = actorId(identified.value.request.actor) ?? address;
  const tooOften = await limitRoute(limiter, route, { who, network: coarsen(address), nowMs: now() });
  if (tooOften) return refuse(reply.header('retry-after', String(tooOften.seconds)), tooOften.problem);
  const request = {
    ...identified.value.request,
    ...(organisation === undefined ? {} : { organisation }),
    ...(typeof approval === 'string' ? { approval } : {}),
  };
  const outcome = await answerOnce(database, { http, request }, (keyed) =>
    route.perform({
      platform: limitTo(platform, actsOf(route)),
      request: keyed,
      ...{ session, origin, http, reply },
      ...{ params: http.params, query: http.query, body: http.body },
    }),
  );
  if (!outcome.ok) return refuse(reply, outcome.error);
  return route.answer === undefined ? reply.code(204).send() : reply.send(outcome.value);
}

const beyondScopes = (): Problem =>
  refuseAct(
    'AUTHORISING_FORBIDDEN',
    'The token is not for this.',
    'Ask for a token with the scopes of the acts that the description of the route names.',
  );

const needsStepUp = (act: ActName): boolean => ruleOf(act).stepUp === true;

/** Every act that the route may perform counts, however it is reached. */
async function limitRoute(
  limiter: ActLimiter,
  route: Route,
  asked: { readonly who: string; readonly network: string; readonly nowMs: number },
): Promise<TooOften | undefined> {
  for (const act of actsOf(route)) {
    const refused = await limiter.take({ ...asked, act, needsStepUp: needsStepUp(act) });
    if (refused) return refused;
  }
  return undefined;
}

/** RFC 9110 section 15.5.2: whoever is not known is told how to make herself known. */
function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.code === 'AUTHORISING_SIGN_IN') reply.header('www-authenticate', 'Session realm="testamur"');
  return sendProblem(reply, problem);
}
