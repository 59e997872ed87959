import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  type MemberRole,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import { notFound, refuse } from './errors.ts';
import { type Answer, type PeopleStores, securityNotice, type Telling } from './people-act.ts';

/** Gives a member of the organisation a role. */
export function assignRole(
  platform: Platform<PeopleStores & Telling>,
  request: Request,
  given: { readonly personId: Uuid; readonly role: MemberRole },
): Answer<null> {
  const organisation = organisationOf(request);
  const messageId = platform.newId();
  return performAct(
    platform,
    { act: 'people.assign-role', request, content: given },
    async ({ people, messages }) => {
      const member = (await people.listMembers(organisation)).find((one) => one.personId === given.personId);
      if (!member || member.endedAt !== undefined) return err(notFound('member'));
      if (member.roles.includes(given.role))
        return err(
          refuse('PEOPLE_ALREADY_MEMBER', 'This member has the role already.', 'Nothing need be done.'),
        );
      await messages.add(
        organisation,
        securityNotice('role-changed', { messageId, personId: given.personId, at: request.at }),
      );
      await people.addRole({ organisation, ...given, by: actorOf(request), at: request.at });
      return ok(null);
    },
  );
}
