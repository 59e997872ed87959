import { claimRequest, type Database, keepAnswer, releaseRequest } from '@testamur/adapters/postgres';
import { err, hashOf, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { actorId, type Request } from '@testamur/services/authorising';
import type { FastifyRequest } from 'fastify';

type Outcome = Result<unknown, Problem>;
type Asked = { readonly http: FastifyRequest; readonly request: Request };

/**
 * The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) on whatever changes something: the same key with the same content
 * is answered with what was answered before, for a day; with other content 422, while the first is being answered 409. A key belongs to whoever
 * is signed in. What was refused is not kept: asking again may go better.
 */
export async function answerOnce(
  database: Database,
  { http, request }: Asked,
  perform: (request: Request) => Promise<Outcome>,
): Promise<Outcome> {
  const read = readKey(http);
  if (!read.ok) return read;
  const key = read.value;
  if (key === undefined || actorId(request.actor) === undefined) return perform(request);
  const keyed = { request, key };
  const claim = await claimRequest(database, keyed, contentOf(http));
  if (!claim.ok) return claim;
  if (claim.value.state === 'busy') return err(running());
  if (claim.value.state === 'other') return err(usedForOther());
  if (claim.value.state === 'answered') return ok(JSON.parse(claim.value.answer).value);
  const outcome = await performOrRelease(database, keyed, perform);
  if (!outcome.ok) return outcome;
  const kept = await keepAnswer(database, keyed, JSON.stringify({ value: outcome.value }));
  // The act is done and remembers its outcome; only the short way to it is missing.
  return kept.ok ? outcome : err(kept.error);
}

/** A fault of ours must not leave the key claimed until the claim is taken for dead. */
async function performOrRelease(
  database: Database,
  keyed: { readonly request: Request; readonly key: string },
  perform: (request: Request) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const outcome = await perform({ ...keyed.request, idempotencyKey: keyed.key });
    if (!outcome.ok) await releaseRequest(database, keyed);
    return outcome;
  } catch (error) {
    await releaseRequest(database, keyed);
    throw error;
  }
}

/** Long enough not to be guessed, because it opens the answer; the draft suggests a UUID. */
const FORM = /^[\x21\x23-\x5b\x5d-\x7e]{16,255}$/;

/** A string of RFC 9651, `"8e03978e-…"`; without its quotation marks, as many send it, it is the same key. */
function readKey(http: FastifyRequest): Result<string | undefined, Problem> {
  const header = http.headers['idempotency-key'];
  if (header === undefined || http.method === 'GET') return ok(undefined);
  const text = typeof header === 'string' ? header.trim() : '';
  const key = text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return FORM.test(key) ? ok(key) : err(unfit());
}

/** Two requests are the same when method, address and body are. */
function contentOf(http: FastifyRequest): string {
  const { method, url, body } = http;
  const hashed = hashOf({ method, url, body: body ?? null });
  // What came through the strict reader of bodies is JSON.
  if (!hashed.ok) throw new Error('The body is no JSON.');
  return hashed.value;
}

const unfit = (): Problem => ({
  code: 'HTTP_IDEMPOTENCY_KEY_UNFIT',
  message: 'The Idempotency-Key is no text of 16 to 255 printable characters.',
  hint: 'Send a new UUID in quotation marks for each request, and the same when you repeat it.',
});
const running = (): Problem => ({
  code: 'HTTP_REPEAT_TOO_SOON',
  message: 'The same request is being answered now.',
  hint: 'Wait a moment and ask again with the same key.',
});
const usedForOther = (): Problem => ({
  code: 'HTTP_IDEMPOTENCY_KEY_USED',
  message: 'This Idempotency-Key was used for another request.',
  hint: 'Use a new key for each request; the same only to repeat it unchanged.',
});
