import { type DocumentQuestionBody, DocumentQuestionSchema } from '@testamur/adapters/http';
import type { FastifyInstance } from 'fastify';
import { type AssessmentOptions, limitsOf, untilGone } from './assess.ts';
import { daysOf } from './days.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

/** What a person takes away on paper. It is made of what she sends, answered and forgotten: neither stored nor logged. */
export function serveDocuments(api: FastifyInstance, options: AssessmentOptions): void {
  api.post<{ Body: DocumentQuestionBody }>(
    '/documents/plan',
    {
      ...limitsOf(api, options),
      schema: {
        summary: 'Print the plan of one route and its requirements as a tagged PDF (PDF/UA-1)',
        description:
          'With every citation and the date of the law, in the language of the reader. It is made of the same plan as POST /plan answers; with wishes or a point, of that point of the front, planned anew. Nothing of a dossier is stored or logged.',
        tags: ['documents'],
        body: DocumentQuestionSchema,
        response: {
          200: {
            description: 'The document',
            content: { 'application/pdf': { schema: { description: 'Bytes, not JSON' } } },
          },
          ...refusals(400, 413, 415, 422, 429, 503),
        },
      },
    },
    async (request, reply) => {
      const ask = { act: 'print', question: request.body, ...daysOf(options.now()) } as const;
      const printed = await options.judge.print(ask, untilGone(reply));
      if (!printed.ok) return sendProblem(reply, ...printed.error);
      return reply
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="plan.pdf"')
        .send(Buffer.from(printed.value));
    },
  );
}
