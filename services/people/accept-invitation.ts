import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import { actorOf, performAct, type Request, readLine, type Uuid } from '../authorising/index.ts';
import { refuse } from './errors.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';
import { notOpen } from './show-invitation.ts';

/**
 * Joins the organisation whose one-time link is presented as `request.secret`. The link serves once: membership, roles and its use are one
 * transaction, and the membership's key refuses a second one.
 */
export async function acceptInvitation(
  platform: PeoplePlatform,
  request: Request,
  given: { readonly knownAs: string },
): Answer<{ readonly organisation: Uuid }> {
  const knownAs = readLine(given.knownAs, 'name');
  if (!knownAs.ok) return knownAs;
  const personId = actorOf(request);
  const at = request.at;
  return performAct(
    platform,
    { act: 'people.accept-invitation', request, content: {} },
    async ({ people }) => {
      const found = await people.findInvitation(sha256Hex(request.secret ?? ''), at);
      if (!found?.isOpen) return err(notOpen());
      const { organisation, invitationId } = found;
      const own = await people.listMembershipsOf(personId);
      if (own.some((one) => one.organisation === organisation))
        return err(
          refuse(
            'PEOPLE_ALREADY_MEMBER',
            'You belong or have belonged to this organisation.',
            'Ask its administrator for the role.',
          ),
        );
      await people.addMembership({ organisation, personId, knownAs: knownAs.value, at });
      for (const role of new Set(['member', found.role] as const))
        await people.addRole({ organisation, personId, role, by: found.invitedBy ?? personId, at });
      return (await people.acceptInvitation({ organisation, invitationId, by: personId, at })) === 1
        ? ok({ organisation })
        : err(notOpen());
    },
  );
}
