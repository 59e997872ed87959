import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import {
  actorId,
  type Instant,
  isInstant,
  type MemberRole,
  organisationOf,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { Answer, PeoplePlatform } from './people-act.ts';

export type MemberInvited = {
  readonly role: MemberRole;
  readonly invitedAs: string;
  readonly expiresAt: Instant;
};
/** The secret goes into the one-time link and is kept nowhere. */
export type InvitationMade = { readonly invitationId: Uuid; readonly secret: string };

/** Invites somebody to the organisation, for one role. Whoever holds the link may join; so it is sent to one person, and expires. */
export async function inviteMember(
  platform: PeoplePlatform,
  request: Request,
  invited: MemberInvited,
): Answer<InvitationMade> {
  const invitedAs = readLine(invited.invitedAs, 'name');
  if (!invitedAs.ok) return invitedAs;
  if (!isInstant(invited.expiresAt) || invited.expiresAt <= request.at)
    return err(unusable('end', 'It lies in the past.'));
  const [invitationId, secret] = [platform.newId(), platform.newSecret()];
  return performAct(
    platform,
    { act: 'people.invite-member', request, content: invited },
    async ({ people }) => {
      await people.addInvitation(organisationOf(request), {
        invitationId,
        tokenHash: sha256Hex(secret),
        role: invited.role,
        invitedAs: invitedAs.value,
        invitedBy: actorId(request.actor),
        invitedAt: request.at,
        expiresAt: invited.expiresAt,
      });
      return ok({ invitationId, secret });
    },
  );
}
