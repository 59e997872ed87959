import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { Membership } from './people-store.ts';

/** Who belongs to the organisation and with which roles; those who have left are listed with the day they did. */
export function listMembers(platform: PeoplePlatform, request: Request): Answer<readonly Membership[]> {
  return performAct(platform, { act: 'people.list-members', request, content: {} }, async ({ people }) =>
    ok(await people.listMembers(organisationOf(request))),
  );
}
