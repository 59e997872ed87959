import type { FastifyRequest } from 'fastify';
import { inProcessCall } from './in-process.ts';

/** Where people reach us: as configured, else as the request says it, which Fastify believes of trusted proxies only. */
export const ownOrigin = (request: FastifyRequest, configured: string | undefined): string =>
  configured ?? inProcessCall()?.origin ?? `${request.protocol}://${request.host}`;
