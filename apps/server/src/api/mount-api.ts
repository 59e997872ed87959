import swagger from '@fastify/swagger';
import type { EgressSettings } from '@testamur/adapters/egress';
import {
  ASSESSMENT_PARTS,
  AssessmentSchema,
  LAW_SCHEMAS,
  LOG_SCHEMAS,
  PLAN_PARTS,
  PlanAnswerSchema,
  ProblemSchema,
  REGISTRY_SCHEMAS,
  ReachesSchema,
  ReverseReachSchema,
  VerificationSchema,
} from '@testamur/adapters/http';
import type { LibraryFile } from '@testamur/adapters/library';
import type { Database } from '@testamur/adapters/postgres';
import { openLibrary, unpackLawFile } from '@testamur/services/recognising';
import type { FastifyInstance } from 'fastify';
import { mountRoutes } from '../acting/mount-routes.ts';
import type { ServerPlatform } from '../acting/server-platform.ts';
import { DATA_POLICY } from '../guarding/response-headers.ts';
import type { HaltSwitch } from '../halting/halt-switch.ts';
import type { PublicLog } from '../log/open-public-log.ts';
import type { Readiness } from '../readiness/readiness.ts';
import { serveAssessment } from './assess.ts';
import { checkRequests } from './check-request.ts';
import { serveDocuments } from './documents.ts';
import { serveHealth } from './health.ts';
import type { Judge } from './judge.ts';
import { serveLaw } from './law.ts';
import { handleProblems, sendProblem } from './problems.ts';
import { servePublicLog } from './public-log.ts';
import { serveReach } from './reach.ts';
import { readJsonStrictly } from './read-body.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import { serveRegistry } from './registry.ts';
import { serveSchemas } from './schemas.ts';
import { PLATFORM_ROUTES } from './v1/all-routes.ts';
import { serveVerifications } from './verify-credentials.ts';

export type ApiOptions = {
  readonly database: Database;
  readonly library: LibraryFile;
  readonly platform: ServerPlatform;
  readonly publicOrigin: string | undefined;
  readonly version: string;
  readonly log: PublicLog | undefined;
  /** How documents of others are reached, for credentials. */
  readonly egress: EgressSettings;
  readonly judge: Judge;
  readonly readiness: Readiness;
  readonly halt: HaltSwitch;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  /** From one address; a judgement counts for several. */
  readonly requestsPerMinute: number;
};

/** Each once: assessments and plans share some. */
const NAMED = new Set([
  ...ASSESSMENT_PARTS,
  AssessmentSchema,
  ...PLAN_PARTS,
  PlanAnswerSchema,
  ReachesSchema,
  ProblemSchema,
  ...LAW_SCHEMAS,
  ...REGISTRY_SCHEMAS,
  ...LOG_SCHEMAS,
  ReverseReachSchema,
  VerificationSchema,
]);

/** Everything below /api: registered with the prefix, with its own errors, body reader, checks and 404. */
export async function mountApi(api: FastifyInstance, options: ApiOptions): Promise<void> {
  const { database, library, now } = options;
  handleProblems(api);
  readJsonStrictly(api);
  checkRequests(api);
  api.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('content-security-policy', DATA_POLICY);
  });
  api.addHook('onClose', () => options.judge.close());
  for (const schema of NAMED) api.addSchema(schema);
  await describeApi(api, options.version);
  const refuseOthers = refuseOtherMethods(api);
  serveHealth(api, options);
  serveAssessment(api, options);
  serveDocuments(api, options);
  serveVerifications(api, { ...options, library: openLibrary(library.law, library.registry) });
  serveLaw(api, library, now);
  serveReach(api, options);
  serveRegistry(api, library, database);
  servePublicLog(api, { platform: options.platform, log: options.log, now });
  serveSchemas(api, unpackLawFile(library.law).vocabulary);
  mountRoutes(api, PLATFORM_ROUTES, options);
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger());
  refuseOthers();
  // A not-found handler of this scope would lose to the portal's wildcard, so the rest of /api is a route.
  api.all('/*', { schema: { hide: true } }, (request, reply) =>
    sendProblem(reply, {
      code: 'HTTP_NOT_FOUND',
      message: `Nothing answers ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}.`,
      hint: 'The addresses are listed in /api/openapi.json.',
    }),
  );
}

/** Everything that is served from now on is described by the schemas that check and write it. */
async function describeApi(api: FastifyInstance, version: string): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Testamur',
        version,
        description:
          'From a medical qualification to verdicts with reasons. Information, not legal advice. Nothing that is sent here is stored.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'assessment', description: 'One dossier, judged by every authority' },
        { name: 'documents', description: 'What a person takes away, made on request and not kept' },
        { name: 'verification', description: 'What a credential is worth' },
        { name: 'law', description: 'Packs and rules, with their sources' },
        { name: 'registry', description: 'Schools, agencies, regulators, countries' },
        { name: 'log', description: 'What was said in public, for good, and the proof of it' },
        { name: 'session', description: 'Signing in and out' },
        { name: 'joining', description: 'Beginning an account, joining an organisation' },
        { name: 'account', description: 'What is one’s own: record, passkeys, sessions, trail' },
        {
          name: 'programs',
          description: 'Programs that act for an organisation; their tokens come from /oauth/token',
        },
        {
          name: 'organisations',
          description: 'What an organisation is, who vouches for it, who belongs to it',
        },
        {
          name: 'members',
          description: 'Who belongs to an organisation, in which roles, lent ones too; whom it invited',
        },
        { name: 'approvals', description: 'What needs a second pair of eyes, and what waits for it' },
        { name: 'messages', description: 'What people and programs are told' },
        { name: 'privacy', description: 'What is kept about people, and what they may do about it' },
        { name: 'schemas', description: 'What is sent and what is answered' },
        { name: 'health', description: 'For whoever runs the server' },
      ],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, count) => String(json.$id ?? `def-${count}`),
    },
  });
}
