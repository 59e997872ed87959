import type { LibraryFile } from '@testamur/adapters/library';
import { type Database, findReferenceItem } from '@testamur/adapters/postgres';
import {
  buildSchoolIndex,
  type SchoolIndex,
  searchSchools,
  unpackSearchFile,
} from '@testamur/engines/matching';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { cacheJson, sendCached } from './cached-json.ts';
import { sendProblem } from './problems.ts';
import { ProblemSchema } from './schemas.ts';

const tags = ['registry'];

/** Schools, agencies, regulators, countries: candidates with evidence, not a directory of the world. */
export function serveRegistry(api: FastifyInstance, library: LibraryFile, database: Database): void {
  const files = [
    ['/registry', 'Schools, agencies and decisions as the engine takes them', library.registry],
    ['/registry/search', 'The compact list from which a browser searches schools by itself', library.search],
    ['/registry/countries', 'Countries, ISO 3166-1', library.countries],
    ['/registry/subdivisions', 'Subdivisions of countries, ISO 3166-2', library.subdivisions],
    ['/registry/regulators', 'Who licenses doctors, by jurisdiction', library.regulators],
    ['/registry/sources', 'The source cards behind every field', library.sources],
  ] as const;
  for (const [address, summary, value] of files) {
    const cached = cacheJson(value);
    api.get(address, { schema: { summary, tags } }, (request, reply) => sendCached(request, reply, cached));
  }
  serveSearch(api, library);
  serveSchool(api, database);
}

const SearchQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 200, description: 'Name, city or initials, in any script' }),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});

function serveSearch(api: FastifyInstance, library: LibraryFile): void {
  const names = new Map(
    library.search.schools.map(([id, [name], country, city]) => [id, { name, country, city }]),
  );
  // Some tenths of a second: made when the first search comes, not before the first page.
  let made: SchoolIndex | undefined;
  const index = () => {
    const { schools, places } = unpackSearchFile(library.search);
    made ??= buildSchoolIndex(schools, places);
    return made;
  };
  api.get<{ Querystring: { q: string; country?: string; limit?: number } }>(
    '/schools',
    { schema: { summary: 'Schools that the words may mean, best first', tags, querystring: SearchQuery } },
    (request) => {
      const { q, ...options } = request.query;
      return searchSchools(index(), q, options).map((hit) => ({ ...hit, ...names.get(hit.id) }));
    },
  );
}

function serveSchool(api: FastifyInstance, database: Database): void {
  api.get<{ Params: { school: string } }>(
    '/schools/:school',
    {
      schema: {
        summary: 'One school with the evidence of each field',
        tags,
        params: Type.Object({ school: Type.String({ maxLength: 100 }) }),
        response: { 404: ProblemSchema, 503: ProblemSchema },
      },
    },
    async (request, reply) => {
      const { school } = request.params;
      const found = await database.read((trx) => findReferenceItem(trx, { set: 'schools', id: school }));
      if (!found.ok) return sendProblem(reply, found.error);
      return (
        found.value ??
        sendProblem(reply, {
          code: 'HTTP_NOT_FOUND',
          message: `No school has the id ${JSON.stringify(school)}.`,
          hint: '/api/schools?q=… finds schools by name.',
        })
      );
    },
  );
}
