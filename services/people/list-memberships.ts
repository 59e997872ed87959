import { ok } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { Membership } from './people-store.ts';

/** The organisations to which one belongs, with one's roles there. */
export function listMemberships(platform: PeoplePlatform, request: Request): Answer<readonly Membership[]> {
  return performAct(platform, { act: 'people.list-memberships', request, content: {} }, async ({ people }) =>
    ok(await people.listMembershipsOf(actorOf(request))),
  );
}
