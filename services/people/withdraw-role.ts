import {
  type MemberRole,
  organisationOf,
  performAct,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

/** Takes a role from a member; what she delegated of it ends with it. */
export function withdrawRole(
  platform: PeoplePlatform,
  request: Request,
  given: { readonly personId: Uuid; readonly role: MemberRole },
): Answer<null> {
  const organisation = organisationOf(request);
  return performAct(
    platform,
    { act: 'people.withdraw-role', request, content: given },
    async ({ people }) => {
      const removed = changed(await people.removeRole(organisation, given.personId, given.role), 'role');
      if (!removed.ok) return removed;
      await people.revokeDelegations(organisation, {
        from: given.personId,
        role: given.role,
        at: request.at,
      });
      return keepAdministrator(people, organisation);
    },
  );
}
