import {
  DaysQuery,
  LawSchema,
  PackParams,
  PackSchema,
  PackSummarySchema,
  PolicySchema,
  RuleDescribedSchema,
  RuleParams,
  refTo,
  VocabularySchema,
} from '@testamur/adapters/http';
import type { LibraryFile } from '@testamur/adapters/library';
import { canonicalise, expectOk, type Problem, quoteText } from '@testamur/engines/kernel';
import { describeRule, type LawFile } from '@testamur/services/recognising';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { cacheJson, cacheText, sendCached } from './cached-json.ts';
import { daysOf, readDays } from './days.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

const tags = ['law'];

/** The law as data: whole for the browser's engine, by pack and by rule for readers. */
export function serveLaw(api: FastifyInstance, library: LibraryFile, now: () => number): void {
  const { law } = library;
  const { sections, codeLists, groups } = law;
  const files = [
    ['/law', 'Vocabulary, packs, agreements and policies: all that the engine needs', refTo(LawSchema), law],
    ['/packs', 'Every pack, in short', Type.Array(refTo(PackSummarySchema)), law.packs.map(summarise)],
    [
      '/policies',
      'What guides states and recruiters, or says something of schools, and decides no verdict',
      Type.Array(refTo(PolicySchema)),
      law.policies,
    ],
    [
      '/vocabulary',
      'The words of dossiers and rules: facts, codes, groups',
      refTo(VocabularySchema),
      { schema: 'testamur/vocabulary/1', sections, codeLists, groups },
    ],
  ] as const;
  for (const [address, summary, answer, value] of files) {
    const cached = cacheJson(value);
    api.get(
      address,
      { schema: { summary, tags, response: { 200: answer, ...refusals(304, 429) } } },
      (request, reply) => sendCached(request, reply, cached),
    );
  }
  servePack(api, law);
  serveRule(api, law, now);
}

function servePack(api: FastifyInstance, { packs }: LawFile): void {
  // The hash of a pack is that of its canonical JSON, so that these bytes prove themselves.
  const byId = new Map(
    packs.map(({ hash, pack }) => [
      pack.pack,
      cacheText(expectOk(canonicalise(pack), `the pack ${pack.pack} is JSON`), hash),
    ]),
  );
  api.get<{ Params: { pack: string } }>(
    '/packs/:pack',
    {
      schema: {
        summary: 'One pack, whole: rules, routes, steps, sources, open questions',
        description:
          'Canonical JSON (RFC 8785); the ETag is the SHA-256 of these bytes, the hash of the pack.',
        tags,
        params: PackParams,
        response: { 200: refTo(PackSchema), ...refusals(304, 404, 429) },
      },
    },
    (request, reply) => {
      const found = byId.get(request.params.pack);
      return found
        ? sendCached(request, reply, found)
        : sendProblem(reply, notFound('pack', request.params.pack));
    },
  );
}

function serveRule(api: FastifyInstance, { packs }: LawFile, now: () => number): void {
  const byId = new Map(
    packs.flatMap((listed) => listed.pack.rules.map((rule) => [rule.rule, { rule, listed }] as const)),
  );
  api.get<{ Params: { rule: string }; Querystring: { on?: string; knownOn?: string } }>(
    '/rules/:rule',
    {
      schema: {
        summary:
          'One rule: its wordings, which of them a day selects, its sources, the routes that ask for it',
        tags,
        params: RuleParams,
        querystring: DaysQuery,
        response: { 200: refTo(RuleDescribedSchema), ...refusals(304, 404, 422, 429) },
      },
    },
    (request, reply) => {
      const found = byId.get(request.params.rule);
      if (found === undefined) return sendProblem(reply, notFound('rule', request.params.rule));
      const days = readDays(request.query, daysOf(now()));
      if (!days.ok) return sendProblem(reply, ...days.error);
      return sendCached(request, reply, cacheJson(describeRule(found.rule, found.listed, days.value)));
    },
  );
}

function summarise({ pack, hash }: LawFile['packs'][number]) {
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

function notFound(kind: 'pack' | 'rule', id: string): Problem {
  return {
    code: 'HTTP_NOT_FOUND',
    message: `No ${kind} is called ${quoteText(id)}.`,
    at: `/${kind}`,
    hint: '/api/packs lists the packs; each pack lists its rules.',
  };
}
