import { parseTilePath, TILE_WIDTH } from '@testamur/engines/transparency';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendProblem } from '../api/problems.ts';
import type { PublicLog } from './open-public-log.ts';

/** A tile that is full never changes; one that is not is replaced by a wider one, and may be gone then (C2SP tlog-tiles). */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const FOR_A_WHILE = 'public, max-age=3600';

/** The log as files below `/log/`: `checkpoint` and `tile/…`, for mirrors and for whoever checks a proof. Anybody may read them from anywhere. */
export function serveLog(app: FastifyInstance, log: PublicLog): void {
  const hidden = { schema: { hide: true } } as const;
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*').header('x-content-type-options', 'nosniff');
  });
  app.get('/checkpoint', hidden, async (_request, reply) => {
    const bytes = await log.files.read('checkpoint');
    if (bytes === undefined) return sendNothing(reply);
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(Buffer.from(bytes));
  });
  app.get<{ Params: { '*': string } }>('/tile/*', hidden, async (request, reply) => {
    const path = `tile/${request.params['*']}`;
    const ref = parseTilePath(path);
    const bytes = ref && (await log.files.read(path));
    if (ref === undefined || bytes === undefined) return sendNothing(reply);
    return reply
      .type('application/octet-stream')
      .header('cache-control', ref.width === TILE_WIDTH ? IMMUTABLE : FOR_A_WHILE)
      .send(Buffer.from(bytes));
  });
}

const sendNothing = (reply: FastifyReply) =>
  sendProblem(reply, {
    code: 'HTTP_NOT_FOUND',
    message: 'The log has no such file.',
    hint: 'It is read from its checkpoint on: /log/checkpoint. A partial tile goes when the tile is full.',
  });
