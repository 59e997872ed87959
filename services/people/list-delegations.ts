import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { DelegationFound } from './people-store.ts';

/** Who lends which role to whom in the organisation, those that have ended included. */
export function listDelegations(
  platform: PeoplePlatform,
  request: Request,
): Answer<readonly DelegationFound[]> {
  return performAct(platform, { act: 'people.list-delegations', request, content: {} }, async ({ people }) =>
    ok(await people.listDelegations(organisationOf(request))),
  );
}
