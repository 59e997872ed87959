import { err } from '@testamur/engines/kernel';
import {
  type MemberRole,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { type Answer, changed, type PeopleStores, securityNotice, type Telling } from './people-act.ts';

/** Takes a role from a member; what she delegated of it ends with it. */
export function withdrawRole(
  platform: Platform<PeopleStores & Telling>,
  request: Request,
  given: { readonly personId: Uuid; readonly role: MemberRole },
): Answer<null> {
  const { personId, role } = given;
  const organisation = organisationOf(request);
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'people.withdraw-role', request, content: given },
    async ({ people, messages }) => {
      const last = role === 'administrator' && (await keepAdministrator(people, organisation, personId));
      if (last) return err(last);
      await messages.add(
        organisation,
        securityNotice('role-changed', { messageId, personId, at: request.at }),
      );
      // The role itself last: with it the right to do this may go.
      await people.revokeDelegations(organisation, { from: personId, role, at: request.at });
      return changed(await people.removeRole(organisation, personId, role), 'role');
    },
  );
}
