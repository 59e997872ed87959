import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import {
  actorId,
  type Instant,
  isInstant,
  type MemberRole,
  organisationOf,
  type Platform,
  performAct,
  type Request,
  readLine,
  type Uuid,
  unusable,
} from '../authorising/index.ts';
import type { Answer, PeopleStores, Telling } from './people-act.ts';

export type MemberInvited = {
  readonly role: MemberRole;
  readonly invitedAs: string;
  readonly expiresAt: Instant;
  /** Where the link is sent; without it whoever invites hands the link over. */
  readonly mail?: { readonly address: string; readonly language: string };
};
/** The secret goes into the one-time link and is kept nowhere. */
export type InvitationMade = { readonly invitationId: Uuid; readonly secret: string };

/** Invites somebody to the organisation, for one role. Whoever holds the link may join; so it is sent to one person, and expires. */
export async function inviteMember(
  platform: Platform<PeopleStores & Telling>,
  request: Request,
  invited: MemberInvited,
): Answer<InvitationMade> {
  const invitedAs = readLine(invited.invitedAs, 'name');
  if (!invitedAs.ok) return invitedAs;
  if (!isInstant(invited.expiresAt) || invited.expiresAt <= request.at)
    return err(unusable('end', 'It lies in the past.'));
  const mail = invited.mail === undefined ? undefined : readLine(invited.mail.address, 'mail address', 254);
  if (mail && !mail.ok) return mail;
  const [invitationId, messageId, secret] = [platform.newId(), platform.newId(), platform.newSecret()];
  return performAct(
    platform,
    { act: 'people.invite-member', request, content: invited },
    async ({ people, messages }) => {
      const organisation = organisationOf(request);
      await people.addInvitation(organisation, {
        invitationId,
        tokenHash: sha256Hex(secret),
        role: invited.role,
        invitedAs: invitedAs.value,
        invitedBy: actorId(request.actor),
        invitedAt: request.at,
        expiresAt: invited.expiresAt,
      });
      if (mail && invited.mail)
        await messages.add(organisation, {
          messageId,
          kind: 'invitation',
          recipient: { mail: mail.value, language: invited.mail.language },
          values: { path: `/join#${secret}`, until: invited.expiresAt.slice(0, 10) },
          until: invited.expiresAt,
          at: request.at,
        });
      return ok({ invitationId, secret });
    },
  );
}
