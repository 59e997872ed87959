import { type Database, listReferenceSets } from '@testamur/adapters/postgres';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { sendProblem } from './problems.ts';
import { ProblemSchema } from './schemas.ts';

const Alive = Type.Object({ status: Type.Literal('alive') });

const Ready = Type.Object({
  status: Type.Literal('ready'),
  engine: Type.Union([Type.Literal('embedded'), Type.Literal('server')]),
  sets: Type.Array(Type.Object({ name: Type.String(), hash: Type.String(), items: Type.Integer() })),
});

/** `live` says that the process answers; `ready` that it can do its work, the database included. */
export function serveHealth(api: FastifyInstance, database: Database): void {
  const free = { config: { rateLimit: false as const } };
  api.get(
    '/health/live',
    { ...free, schema: { summary: 'Does the process answer?', tags: ['health'], response: { 200: Alive } } },
    () => ({ status: 'alive' as const }),
  );
  api.get(
    '/health/ready',
    {
      ...free,
      schema: {
        summary: 'Can it do its work?',
        tags: ['health'],
        response: { 200: Ready, 503: ProblemSchema },
      },
    },
    async (_request, reply) => {
      const sets = await database.read(listReferenceSets);
      if (!sets.ok) return sendProblem(reply, sets.error);
      return { status: 'ready' as const, engine: database.engine, sets: sets.value };
    },
  );
}
