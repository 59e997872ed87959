import { AliveSchema, ReadySchema } from '@testamur/adapters/http';
import { type Database, listReferenceSets } from '@testamur/adapters/postgres';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

const tags = ['health'];

/** `live` says that the process answers; `ready` that it can do its work, the database included. */
export function serveHealth(api: FastifyInstance, database: Database): void {
  const free = { config: { rateLimit: false as const } };
  api.get(
    '/health/live',
    { ...free, schema: { summary: 'Does the process answer?', tags, response: { 200: AliveSchema } } },
    (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' as const }),
  );
  api.get(
    '/health/ready',
    {
      ...free,
      schema: { summary: 'Can it do its work?', tags, response: { 200: ReadySchema, ...refusals(503) } },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      const sets = await database.read(listReferenceSets);
      if (!sets.ok) return sendProblem(reply, sets.error);
      return { status: 'ready' as const, engine: database.engine, sets: sets.value };
    },
  );
}
