import { parseJson } from '@testamur/engines/kernel';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problems.ts';

/**
 * Bodies are read by our own strict reader: what others pass over (a member named twice, `__proto__`, half a character) is refused
 * with the place where it stands.
 */
export function readJsonStrictly(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const parsed = parseJson(String(body), { maxLength: api.initialConfig.bodyLimit ?? 0 });
    if (parsed.ok) done(null, parsed.value);
    else done(new ProblemError(parsed.error));
  });
}
