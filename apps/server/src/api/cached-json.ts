import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canGunzip, compress } from './send-text.ts';

/** A large answer that is the same for everybody until the next release: made once, compressed once, named by its content. */
export type CachedJson = {
  readonly bytes: Buffer;
  readonly tag: string;
  readonly packed: () => Promise<Buffer>;
};

export const cacheJson = (value: unknown): CachedJson => cacheText(JSON.stringify(value));

/** `tag` names the content, where it has a name already. */
export function cacheText(text: string, tag?: string): CachedJson {
  const bytes = Buffer.from(text);
  let packed: Promise<Buffer> | undefined;
  return {
    bytes,
    tag: tag ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    packed: () => {
      packed ??= compress(bytes);
      return packed;
    },
  };
}

/**
 * Answers 304 when the caller has it already (RFC 9110 section 13.1.2), else the bytes, compressed for whoever can read that.
 * The two forms have tags of their own (RFC 9110 section 8.8.3); either of them counts as having it.
 */
export async function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  cached: CachedJson,
): Promise<FastifyReply> {
  const isPacked = canGunzip(request);
  reply
    .header('etag', isPacked ? `"${cached.tag}-gzip"` : `"${cached.tag}"`)
    .header('cache-control', 'public, no-cache')
    .header('vary', 'accept-encoding');
  if (hasAlready(request.headers['if-none-match'], cached.tag)) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  if (!isPacked) return reply.send(cached.bytes);
  return reply.header('content-encoding', 'gzip').send(await cached.packed());
}

function hasAlready(header: string | undefined, tag: string): boolean {
  const held = (header ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return held.some((each) => ['*', `"${tag}"`, `"${tag}-gzip"`].includes(each));
}
