import { err, ok } from '@testamur/engines/kernel';
import {
  actorOf,
  type Instant,
  isInstant,
  type MemberRole,
  organisationOf,
  performAct,
  type Request,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import { notFound, refuse } from './errors.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';

export type RoleLent = {
  readonly to: Uuid;
  readonly role: MemberRole;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/** Lends one's own role to another member until an instant. A role that one was lent oneself is not lent on. */
export async function delegateRole(
  platform: PeoplePlatform,
  request: Request,
  lent: RoleLent,
): Answer<{ readonly delegationId: Uuid }> {
  if (
    ![lent.startsAt, lent.endsAt].every(isInstant) ||
    lent.endsAt <= lent.startsAt ||
    lent.endsAt <= request.at
  )
    return err(unusable('end', 'It must come after the beginning, and after now.'));
  const organisation = organisationOf(request);
  const from = actorOf(request);
  const delegationId = platform.newId();
  return performAct(
    platform,
    { act: 'people.delegate-role', request, content: lent },
    async ({ people }, standing) => {
      if (!standing.roles.includes(lent.role))
        return err(
          refuse(
            'PEOPLE_NOT_HELD',
            'You do not hold this role yourself.',
            'Ask somebody who holds it to delegate it.',
          ),
        );
      const members = await people.listMembers(organisation);
      if (
        !members.some((one) => one.personId === lent.to && one.endedAt === undefined && one.personId !== from)
      )
        return err(notFound('other member'));
      await people.addDelegation(organisation, { delegationId, from, ...lent });
      return ok({ delegationId });
    },
  );
}
