import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const compress = promisify(gzip);

/** Below this a header costs more than compression saves. */
const WORTH_IT = 1_400;

export function canGunzip(request: FastifyRequest): boolean {
  return /(^|[\s,])gzip\s*(,|$|;\s*q=(1|0\.[0-9]*[1-9]))/.test(request.headers['accept-encoding'] ?? '');
}

/** Sends JSON that is written already, compressed off the event loop for whoever can read that. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<FastifyReply> {
  reply.type('application/json; charset=utf-8').header('vary', 'accept-encoding');
  if (text.length < WORTH_IT || !canGunzip(request)) return reply.send(Buffer.from(text));
  const packed = await compress(text, { level: 4 });
  return reply.header('content-encoding', 'gzip').send(packed);
}
