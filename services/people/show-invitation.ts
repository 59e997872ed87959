import { err, ok, sha256Hex } from '@testamur/engines/kernel';
import {
  type Instant,
  type MemberRole,
  type Platform,
  performAct,
  type Request,
  type Uuid,
} from '../authorising/index.ts';
import type { InstitutionStore } from '../institutions/index.ts';
import { refuse } from './errors.ts';
import type { Answer, PeopleStores } from './people-act.ts';

export type InvitationShown = {
  readonly organisation: Uuid;
  readonly organisationName: string;
  readonly role: MemberRole;
  readonly expiresAt: Instant;
};

/** To what a one-time link leads, for whoever holds it: shown before she says who she is. */
export function showInvitation(
  platform: Platform<PeopleStores & { readonly institutions: InstitutionStore }>,
  request: Request,
): Answer<InvitationShown> {
  return performAct(
    platform,
    { act: 'people.show-invitation', request, content: {} },
    async ({ people, institutions }) => {
      const found = await people.findInvitation(sha256Hex(request.secret ?? ''), request.at);
      const inviting = found?.isOpen ? await institutions.find(found.organisation) : undefined;
      if (!found || !inviting) return err(notOpen());
      const { organisation, role, expiresAt } = found;
      return ok({ organisation, organisationName: inviting.name, role, expiresAt });
    },
  );
}

export const notOpen = () =>
  refuse(
    'PEOPLE_INVITATION_NOT_OPEN',
    'This link does not open any invitation (any more).',
    'Ask whoever invited you for a new one.',
  );
