import { err, ok } from '@testamur/engines/kernel';
import { actorOf, organisationOf, performAct, type Request } from '../authorising/index.ts';
import { notHalted } from './errors.ts';
import type { Answer, OperatingPlatform } from './halt-log.ts';

/** Ends every halt, those set for later too. */
export function liftHalt(platform: OperatingPlatform, request: Request): Answer<{ readonly lifted: number }> {
  return performAct(platform, { act: 'operating.lift-halt', request, content: {} }, async ({ haltLog }) => {
    const lifting = { at: request.at, liftedBy: actorOf(request) };
    const lifted = await haltLog.liftAll(organisationOf(request), lifting);
    return lifted > 0 ? ok({ lifted }) : err(notHalted());
  });
}
