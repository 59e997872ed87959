import { organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

/** Takes an invitation back; one that was accepted is not met by this. */
export function withdrawInvitation(
  platform: PeoplePlatform,
  request: Request,
  invitationId: Uuid,
): Answer<null> {
  return performAct(
    platform,
    { act: 'people.withdraw-invitation', request, content: { invitationId } },
    async ({ people }) =>
      changed(
        await people.withdrawInvitation(organisationOf(request), invitationId, request.at),
        'open invitation',
      ),
  );
}
