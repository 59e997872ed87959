import type { Instant, MemberRole, Uuid } from '../authorising/index.ts';

/** What this room needs of the store of people, to give an organisation its first member. */
export type FirstMembers = {
  addMembership(member: { organisation: Uuid; personId: Uuid; knownAs: string; at: Instant }): Promise<void>;
  addRole(given: {
    organisation: Uuid;
    personId: Uuid;
    role: MemberRole;
    by: Uuid;
    at: Instant;
  }): Promise<void>;
  addInvitation(
    organisation: Uuid,
    invitation: {
      invitationId: Uuid;
      tokenHash: string;
      role: MemberRole;
      invitedAs: string;
      invitedBy: undefined;
      invitedAt: Instant;
      expiresAt: Instant;
    },
  ): Promise<void>;
};
