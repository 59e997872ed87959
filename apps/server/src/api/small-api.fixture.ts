import { openTypesetter } from '@testamur/adapters/documents';
import type { LibraryFile } from '@testamur/adapters/library';
import type { Database } from '@testamur/adapters/postgres';
import { ok } from '@testamur/engines/kernel';
import { openLibrary } from '@testamur/services/recognising';
import Fastify, { type FastifyInstance, type RouteOptions } from 'fastify';
import { assemblePlatform } from '../acting/server-platform.ts';
import { makeReadiness } from '../readiness/readiness.ts';
import { answerAsk, answerReach } from './answer-ask.ts';
import { printPlan } from './answer-document.ts';
import { mountApi } from './mount-api.ts';
import { makePress } from './press.ts';

/** A library without law and schools, and with one country, for what does not depend on them. */
export const EMPTY_LIBRARY: LibraryFile = {
  schema: 'testamur/library/1',
  law: {
    ...{ schema: 'testamur/law/1', sections: [], groups: [] },
    codeLists: [
      { codes: 'countries', label: 'Countries', open: false, entries: [{ code: 'XA', label: 'Alpha' }] },
    ],
    ...{ commonSteps: [], packs: [], agreements: [], policies: [] },
  },
  registry: { schema: 'testamur/registry/1', schools: [], agencies: [], recognisers: [], decisions: [] },
  search: { version: 1, schools: [], countries: {}, cities: [] },
  ...{
    languages: [],
    cases: [],
    changelogs: {},
    maintainers: [],
    countries: [],
    subdivisions: [],
    regulators: [],
    sources: [],
    sets: [],
  },
};

/** A database in which nothing is found. */
const database = {
  engine: 'embedded',
  read: async () => ({ ok: true, value: undefined }),
} as unknown as Database;

export type SmallApi = { readonly app: FastifyInstance; readonly routes: readonly RouteOptions[] };

/** The whole interface in this process, judging on this thread; every route that it makes. */
export async function makeSmallApi(): Promise<SmallApi> {
  const app = Fastify();
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  const library = openLibrary(EMPTY_LIBRARY.law, EMPTY_LIBRARY.registry);
  await app.register(
    async (api) =>
      mountApi(api, {
        ...{ database, library: EMPTY_LIBRARY, version: '1.2.3', now: () => 0, requestsPerMinute: 1_000_000 },
        egress: { isOffline: true },
        log: undefined,
        readiness: makeReadiness([]),
        halt: { here: () => undefined, current: async () => undefined },
        ...{ platform: assemblePlatform(database, new Uint8Array(32)), publicOrigin: undefined },
        judge: {
          ask: async (ask) => answerAsk(library, ask),
          print: async (ask) => printPlan(library, ask, makePress(openTypesetter(), [])),
          reach: async (ask) => ok(answerReach(library, ask)),
          close: async () => {},
        },
      }),
    { prefix: '/api' },
  );
  await app.ready();
  return { app, routes };
}
