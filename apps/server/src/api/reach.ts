import { PackParams, ReverseReachSchema, refTo } from '@testamur/adapters/http';
import { quoteText } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import { sendCached } from './cached-json.ts';
import { daysOf } from './days.ts';
import { keepReach } from './keep-reach.ts';
import type { ApiOptions } from './mount-api.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

/** As long as somebody may look at an empty page. */
const PATIENCE_MS = 8_000;

/** From which schools and citizenships doctors can reach an authority: of public law only, worked out once a day. */
export function serveReach(api: FastifyInstance, { library, judge, now }: ApiOptions): void {
  const packs = new Set(library.law.packs.map(({ pack }) => pack.pack));
  const kept = keepReach(judge);
  api.get<{ Params: { pack: string } }>(
    '/packs/:pack/reach',
    {
      schema: {
        summary:
          'From which schools and citizenships doctors can reach an authority, and what blocks the others',
        description:
          'By the law of today. The first to ask on a day may have to come back: 503 with Retry-After says when.',
        tags: ['law'],
        params: PackParams,
        response: { 200: refTo(ReverseReachSchema), ...refusals(304, 404, 429, 503) },
      },
    },
    async (request, reply) => {
      const { pack } = request.params;
      if (!packs.has(pack))
        return sendProblem(reply, {
          code: 'HTTP_NOT_FOUND',
          message: `No pack is called ${quoteText(pack)}.`,
          at: '/pack',
          hint: '/api/packs lists the packs.',
        });
      const answer = await kept.ask(pack, daysOf(now()), PATIENCE_MS);
      if (answer.state === 'failed') return sendProblem(reply, ...answer.problems);
      if (answer.state === 'ready') return sendCached(request, reply, answer.json);
      return sendProblem(reply.header('retry-after', String(answer.secondsLeft)), {
        code: 'HTTP_STILL_WORKING',
        message: `The answer is being worked out: ${answer.done} of ${answer.parts ?? 'its'} parts are done.`,
        hint: `Ask again in ${answer.secondsLeft} seconds.`,
      });
    },
  );
}
