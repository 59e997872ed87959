import { err } from '@testamur/engines/kernel';
import { organisationOf, type Platform, performAct, type Request, type Uuid } from '../authorising/index.ts';
import { keepAdministrator } from './keep-administrator.ts';
import { type Answer, changed, type PeopleStores, securityNotice, type Telling } from './people-act.ts';

/** Ends somebody's membership. Her roles count no more, though they stay on record; delegations from and to her are taken back. */
export function endMembership(
  platform: Platform<PeopleStores & Telling>,
  request: Request,
  given: { readonly personId: Uuid },
): Answer<null> {
  const organisation = organisationOf(request);
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'people.end-membership', request, content: given },
    async ({ people, messages }) => {
      const last = await keepAdministrator(people, organisation, given.personId);
      if (last) return err(last);
      await messages.add(
        organisation,
        securityNotice('membership-ended', { messageId, personId: given.personId, at: request.at }),
      );
      await people.revokeDelegations(organisation, { from: given.personId, at: request.at });
      await people.revokeDelegations(organisation, { to: given.personId, at: request.at });
      return changed(await people.endMembership(organisation, given.personId, request.at), 'member');
    },
  );
}
