export { acceptInvitation } from './accept-invitation.ts';
export { assignRole } from './assign-role.ts';
export { type Corrected, correctProfile } from './correct-profile.ts';
export { type AccountWanted, createServiceAccount } from './create-service-account.ts';
export { declareInterest, type InterestDeclared } from './declare-interest.ts';
export { delegateRole, type RoleLent } from './delegate-role.ts';
export { disableServiceAccount } from './disable-service-account.ts';
export { endMembership } from './end-membership.ts';
export type { PeopleCode, PeopleProblem } from './errors.ts';
export { type InvitationMade, inviteMember, type MemberInvited } from './invite-member.ts';
export { listDelegations } from './list-delegations.ts';
export { listInterests } from './list-interests.ts';
export { listInvitations } from './list-invitations.ts';
export { listMembers } from './list-members.ts';
export { listMemberships } from './list-memberships.ts';
export { listServiceAccounts } from './list-service-accounts.ts';
export type { PeoplePlatform, PeopleStores, Telling } from './people-act.ts';
export {
  type Delegation,
  type DelegationFound,
  INTEREST_NATURES,
  type Interest,
  type Invitation,
  type InvitationFound,
  type InvitationOpen,
  type Membership,
  type PeopleStore,
  type Person,
  type ServiceAccount,
  type ServiceAccountFound,
} from './people-store.ts';
export { type Newcomer, registerPerson } from './register-person.ts';
export { revokeDelegation } from './revoke-delegation.ts';
export { type InvitationShown, showInvitation } from './show-invitation.ts';
export { showProfile } from './show-profile.ts';
export { withdrawInvitation } from './withdraw-invitation.ts';
export { withdrawRole } from './withdraw-role.ts';
