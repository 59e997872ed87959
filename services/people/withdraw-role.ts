import { err } from '@testamur/engines/kernel';
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
  const { personId, role } = given;
  const organisation = organisationOf(request);
  return performAct(
    platform,
    { act: 'people.withdraw-role', request, content: given },
    async ({ people }) => {
      const last = role === 'administrator' && (await keepAdministrator(people, organisation, personId));
      if (last) return err(last);
      // The role itself last: with it the right to do this may go.
      await people.revokeDelegations(organisation, { from: personId, role, at: request.at });
      return changed(await people.removeRole(organisation, personId, role), 'role');
    },
  );
}
