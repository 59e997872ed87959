import { err, ok, type Result } from '@testamur/engines/kernel';
import {
  type ActStores,
  type AuthorisingProblem,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  unusable,
} from '../authorising/index.ts';
import type { AuditStore, EventsWanted, StoredEvent } from './audit-store.ts';

export type AuditStores = ActStores & { readonly audit: AuditStore };
export type Answer = Promise<Result<readonly StoredEvent[], AuthorisingProblem>>;

const MOST = 1_000;

/** What was done in the organisation, oldest first, a page at a time. Reading it is itself recorded. */
export function listEvents(platform: Platform<AuditStores>, request: Request, wanted: EventsWanted): Answer {
  const unusablePage = checkPage(wanted);
  if (unusablePage) return Promise.resolve(err(unusablePage));
  return performAct(platform, { act: 'auditing.list-events', request, content: wanted }, async ({ audit }) =>
    ok(await audit.list(organisationOf(request), wanted)),
  );
}

export function checkPage({ after, limit }: EventsWanted): AuthorisingProblem | undefined {
  if (Number.isSafeInteger(after) && after >= 0 && Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST)
    return undefined;
  return unusable('page', `It begins after an event's number and holds 1 to ${MOST}.`);
}
