import { parseJson } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bodies are read by our own strict reader: what others pass over (bytes that are no UTF-8, a member named twice, `__proto__`, half a
 * character) is refused with the place where it stands.
 */
export function readJsonStrictly(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    const text = decode(body as Buffer);
    if (text === undefined) return done(notText());
    const parsed = parseJson(text, { maxLength: api.initialConfig.bodyLimit ?? 0 });
    if (parsed.ok) done(null, parsed.value);
    else done(new ProblemError({ hint: 'Correct the JSON at this place.', ...parsed.error }));
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

const notText = () =>
  new ProblemError({
    code: 'HTTP_BODY_NOT_JSON',
    message: 'The body is not text in UTF-8.',
    hint: 'Send JSON in UTF-8 (RFC 8259 section 8.1).',
  });
