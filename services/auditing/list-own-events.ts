import { err, ok } from '@testamur/engines/kernel';
import { actorOf, type Platform, performAct, type Request } from '../authorising/index.ts';
import type { EventsWanted } from './audit-store.ts';
import { type Answer, type AuditStores, checkPage } from './list-events.ts';

/** What was done in one's own tenant: who looked at one's record, and when. */
export function listOwnEvents(
  platform: Platform<AuditStores>,
  request: Request,
  wanted: EventsWanted,
): Answer {
  const unusablePage = checkPage(wanted);
  if (unusablePage) return Promise.resolve(err(unusablePage));
  return performAct(
    platform,
    { act: 'auditing.list-own-events', request, content: wanted },
    async ({ audit }) => ok(await audit.list(actorOf(request), wanted)),
  );
}
