import type { LibraryFile } from '@testamur/adapters/library';
import type { Pack } from '@testamur/engines/recognition';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { cacheJson, sendCached } from './cached-json.ts';
import { sendProblem } from './problems.ts';
import { ProblemSchema } from './schemas.ts';

const tags = ['law'];
const PackSummary = Type.Object({
  pack: Type.String(),
  name: Type.String(),
  kind: Type.Union([Type.Literal('authority'), Type.Literal('national-layer'), Type.Literal('regime')]),
  jurisdiction: Type.String(),
  version: Type.String(),
  hash: Type.String(),
  readiness: Type.String(),
  regulator: Type.Object({ name: Type.String(), url: Type.String() }),
  routes: Type.Integer(),
  rules: Type.Integer(),
  openQuestions: Type.Integer(),
});

/** The law as data: whole for the browser's engine, by pack and by rule for readers. */
export function serveLaw(api: FastifyInstance, library: LibraryFile): void {
  const { packs } = library.law;
  const whole = cacheJson(library.law);
  api.get(
    '/law',
    { schema: { summary: 'Vocabulary, packs and agreements: all that the engine needs', tags } },
    (request, reply) => sendCached(request, reply, whole),
  );
  const summaries = packs.map(({ hash, pack }) => summarise(pack, hash));
  api.get(
    '/packs',
    { schema: { summary: 'Every pack, in short', tags, response: { 200: Type.Array(PackSummary) } } },
    () => summaries,
  );
  servePack(api, library);
  serveRule(api, library);
}

function servePack(api: FastifyInstance, library: LibraryFile): void {
  const byId = new Map(library.law.packs.map(({ pack }) => [pack.pack, cacheJson(pack)]));
  api.get<{ Params: { pack: string } }>(
    '/packs/:pack',
    {
      schema: {
        summary: 'One pack, whole: rules, routes, steps, sources, open questions',
        tags,
        params: Type.Object({ pack: Type.String() }),
        response: { 404: ProblemSchema },
      },
    },
    (request, reply) => {
      const found = byId.get(request.params.pack);
      return found
        ? sendCached(request, reply, found)
        : sendProblem(
            reply,
            notFound(`No pack is called ${JSON.stringify(request.params.pack)}.`, '/api/packs'),
          );
    },
  );
}

function serveRule(api: FastifyInstance, library: LibraryFile): void {
  const found = library.law.packs.flatMap(({ hash, pack }) =>
    pack.rules.map((rule) => [rule.rule, describeRule(pack, hash, rule)] as const),
  );
  const byId = new Map(found);
  api.get<{ Params: { rule: string } }>(
    '/rules/:rule',
    {
      schema: {
        summary: 'One rule with its versions, its sources and the routes that ask for it',
        tags,
        params: Type.Object({ rule: Type.String() }),
        response: { 404: ProblemSchema },
      },
    },
    (request, reply) =>
      byId.get(request.params.rule) ??
      sendProblem(reply, notFound(`No rule is called ${JSON.stringify(request.params.rule)}.`, '/api/packs')),
  );
}

function describeRule(pack: Pack, hash: string, rule: Pack['rules'][number]) {
  const cited = new Set(rule.versions.flatMap((version) => version.cite.map((citation) => citation.source)));
  return {
    pack: pack.pack,
    packVersion: pack.version,
    packHash: hash,
    rule,
    sources: pack.sources.filter((source) => cited.has(source.source)),
    askedBy: pack.routes
      .filter((route) => [...route.scope, ...route.requirements].includes(rule.rule))
      .map((route) => route.route),
  };
}

function summarise(pack: Pack, hash: string) {
  return {
    pack: pack.pack,
    name: pack.name,
    kind: pack.kind,
    jurisdiction: pack.jurisdiction,
    version: pack.version,
    hash,
    readiness: pack.readiness,
    regulator: pack.regulator,
    routes: pack.routes.length,
    rules: pack.rules.length,
    openQuestions: pack.openQuestions.length,
  };
}

function notFound(message: string, where: string) {
  return { code: 'HTTP_NOT_FOUND', message, hint: `${where} lists what there is.` } as const;
}
