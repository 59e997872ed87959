import { MEMBER_ROLES, organisationOf, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { type Answer, changed, type PeoplePlatform } from './people-act.ts';

/** Ends somebody's membership. Roles and delegations, from and to her, end with it; what she did stays hers. */
export function endMembership(
  platform: PeoplePlatform,
  request: Request,
  given: { readonly personId: Uuid },
): Answer<null> {
  const organisation = organisationOf(request);
  return performAct(
    platform,
    { act: 'people.end-membership', request, content: given },
    async ({ people }) => {
      for (const role of MEMBER_ROLES) await people.removeRole(organisation, given.personId, role);
      await people.revokeDelegations(organisation, { from: given.personId, at: request.at });
      await people.revokeDelegations(organisation, { to: given.personId, at: request.at });
      const ended = changed(await people.endMembership(organisation, given.personId, request.at), 'member');
      return ended.ok ? keepAdministrator(people, organisation) : ended;
    },
  );
}
