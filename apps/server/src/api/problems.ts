import type { IncomingMessage } from 'node:http';
import { PROBLEM_MEDIA_TYPE, toProblemDocument } from '@testamur/adapters/http';
import { placesOf } from '@testamur/adapters/threads';
import type { Problem } from '@testamur/engines/kernel';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const FAULT: Problem = {
  code: 'HTTP_INTERNAL',
  message: 'Something failed on our side; nothing was changed.',
  hint: 'Try again. If it happens again, report what you did and the id of the request.',
};

/** Seconds after which a server that is busy, starting or stopping may be asked again. */
const COME_BACK = '5';

/** Sends what a room refused. */
export function sendProblem(reply: FastifyReply, ...problems: readonly Problem[]): FastifyReply {
  const [first = FAULT, ...others] = problems;
  const document = toProblemDocument([first, ...others], `urn:uuid:${reply.request.id}`);
  if (document.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', COME_BACK);
  return reply
    .code(document.status)
    .type(PROBLEM_MEDIA_TYPE)
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(document);
}

/** An error that carries problems through Fastify's own error path (a content parser, the rate limit). */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'A problem');
    this.problems = problems;
  }
}

/** Everything that goes wrong below /api ends here, as a problem document. */
export function handleProblems(api: FastifyInstance): void {
  api.setErrorHandler<FastifyError | ProblemError>(async (error, request, reply) => {
    if (error instanceof ProblemError) return sendProblem(reply, ...error.problems);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') await readToEnd(request.raw);
    const problem = describeError(error, request);
    // The message may quote what was sent, so that only the places are written down.
    if (problem === FAULT)
      request.log.error({ where: placesOf(error), route: request.routeOptions.url }, 'request failed');
    return sendProblem(reply, problem);
  });
}

/** Bytes that are read and thrown away, so that whoever sends too much still hears why. */
const MOST_THROWN_AWAY = 33_554_432;

/** A client that is still writing when the connection closes sees a broken connection and no answer. */
function readToEnd(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_THROWN_AWAY) resolve();
    });
    for (const event of ['end', 'error', 'close']) body.once(event, () => resolve());
    body.resume();
  });
}

function describeError(error: FastifyError, request: FastifyRequest): Problem {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return {
        code: 'HTTP_BODY_TOO_LARGE',
        message: `The body is larger than ${request.routeOptions.bodyLimit} bytes.`,
        hint: 'Send less, or send it in parts.',
      };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return {
        code: 'HTTP_MEDIA_TYPE_UNSUPPORTED',
        message: 'Only a body of the type application/json is read.',
        hint: 'Send the header Content-Type: application/json.',
      };
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return {
        code: 'HTTP_BODY_NOT_JSON',
        message: 'The body is empty or was cut short.',
        hint: 'Send it again, whole.',
      };
    default:
      return FAULT;
  }
}
