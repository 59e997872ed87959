import {
  AssessmentSchema,
  PlanAnswerSchema,
  type PlanQuestionBody,
  PlanQuestionSchema,
  type QuestionBody,
  QuestionSchema,
  ReachesSchema,
  refTo,
} from '@testamur/adapters/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { JudgeAsk } from './answer-ask.ts';
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

const tags = ['assessment'];
/** Forty times the dossiers that people write. */
const MOST_BYTES = 262_144;
/** A judgement costs some hundred times what a page of law costs. */
const COST = 10;

/** One dossier, judged by every authority, and the way that remains. It is answered and forgotten: neither stored nor logged. */
export function serveAssessment(api: FastifyInstance, options: AssessmentOptions): void {
  const limits = limitsOf(api, options);
  const refused = refusals(400, 413, 415, 422, 429, 503);
  api.post<{ Body: QuestionBody }>(
    '/assess',
    {
      ...limits,
      schema: {
        summary: 'Judge a dossier: statuses, requirements, reasons, citations',
        description:
          'The answer is canonical JSON (RFC 8785): the same dossier, days and packs give the same bytes, here, in a browser and on the command line. Nothing of a dossier is stored or logged.',
        tags,
        body: QuestionSchema,
        response: { 200: refTo(AssessmentSchema), ...refused },
      },
    },
    (request, reply) =>
      answer(request, reply, options.judge, {
        act: 'assess',
        question: request.body,
        ...daysOf(options.now()),
      }),
  );
  api.post<{ Body: PlanQuestionBody }>(
    '/plan',
    {
      ...limits,
      schema: {
        summary: 'Plan the cheapest way to one licence, or find the earliest licence on every route',
        description:
          'With a target, a plan that was tried on the rules; without one, lower bounds for all routes at once. Canonical JSON. Nothing of a dossier is stored or logged.',
        tags,
        body: PlanQuestionSchema,
        response: { 200: Type.Union([refTo(PlanAnswerSchema), refTo(ReachesSchema)]), ...refused },
      },
    },
    (request, reply) =>
      answer(request, reply, options.judge, {
        act: 'plan',
        question: request.body,
        ...daysOf(options.now()),
      }),
  );
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  judge: Judge,
  ask: JudgeAsk,
): Promise<FastifyReply> {
  const answered = await judge.ask(ask, untilGone(reply));
  if (!answered.ok) return sendProblem(reply, ...answered.error);
  return sendText(request, reply.header('cache-control', 'no-store'), answered.value);
}

/** How large a dossier may be, and how often one address may send one. */
export function limitsOf(api: FastifyInstance, { requestsPerMinute }: AssessmentOptions) {
  return {
    bodyLimit: Math.min(api.initialConfig.bodyLimit ?? MOST_BYTES, MOST_BYTES),
    config: { rateLimit: { max: Math.max(1, Math.ceil(requestsPerMinute / COST)) } },
  };
}

/** Aborts when the connection closes before the answer is sent. */
export function untilGone(reply: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  return leaving.signal;
}
