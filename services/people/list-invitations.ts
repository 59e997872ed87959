import { ok } from '@testamur/engines/kernel';
import { organisationOf, performAct, type Request } from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import type { InvitationOpen } from './people-store.ts';

/** Whom the organisation has asked to join and who has not answered; what was accepted, withdrawn or has expired is not listed. */
export function listInvitations(
  platform: PeoplePlatform,
  request: Request,
): Answer<readonly InvitationOpen[]> {
  return performAct(platform, { act: 'people.list-invitations', request, content: {} }, async ({ people }) =>
    ok(await people.listOpenInvitations(organisationOf(request), request.at)),
  );
}
