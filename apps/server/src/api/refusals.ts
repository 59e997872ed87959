import { PROBLEM_MEDIA_TYPE, ProblemSchema, refTo } from '@testamur/adapters/http';

const WHEN = {
  304: 'You have it already',
  400: 'The body cannot be read as JSON, or the address is malformed',
  401: 'Nobody is signed in',
  403: 'Whoever asks may not do this, or has to prove anew who she is',
  404: 'There is nothing of this name',
  409: 'It was done already, or needs an approval first',
  413: 'The body is too large',
  415: 'The body is not application/json',
  422: 'Something in the request cannot be answered; every field is named',
  429: 'Too many requests from this address; Retry-After says when to come back',
  503: 'Busy, starting or stopping',
} as const;

/** What a route answers when it refuses: a problem document for each of these statuses. */
export function refusals(...statuses: readonly (keyof typeof WHEN)[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: WHEN[status],
        content: { [PROBLEM_MEDIA_TYPE]: { schema: refTo(ProblemSchema) } },
      },
    ]),
  );
}
