import type { LibraryFile } from '@testamur/adapters/library';
import { canonicalise, type Day, dayInZone, expectOk, type Problem } from '@testamur/engines/kernel';
import { dossierSchema } from '@testamur/engines/recognition';
import {
  assessDossier,
  type Library,
  openLibrary,
  type Question,
  readQuestion,
} from '@testamur/services/recognising';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { cacheJson, sendCached } from './cached-json.ts';
import { sendProblem } from './problems.ts';
import { ProblemSchema } from './schemas.ts';

const tags = ['assessment'];

const day = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }));
const QuestionSchema = Type.Object(
  {
    dossier: Type.Unknown({ description: 'What the person holds; its shape is /api/dossier-schema' }),
    on: day('The law of this day, YYYY-MM-DD; today where absent'),
    knownOn: day('As it was known on this day, YYYY-MM-DD; today where absent'),
    packs: Type.Optional(
      Type.Array(Type.String({ maxLength: 40 }), {
        maxItems: 500,
        description: 'Packs to judge; all where absent',
      }),
    ),
  },
  { additionalProperties: false },
);

export type AssessmentOptions = { readonly library: LibraryFile; readonly now: () => number };

/** One dossier, judged by every authority. It is answered and forgotten: neither stored nor logged. */
export function serveAssessment(api: FastifyInstance, options: AssessmentOptions): void {
  const library = openLibrary(options.library.law, options.library.registry);
  const schema = cacheJson(dossierSchema(library.book.vocabulary));
  api.get(
    '/dossier-schema',
    { schema: { summary: 'The JSON Schema of a dossier (draft 2020-12)', tags } },
    (request, reply) => sendCached(request, reply, schema),
  );
  api.post<{ Body: Question }>(
    '/assess',
    {
      schema: {
        summary:
          'Judge a dossier: statuses, requirements, reasons and citations, testamur/assessment/1 in canonical JSON',
        tags,
        body: QuestionSchema,
        response: { 422: ProblemSchema },
      },
    },
    (request, reply) => answer(library, request.body, latestToday(options.now()), reply),
  );
}

function answer(library: Library, question: Question, today: Day, reply: FastifyReply): FastifyReply {
  const request = readQuestion(question, { library, today });
  if (!request.ok) {
    const [first, ...others] = request.error as readonly Problem[] as readonly [Problem, ...Problem[]];
    return sendProblem(reply, first, ...others);
  }
  const assessment = assessDossier(library, request.value);
  return reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(expectOk(canonicalise(assessment), 'an assessment is JSON'));
}

/** Where the person is, nobody said: the latest day on earth, so that nobody's today is called the future. */
function latestToday(now: number): Day {
  return expectOk(dayInZone(now, 'Pacific/Kiritimati'), 'the clock is an instant');
}
