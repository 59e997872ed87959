import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { ServiceAccountFound } from './people-store.ts';

/** The programs that may act for the organisation, those that were stopped included. */
export function listServiceAccounts(
  platform: PeoplePlatform,
  request: Request,
): Answer<readonly ServiceAccountFound[]> {
  return performAct(
    platform,
    { act: 'people.list-service-accounts', request, content: {} },
    async ({ people }) => ok(await people.listServiceAccounts(organisationOf(request))),
  );
}
