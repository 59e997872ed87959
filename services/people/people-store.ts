import type { Instant, MemberRole, Uuid } from '../authorising/index.ts';

export type Person = {
  readonly personId: Uuid;
  readonly displayName: string;
  readonly mail: string | undefined;
  readonly language: string;
};

export type Membership = {
  readonly organisation: Uuid;
  readonly personId: Uuid;
  readonly knownAs: string;
  readonly joinedAt: Instant;
  readonly endedAt: Instant | undefined;
  readonly roles: readonly MemberRole[];
};

export type Invitation = {
  readonly invitationId: Uuid;
  /** SHA-256 of the secret in the one-time link, in hexadecimal. */
  readonly tokenHash: string;
  readonly role: MemberRole;
  readonly invitedAs: string;
  readonly invitedBy: Uuid | undefined;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
};

export type InvitationFound = Invitation & { readonly organisation: Uuid; readonly isOpen: boolean };

/** As it is listed: nothing of it opens it. */
export type InvitationOpen = Omit<Invitation, 'tokenHash'>;

export type Delegation = {
  readonly delegationId: Uuid;
  readonly from: Uuid;
  readonly to: Uuid;
  readonly role: MemberRole;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};
export type DelegationFound = Delegation & { readonly revokedAt: Instant | undefined };

export const INTEREST_NATURES = ['employment', 'ownership', 'family', 'studies', 'finance', 'other'] as const;
export type Interest = {
  readonly declarationId: Uuid;
  readonly personId: Uuid;
  /** The organisation in which there is an interest. */
  readonly subject: Uuid;
  readonly nature: (typeof INTEREST_NATURES)[number];
  readonly statement: string;
  readonly declaredAt: Instant;
};

export type ServiceAccount = {
  readonly accountId: Uuid;
  readonly name: string;
  /** The acts that it may do. */
  readonly scopes: readonly string[];
  readonly createdBy: Uuid;
  readonly createdAt: Instant;
};
export type ServiceAccountFound = ServiceAccount & { readonly disabledAt: Instant | undefined };

/** People, who belongs where, and who acts for whom. Changes say how many rows they met: none is "not found". */
export type PeopleStore = {
  /** Waits until no other act is changing the organisation, and keeps others waiting: what is read after this stays true until the end. */
  takeTurn(organisation: Uuid): Promise<void>;
  addPerson(person: Person & { readonly at: Instant }): Promise<void>;
  findPerson(personId: Uuid): Promise<Person | undefined>;
  correctPerson(
    personId: Uuid,
    corrected: { displayName: string; mail: string | undefined; language: string },
  ): Promise<number>;
  addMembership(member: { organisation: Uuid; personId: Uuid; knownAs: string; at: Instant }): Promise<void>;
  endMembership(organisation: Uuid, personId: Uuid, at: Instant): Promise<number>;
  listMembers(organisation: Uuid): Promise<readonly Membership[]>;
  listMembershipsOf(personId: Uuid): Promise<readonly Membership[]>;
  addRole(given: {
    organisation: Uuid;
    personId: Uuid;
    role: MemberRole;
    by: Uuid;
    at: Instant;
  }): Promise<void>;
  removeRole(organisation: Uuid, personId: Uuid, role: MemberRole): Promise<number>;
  addInvitation(organisation: Uuid, invitation: Invitation): Promise<void>;
  /** The invitation with this hash, if it is open at this instant or not. */
  findInvitation(tokenHash: string, at: Instant): Promise<InvitationFound | undefined>;
  listOpenInvitations(organisation: Uuid, at: Instant): Promise<readonly InvitationOpen[]>;
  acceptInvitation(found: { organisation: Uuid; invitationId: Uuid; by: Uuid; at: Instant }): Promise<number>;
  withdrawInvitation(organisation: Uuid, invitationId: Uuid, at: Instant): Promise<number>;
  addDelegation(organisation: Uuid, delegation: Delegation): Promise<void>;
  revokeDelegations(
    organisation: Uuid,
    which: { delegationId?: Uuid; from?: Uuid; to?: Uuid; role?: MemberRole; at: Instant },
  ): Promise<number>;
  listDelegations(organisation: Uuid): Promise<readonly DelegationFound[]>;
  addInterest(organisation: Uuid, interest: Interest): Promise<void>;
  listInterests(organisation: Uuid): Promise<readonly Interest[]>;
  addServiceAccount(organisation: Uuid, account: ServiceAccount): Promise<void>;
  disableServiceAccount(organisation: Uuid, accountId: Uuid, at: Instant): Promise<number>;
  listServiceAccounts(organisation: Uuid): Promise<readonly ServiceAccountFound[]>;
};
