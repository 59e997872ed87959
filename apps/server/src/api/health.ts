import { AliveSchema, ReadySchema } from '@testamur/adapters/http';
import { type Database, listReferenceSets } from '@testamur/adapters/postgres';
import type { Problem } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import type { HaltSwitch } from '../halting/halt-switch.ts';
import type { Readiness } from '../readiness/readiness.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

const tags = ['health'];

export type HealthParts = {
  readonly database: Database;
  readonly readiness: Readiness;
  readonly halt: HaltSwitch;
};

/** `live` says that the process answers; `ready` that it can do its work, everything included that it depends on. */
export function serveHealth(api: FastifyInstance, { database, readiness, halt }: HealthParts): void {
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
      const { status, dependencies } = await readiness.report();
      if (status === 'draining') return sendProblem(reply, STOPPING);
      const down = dependencies.filter((one) => one.status === 'down').map(asProblem);
      if (down.length > 0) return sendProblem(reply, ...down);
      const sets = await database.read(listReferenceSets);
      if (!sets.ok) return sendProblem(reply, sets.error);
      const halted = await halt.current();
      return {
        status: 'ready' as const,
        engine: database.engine,
        sets: sets.value,
        dependencies,
        ...(halted === undefined ? {} : { halted }),
      };
    },
  );
}

const STOPPING: Problem = {
  code: 'SERVER_STOPPING',
  message: 'This process is about to end: it finishes what has begun and takes nothing new.',
  hint: 'Ask another one, or come back in a moment.',
};

const asProblem = ({ name, message }: { name: string; message?: string }): Problem => ({
  code: 'SERVER_NOT_READY',
  message: `The ${name} is not well: ${message ?? 'it does not answer'}`,
  hint: 'The operator’s guide says what to do.',
});
