import { PROBLEM_MEDIA_TYPE, toProblemDocument } from '@testamur/adapters/http';
import type { Problem } from '@testamur/engines/kernel';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

/** Sends what a room refused. */
export function sendProblem(reply: FastifyReply, ...problems: [Problem, ...Problem[]]): FastifyReply {
  const document = toProblemDocument(problems);
  return reply.code(document.status).type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(document);
}

/** An error that carries a problem through Fastify's own error path (a content parser, the rate limit). */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Everything that goes wrong below /api ends here, as a problem document. */
export function handleProblems(api: FastifyInstance): void {
  api.setErrorHandler<FastifyError | ProblemError>((error, request, reply) => {
    const problem = describeError(error, api.initialConfig.bodyLimit ?? 0);
    if (problem.code === 'HTTP_INTERNAL')
      request.log.error({ err: error, url: request.routeOptions.url }, 'request failed');
    return sendProblem(reply, problem);
  });
}

function describeError(error: FastifyError | ProblemError, bodyLimit: number): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error.validation) return describeValidation(error);
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return {
        code: 'HTTP_BODY_TOO_LARGE',
        message: `The body is larger than ${bodyLimit} bytes.`,
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
      return { code: 'HTTP_BODY_NOT_JSON', message: 'The body is empty or was cut short.' };
    default:
      return {
        code: 'HTTP_INTERNAL',
        message: 'Something failed on our side; nothing was changed.',
        hint: 'Try again. If it happens again, report what you did: the log of the server says what failed.',
      };
  }
}

function describeValidation(error: FastifyError): Problem {
  const first = error.validation?.[0];
  return {
    code: 'HTTP_REQUEST_INVALID',
    message: `The ${error.validationContext ?? 'request'} does not fit: ${first?.message ?? error.message}.`,
    at: first?.instancePath ?? '',
    hint: 'The published description at /api/openapi.json says what each field holds.',
  };
}
