import { AssessmentSchema, type QuestionBody, QuestionSchema, refTo } from '@testamur/adapters/http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { daysOf } from './days.ts';
import type { Judge } from './judge.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';
import { sendText } from './send-text.ts';

export type AssessmentOptions = {
  readonly judge: Judge;
  /** The clock: milliseconds since 1970. */
  readonly now: () => number;
  readonly requestsPerMinute: number;
};

/** Forty times the dossiers that people write. */
const MOST_BYTES = 262_144;
/** A judgement costs some hundred times what a page of law costs. */
const COST = 10;

/** One dossier, judged by every authority. It is answered and forgotten: neither stored nor logged. */
export function serveAssessment(api: FastifyInstance, options: AssessmentOptions): void {
  api.post<{ Body: QuestionBody }>(
    '/assess',
    {
      ...limitsOf(api, options),
      schema: {
        operationId: 'assess',
        summary: 'Judge a dossier: statuses, requirements, reasons, citations',
        description:
          'The answer is canonical JSON (RFC 8785): the same dossier, days and packs give the same bytes, here, in a browser and on the command line. Nothing of a dossier is stored or logged.',
        tags: ['assessment'],
        body: QuestionSchema,
        response: { 200: refTo(AssessmentSchema), ...refusals(400, 413, 415, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      const days = daysOf(options.now());
      const answer = await options.judge.ask(
        { act: 'assess', question: request.body, ...days },
        untilGone(reply),
      );
      if (!answer.ok) return sendProblem(reply, ...answer.error);
      return sendText(request, reply.header('cache-control', 'no-store'), answer.value);
    },
  );
}

function limitsOf(api: FastifyInstance, { requestsPerMinute }: AssessmentOptions) {
  return {
    bodyLimit: Math.min(api.initialConfig.bodyLimit ?? MOST_BYTES, MOST_BYTES),
    config: { rateLimit: { max: Math.max(1, Math.ceil(requestsPerMinute / COST)) } },
  };
}

/** Aborts when the connection closes before the answer is sent. */
function untilGone(reply: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  return leaving.signal;
}
