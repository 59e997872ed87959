import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../configuration.ts';

/** RFC 9116: where a weakness is told. An operator who has named nobody has no such file: an address is not ours to invent. */
export function serveSecurityText(
  app: FastifyInstance,
  { securityContact }: Pick<Configuration, 'securityContact'>,
): void {
  if (securityContact === undefined) return;
  const { address, until } = securityContact;
  const lines = [`Contact: ${address}`, `Expires: ${until}T23:59:59Z`, `Preferred-Languages: ${LANGUAGES}`];
  app.get('/.well-known/security.txt', { schema: { hide: true } }, (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`${lines.join('\n')}\n`),
  );
}

/** Those in which the portal speaks. */
const LANGUAGES = 'en, es, fr, pt, ar, zh, ru';
