import type { Problem } from '@testamur/engines/kernel';

/** A problem document of RFC 9457, with the members of our own problems as extensions (section 3.2). */
export type ProblemDocument = {
  /** One URN per code: it names the problem and promises no page. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The request that was refused. */
  readonly instance?: string;
  /** JSON Pointer (RFC 6901) into the body that was sent. */
  readonly at?: string;
  /** What to do next. */
  readonly hint?: string;
  /** All problems of one request, when there are several. */
  readonly problems?: readonly Problem[];
};

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Codes whose status does not follow from their form. */
const STATUS: Readonly<Record<string, number>> = {
  AUTHORISING_HALTED: 503,
  AUTHORISING_APPROVAL_NEEDED: 409,
  AUTHORISING_APPROVAL_UNFIT: 409,
  AUTHORISING_CONFLICT: 409,
  AUTHORISING_FENCED: 403,
  AUTHORISING_FORBIDDEN: 403,
  AUTHORISING_SIGN_IN: 401,
  AUTHORISING_STEP_UP: 403,
  AUTHORISING_STORE: 503,
  HTTP_BODY_NOT_JSON: 400,
  HTTP_BODY_TOO_LARGE: 413,
  HTTP_CROSS_SITE: 403,
  HTTP_IDEMPOTENCY_KEY_UNFIT: 400,
  HTTP_IDEMPOTENCY_KEY_USED: 422,
  HTTP_INTERNAL: 500,
  HTTP_MEDIA_TYPE_UNSUPPORTED: 415,
  HTTP_METHOD_NOT_ALLOWED: 405,
  HTTP_NOT_FOUND: 404,
  HTTP_OVERLOADED: 503,
  HTTP_RATE_LIMITED: 429,
  HTTP_REPEAT_TOO_SOON: 409,
  HTTP_REQUEST_INVALID: 422,
  HTTP_STILL_WORKING: 503,
  HTTP_URL_MALFORMED: 400,
  IDENTIFYING_NOT_RECOGNISED: 403,
  KERNEL_JSON_SYNTAX: 400,
  LOG_DAMAGED: 500,
  LOG_UNREADABLE: 500,
  POSTGRES_BUSY: 503,
  POSTGRES_DISK_FULL: 507,
  POSTGRES_STOPPED: 503,
  SERVER_NOT_READY: 503,
  SERVER_STOPPING: 503,
  THREADS_ABANDONED: 503,
  THREADS_BUSY: 503,
  THREADS_EXHAUSTED: 503,
  THREADS_FAILED: 500,
  THREADS_STOPPED: 503,
  THREADS_TIMED_OUT: 503,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not in this state',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'The request is understood but cannot be answered',
  429: 'Too many requests',
  500: 'A fault on our side',
  503: 'Not available at the moment',
  507: 'No space left to write',
};

function statusOf(code: string): number {
  const known = STATUS[code];
  if (known !== undefined) return known;
  if (code.endsWith('_NOT_FOUND')) return 404;
  if (code.endsWith('_TOO_LARGE')) return 413;
  // Whatever else a room refuses is something about the content that was sent.
  return 422;
}

/**
 * Turns what a room refused into what HTTP answers: this is the only file that knows both.
 *
 * @example
 * toProblemDocument([{ code: 'HTTP_NOT_FOUND', message: 'No pack is called "zz".' }]).status; // 404
 */
export function toProblemDocument(
  problems: readonly [Problem, ...Problem[]],
  instance?: string,
): ProblemDocument {
  const [first] = problems;
  const status = statusOf(first.code);
  return {
    type: `urn:testamur:problem:${first.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[status] ?? 'Problem',
    status,
    detail: first.message,
    code: first.code,
    ...(instance === undefined ? {} : { instance }),
    ...(first.at === undefined ? {} : { at: first.at }),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
    ...(problems.length > 1 ? { problems } : {}),
  };
}
