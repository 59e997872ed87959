import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A large answer that is the same for everybody until the next release: made once, compressed once, named by its content. */
export type CachedJson = { readonly bytes: Buffer; readonly etag: string; readonly compressed: () => Buffer };

export function cacheJson(value: unknown): CachedJson {
  const bytes = Buffer.from(JSON.stringify(value));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  let compressed: Buffer | undefined;
  return {
    bytes,
    etag,
    compressed: () => {
      compressed ??= gzipSync(bytes);
      return compressed;
    },
  };
}

/** Answers 304 when the caller has it already (RFC 9110 section 13.1.2), else the bytes, compressed for whoever can read that. */
export function sendCached(request: FastifyRequest, reply: FastifyReply, cached: CachedJson): FastifyReply {
  reply
    .header('etag', cached.etag)
    .header('cache-control', 'public, no-cache')
    .header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === cached.etag) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(cached.bytes);
  return reply.header('content-encoding', 'gzip').send(cached.compressed());
}
