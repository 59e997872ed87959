import { LeafParams, LogProofSchema, LogQuery, PublicLogSchema, refTo } from '@testamur/adapters/http';
import { proveEntry, readCheckpoint } from '@testamur/adapters/log';
import type { PlatformStores } from '@testamur/adapters/postgres';
import { formatNoteKey } from '@testamur/engines/transparency';
import type { Platform, Request } from '@testamur/services/authorising';
import { findLeaf, listGrowth, listLeaves } from '@testamur/services/publishing';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { PublicLog } from '../log/open-public-log.ts';
import { sendProblem } from './problems.ts';
import { refusals } from './refusals.ts';

export type LogOptions = {
  readonly platform: Platform<PlatformStores>;
  /** Absent where no key is configured. */
  readonly log: PublicLog | undefined;
  readonly now: () => number;
};

const tags = ['log'];

/** What was said in public, and the proof that it is in the log. The files of the log themselves are below /log/. */
export function servePublicLog(api: FastifyInstance, options: LogOptions): void {
  const { platform, log, now } = options;
  const anybody = (): Request => ({
    actor: { kind: 'anonymous' },
    at: new Date(now()).toISOString(),
    site: 'api',
  });
  serveNewest(api, { platform, log, anybody });
  serveProofs(api, { platform, log, anybody });
}

type Asked = Omit<LogOptions, 'now'> & { readonly anybody: () => Request };

function serveNewest(api: FastifyInstance, { platform, log, anybody }: Asked): void {
  api.get<{ Querystring: { before?: number; limit?: number } }>(
    '/log',
    {
      schema: {
        summary: 'The transparency log: its newest checkpoint and leaves, and how it has grown',
        tags,
        querystring: LogQuery,
        response: { 200: refTo(PublicLogSchema), ...refusals(404, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      if (log === undefined) return sendNoLog(reply);
      const checkpoint = await readCheckpoint(log.files, log.trust);
      if (!checkpoint.ok)
        return checkpoint.error.code === 'LOG_NOT_FOUND'
          ? sendNotYet(reply)
          : sendProblem(reply, checkpoint.error);
      const { before, limit = 20 } = request.query;
      const leaves = await listLeaves(platform, anybody(), {
        limit,
        ...(before === undefined ? {} : { before }),
      });
      if (!leaves.ok) return sendProblem(reply, leaves.error);
      const growth = await listGrowth(platform, anybody());
      if (!growth.ok) return sendProblem(reply, growth.error);
      const { size, root, source } = checkpoint.value;
      return {
        ...{
          schema: 'testamur/log/1' as const,
          origin: log.trust.log.name,
          key: formatNoteKey(log.trust.log),
        },
        ...{ size, root: Buffer.from(root).toString('base64'), checkpoint: source },
        leaves: leaves.value.map(({ index, entry }) => ({
          ...(index === undefined ? {} : { index }),
          entry,
        })),
        growth: [...growth.value],
      };
    },
  );
}

function serveProofs(api: FastifyInstance, { platform, log, anybody }: Asked): void {
  api.get<{ Params: { leaf: string } }>(
    '/log/proofs/:leaf',
    {
      schema: {
        summary: 'The proof that a public act is in the log, under its newest checkpoint',
        description:
          'The id of the leaf was given when the act was done. Some seconds pass until it is in the log.',
        tags,
        params: LeafParams,
        response: { 200: refTo(LogProofSchema), ...refusals(404, 422, 429, 503) },
      },
    },
    async (request, reply) => {
      if (log === undefined) return sendNoLog(reply);
      const found = await findLeaf(platform, anybody(), request.params.leaf);
      if (!found.ok) return sendProblem(reply, found.error);
      const { index } = found.value;
      if (index === undefined) return sendNotYet(reply);
      const proven = await proveEntry(log.files, index, log.trust);
      if (!proven.ok)
        return ['TRANSPARENCY_RANGE_OUTSIDE_TREE', 'LOG_NOT_FOUND'].includes(proven.error.code)
          ? sendNotYet(reply)
          : sendProblem(reply, proven.error);
      const { proof, entry, size } = proven.value;
      reply.header('cache-control', 'no-store');
      return {
        ...{ schema: 'testamur/log-proof/1' as const, index, size, proof },
        entry: Buffer.from(entry).toString('base64'),
      };
    },
  );
}

const sendNoLog = (reply: FastifyReply) =>
  sendProblem(reply, {
    code: 'HTTP_NOT_FOUND',
    message: 'This installation keeps no public log yet.',
    hint: 'Its operator begins one by giving it a signing key: LOG_KEY, see the README of apps/server.',
  });

const sendNotYet = (reply: FastifyReply) =>
  sendProblem(reply, {
    code: 'HTTP_STILL_WORKING',
    message: 'The act is done and recorded; the log has not taken it in yet.',
    hint: 'Ask again in some seconds.',
  });
