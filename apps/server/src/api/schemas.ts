import {
  ASSESSMENT_PARTS,
  AssessmentSchema,
  bundleSchema,
  PLAN_PARTS,
  PlanAnswerSchema,
  ProblemSchema,
  ReachesSchema,
  ReverseReachSchema,
  VerificationSchema,
} from '@testamur/adapters/http';
import { quoteText } from '@testamur/engines/kernel';
import { dossierSchema, type Vocabulary } from '@testamur/engines/recognition';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type CachedJson, cacheJson, sendCached } from './cached-json.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

/** The published schemas (JSON Schema, draft 2020-12), each one document that needs no other. */
export function serveSchemas(api: FastifyInstance, vocabulary: Vocabulary): void {
  const byName = new Map<string, CachedJson>(
    Object.entries({
      assessment: bundleSchema('urn:testamur:assessment:1', AssessmentSchema, ASSESSMENT_PARTS),
      dossier: dossierSchema(vocabulary),
      plan: bundleSchema('urn:testamur:plan-answer:1', PlanAnswerSchema, PLAN_PARTS),
      problem: bundleSchema('urn:testamur:problem:1', ProblemSchema, []),
      reaches: bundleSchema('urn:testamur:reaches:1', ReachesSchema, []),
      verification: bundleSchema('urn:testamur:verification:1', VerificationSchema, []),
      'reverse-reach': bundleSchema('urn:testamur:reverse-reach:1', ReverseReachSchema, []),
    }).map(([name, schema]) => [name, cacheJson(schema)]),
  );
  const names = [...byName.keys()].join(', ');
  api.get<{ Params: { name: string } }>(
    '/schemas/:name',
    {
      schema: {
        summary: 'A published JSON Schema (draft 2020-12)',
        tags: ['schemas'],
        params: Type.Object({ name: Type.String({ description: `One of ${names}` }) }),
        response: { 200: Type.Object({}, { additionalProperties: true }), ...refusals(304, 404, 429) },
      },
    },
    (request, reply) => {
      const found = byName.get(request.params.name);
      if (found) return sendCached(request, reply, found);
      return sendProblem(reply, {
        code: 'HTTP_NOT_FOUND',
        message: `No schema is called ${quoteText(request.params.name)}.`,
        at: '/name',
        hint: `There are: ${names}.`,
      });
    },
  );
}
