import type { Problem } from '@testamur/engines/kernel';

/** Every way the HTTP edge itself can refuse; what other rooms refuse keeps its own code. */
export type HttpCode =
  | 'HTTP_BODY_NOT_JSON' // the body does not parse
  | 'HTTP_BODY_TOO_LARGE' // longer than the limit
  | 'HTTP_CROSS_SITE' // another site sent it with somebody's cookie
  | 'HTTP_IDEMPOTENCY_KEY_UNFIT' // the key is no text that could be one
  | 'HTTP_IDEMPOTENCY_KEY_USED' // the key was used for another request
  | 'HTTP_INTERNAL' // a fault of ours; its detail goes to the log, not to the caller
  | 'HTTP_MEDIA_TYPE_UNSUPPORTED' // a body that is not application/json
  | 'HTTP_METHOD_NOT_ALLOWED' // this address answers other methods
  | 'HTTP_NOT_FOUND' // nothing at this address
  | 'HTTP_OVERLOADED' // more is asked than can be answered in time
  | 'HTTP_RATE_LIMITED' // too many requests from one address
  | 'HTTP_REPEAT_TOO_SOON' // the same request is being answered now
  | 'HTTP_REQUEST_INVALID' // the request does not fit the published schema
  | 'HTTP_STILL_WORKING' // the answer takes longer than anybody waits; it will be there later
  | 'HTTP_URL_MALFORMED'; // the address is no address

export type HttpProblem = Problem<HttpCode>;
