import {
  AgencySchema,
  refTo,
  SchoolFoundSchema,
  SchoolParams,
  SchoolQuery,
  SchoolSchema,
} from '@testamur/adapters/http';
import type { LibraryFile } from '@testamur/adapters/library';
import { type Database, findReferenceItem } from '@testamur/adapters/postgres';
import { ok, quoteText } from '@testamur/engines/kernel';
import { listAgencies, listDecisions, openSchoolSearch } from '@testamur/services/institutions';
import { unpackRegistryFile } from '@testamur/services/recognising';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { cacheJson, sendCached } from './cached-json.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

const tags = ['registry'];
const ID = /^[a-z0-9-]+$/;

/** Schools, agencies, regulators, countries: candidates with evidence, not a directory of the world. */
export function serveRegistry(api: FastifyInstance, library: LibraryFile, database: Database): void {
  const registry = unpackRegistryFile(library.registry);
  const listed = Type.Array(Type.Object({}, { additionalProperties: true }));
  const whole = Type.Object({}, { additionalProperties: true });
  const files = [
    [
      '/agencies',
      'Agencies that accredit schools; who recognised them, where and when',
      Type.Array(refTo(AgencySchema)),
      listAgencies(registry),
    ],
    ['/registry', 'Schools, agencies and decisions as the engine takes them', whole, library.registry],
    [
      '/registry/search',
      'The compact list from which a browser searches schools by itself',
      whole,
      library.search,
    ],
    ['/registry/countries', 'Countries, ISO 3166-1', listed, library.countries],
    ['/registry/subdivisions', 'Subdivisions of countries, ISO 3166-2', listed, library.subdivisions],
    ['/registry/regulators', 'Who licenses doctors, by jurisdiction', listed, library.regulators],
    ['/registry/sources', 'The source cards behind every field', listed, library.sources],
  ] as const;
  for (const [address, summary, answer, value] of files) {
    const cached = cacheJson(value);
    api.get(
      address,
      { schema: { summary, tags, response: { 200: answer, ...refusals(304, 429) } } },
      (request, reply) => sendCached(request, reply, cached),
    );
  }
  serveSearch(api, library);
  serveSchool(api, database, (school) => listDecisions(registry, school));
}

function serveSearch(api: FastifyInstance, library: LibraryFile): void {
  let search: ReturnType<typeof openSchoolSearch> | undefined;
  // Some tenths of a second: spent before the server listens, so that nobody waits for it.
  api.addHook('onReady', async () => {
    search = openSchoolSearch(library.search);
  });
  api.get<{ Querystring: { q: string; country?: string; limit?: number } }>(
    '/schools',
    {
      schema: {
        summary: 'Schools that the words may mean, best first',
        description:
          'Forgives spelling, case, accents and script. Made for a person who picks one of the answers.',
        tags,
        querystring: SchoolQuery,
        response: { 200: Type.Array(refTo(SchoolFoundSchema)), ...refusals(422, 429) },
      },
    },
    (request) => {
      const { q, ...options } = request.query;
      return search?.(q, options) ?? [];
    },
  );
}

function serveSchool(
  api: FastifyInstance,
  database: Database,
  decisionsOf: (school: string) => ReturnType<typeof listDecisions>,
): void {
  api.get<{ Params: { school: string } }>(
    '/schools/:school',
    {
      schema: {
        summary: 'One school with the evidence of each field, and the decisions about it',
        tags,
        params: SchoolParams,
        response: { 200: refTo(SchoolSchema), ...refusals(404, 429, 503) },
      },
    },
    async (request, reply) => {
      const { school } = request.params;
      // What is no id is not looked for: a database refuses some characters.
      const found = ID.test(school)
        ? await database.read((trx) => findReferenceItem(trx, { set: 'schools', id: school }))
        : ok(undefined);
      if (!found.ok) return sendProblem(reply, found.error);
      if (found.value !== undefined) return { ...(found.value as object), decisions: decisionsOf(school) };
      return sendProblem(reply, {
        code: 'HTTP_NOT_FOUND',
        message: `No school has the id ${quoteText(school)}.`,
        at: '/school',
        hint: '/api/schools?q=… finds schools by name.',
      });
    },
  );
}
