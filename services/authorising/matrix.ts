/**
 * Who may do what: the one place. From this table come the checks in services, the row-level security of the database, and
 * `docs/authorisation.md`. What is not here is forbidden.
 */

import type { Touch } from './resources.ts';
import type { Role } from './roles.ts';

export type ActRule = {
  readonly summary: string;
  readonly who: readonly Role[];
  /** An act for an organisation needs one to be named; the roles of `who` are held there. A `tenant` may also be a person's own. */
  readonly scope: 'organisation' | 'tenant' | 'person' | 'anywhere';
  /** Only in the platform's own organisation. Whoever is at the console is there already, unless the act speaks for an organisation. */
  readonly platformOnly?: true;
  /** An organisation may ask for a second pair of eyes. */
  readonly fourEyes?: true;
  /** Needs a fresh proof of who is acting. */
  readonly stepUp?: true;
  /** Leaves an entry in the transparency log, for everybody and for good. */
  readonly isPublic?: true;
  /** Testamur vouches for what it says: a halt of issuing stops it. */
  readonly vouches?: true;
  /** Goes on whatever is halted. */
  readonly goesOn?: true;
  /** Programs of the organisation may be told that it was done (webhooks). */
  readonly told?: true;
  readonly touches: readonly Touch[];
};

const LEADERS: readonly Role[] = ['administrator', 'officer', 'approver', 'auditor', 'operator'];
const OVERSEERS: readonly Role[] = ['administrator', 'auditor'];
/** A message about what is done, to somebody whom it concerns. */
const WRITE: Touch = ['outbox', 'create', 'of-organisation'];

/** The same, to oneself, about one's own account. */
const TELL_SELF: Touch = ['outbox', 'create', 'of-self'];
/** The same, to whoever leads the organisation. */
const TELL_HOUSE: readonly Touch[] = [
  ['memberships', 'read', 'of-organisation'],
  ['member_roles', 'read', 'of-organisation'],
  WRITE,
];

export const MATRIX = {
  'institutions.found-platform': {
    summary: 'Make the platform’s own organisation and invite its first administrator',
    who: ['console'],
    scope: 'anywhere',
    touches: [
      ['organisations', 'create', 'founding-platform'],
      ['invitations', 'create', 'of-platform'],
    ],
  },
  'institutions.register-organisation': {
    summary: 'Register an organisation, not yet verified, and become its administrator',
    who: ['person'],
    scope: 'person',
    touches: [
      ['organisations', 'create', 'founding-organisation'],
      ['memberships', 'create', 'founding-member'],
      ['member_roles', 'create', 'founding-member'],
    ],
  },
  'institutions.show-organisation': {
    summary: 'Read an organisation: kind, place in its hierarchy, who verified it and how',
    who: ['anonymous', 'person', 'service-account', 'console'],
    scope: 'anywhere',
    touches: [
      ['verifications', 'read', 'everyone'],
      ['parent_claims', 'read', 'everyone'],
      ['child_confirmations', 'read', 'everyone'],
    ],
  },
  'institutions.find-organisations': {
    summary: 'Look for organisations by a part of their name, or for those that nobody has verified',
    who: ['person'],
    scope: 'person',
    touches: [['verifications', 'read', 'everyone']],
  },
  'institutions.verify-organisation': {
    summary: 'Say that an organisation is what it claims to be, and how that was checked',
    who: ['operator'],
    scope: 'organisation',
    told: true,
    platformOnly: true,
    fourEyes: true,
    stepUp: true,
    isPublic: true,
    vouches: true,
    touches: [
      ['verifications', 'create', 'unconflicted'],
      ['interest_declarations', 'read', 'member-self'],
    ],
  },
  'institutions.withdraw-verification': {
    summary: 'Take a verification back, with the reason',
    who: ['operator'],
    scope: 'organisation',
    told: true,
    platformOnly: true,
    stepUp: true,
    isPublic: true,
    touches: [['verifications', 'change', 'of-organisation']],
  },
  'institutions.claim-parent': {
    summary: 'Say that the organisation is part of another',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    touches: [['parent_claims', 'create', 'of-organisation']],
  },
  'institutions.confirm-child': {
    summary: 'Confirm that another organisation is part of this one',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    touches: [
      ['parent_claims', 'read', 'everyone'],
      ['child_confirmations', 'create', 'of-organisation'],
    ],
  },
  'people.register-person': {
    summary: 'Begin an account: a person and her own tenant',
    who: ['anonymous', 'console'],
    scope: 'anywhere',
    touches: [
      ['organisations', 'create', 'newcomer-tenant'],
      ['people', 'create', 'newcomer-person'],
    ],
  },
  'people.show-profile': {
    summary: 'Read one’s own record',
    who: ['person'],
    scope: 'person',
    touches: [['people', 'read', 'of-self']],
  },
  'people.correct-profile': {
    summary: 'Correct one’s own record',
    who: ['person'],
    scope: 'person',
    touches: [['people', 'change', 'of-self']],
  },
  'people.list-memberships': {
    summary: 'List the organisations to which one belongs, with one’s roles',
    who: ['person'],
    scope: 'person',
    touches: [],
  },
  'people.list-members': {
    summary: 'List the members of the organisation and their roles',
    who: LEADERS,
    scope: 'organisation',
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'read', 'of-organisation'],
    ],
  },
  'people.invite-member': {
    summary: 'Invite somebody to the organisation, for one role',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    fourEyes: true,
    touches: [['invitations', 'create', 'of-organisation'], WRITE],
  },
  'people.list-invitations': {
    summary: 'List the invitations of the organisation that are open',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['invitations', 'read', 'of-organisation']],
  },
  'people.withdraw-invitation': {
    summary: 'Take an invitation back before it is accepted',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    touches: [['invitations', 'change', 'of-organisation']],
  },
  'people.show-invitation': {
    summary: 'Read to what the one-time link that one holds leads',
    who: ['anonymous', 'person'],
    scope: 'anywhere',
    touches: [['invitations', 'read', 'presented-invitation']],
  },
  'people.accept-invitation': {
    summary: 'Join the organisation whose one-time link one holds',
    who: ['person'],
    scope: 'person',
    touches: [
      ['memberships', 'create', 'invited-member'],
      ['member_roles', 'create', 'invited-role'],
      ['invitations', 'change', 'presented-invitation'],
    ],
  },
  'people.assign-role': {
    summary: 'Give a member a role',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    fourEyes: true,
    stepUp: true,
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'create', 'of-organisation'],
      WRITE,
    ],
  },
  'people.withdraw-role': {
    summary: 'Take a role from a member, and what she delegated of it',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    stepUp: true,
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'remove', 'of-organisation'],
      ['delegations', 'change', 'of-organisation'],
      WRITE,
    ],
  },
  'people.end-membership': {
    summary:
      'End somebody’s membership, and with it what her roles permit and what was delegated from or to her',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    stepUp: true,
    touches: [
      ['memberships', 'change', 'of-organisation'],
      ['member_roles', 'read', 'of-organisation'],
      ['delegations', 'change', 'of-organisation'],
      WRITE,
    ],
  },
  'people.delegate-role': {
    summary: 'Lend one’s own role to another member until a day',
    who: LEADERS,
    scope: 'organisation',
    told: true,
    fourEyes: true,
    stepUp: true,
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['delegations', 'create', 'from-self'],
    ],
  },
  'people.revoke-delegation': {
    summary: 'Take back what one has delegated',
    who: LEADERS,
    scope: 'organisation',
    told: true,
    touches: [['delegations', 'change', 'from-self']],
  },
  'people.list-delegations': {
    summary: 'List the delegations of the organisation',
    who: LEADERS,
    scope: 'organisation',
    touches: [['delegations', 'read', 'of-organisation']],
  },
  'people.declare-interest': {
    summary: 'Declare an interest in an organisation',
    who: ['member'],
    scope: 'organisation',
    touches: [['interest_declarations', 'create', 'member-self']],
  },
  'people.list-interests': {
    summary: 'List the declared interests of the organisation’s members',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['interest_declarations', 'read', 'of-organisation']],
  },
  'people.create-service-account': {
    summary: 'Let a program act for the organisation, within scopes',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    fourEyes: true,
    stepUp: true,
    touches: [['service_accounts', 'create', 'of-organisation']],
  },
  'people.disable-service-account': {
    summary: 'Stop a program from acting for the organisation',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    touches: [['service_accounts', 'change', 'of-organisation']],
  },
  'people.list-service-accounts': {
    summary: 'List the programs that may act for the organisation',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['service_accounts', 'read', 'of-organisation']],
  },
  'identifying.begin-account': {
    summary: 'Begin an account with a passkey, and be signed in',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['organisations', 'create', 'newcomer-tenant'],
      ['people', 'create', 'newcomer-person'],
      ['passkeys', 'create', 'newcomer-own'],
      ['sessions', 'create', 'newcomer-own'],
    ],
  },
  'identifying.sign-in-with-passkey': {
    summary: 'Sign in with a passkey',
    who: ['anonymous'],
    scope: 'anywhere',
    goesOn: true,
    touches: [
      ['passkeys', 'change', 'presented-passkey'],
      ['sessions', 'create', 'of-presented-passkey'],
    ],
  },
  'identifying.resume-session': {
    summary: 'Find out who asks, by the token of a session',
    who: ['anonymous'],
    scope: 'anywhere',
    goesOn: true,
    touches: [['sessions', 'change', 'presented-session']],
  },
  'identifying.prove-again': {
    summary: 'Prove anew who is sitting there',
    who: ['person'],
    scope: 'person',
    goesOn: true,
    touches: [
      ['passkeys', 'change', 'of-self'],
      ['sessions', 'change', 'of-self'],
    ],
  },
  'identifying.list-passkeys': {
    summary: 'List one’s own passkeys',
    who: ['person'],
    scope: 'person',
    touches: [['passkeys', 'read', 'of-self']],
  },
  'identifying.add-passkey': {
    summary: 'Add a passkey to one’s own account',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [['passkeys', 'create', 'of-self'], TELL_SELF],
  },
  'identifying.remove-passkey': {
    summary: 'Take a passkey from one’s own account',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    goesOn: true,
    touches: [['passkeys', 'remove', 'of-self'], TELL_SELF],
  },
  'identifying.list-sessions': {
    summary: 'List where one is signed in',
    who: ['person'],
    scope: 'person',
    touches: [['sessions', 'read', 'of-self']],
  },
  'identifying.revoke-session': {
    summary: 'End one of one’s own sessions',
    who: ['person'],
    scope: 'person',
    goesOn: true,
    touches: [['sessions', 'change', 'of-self']],
  },
  'identifying.show-recovery': {
    summary: 'Read which ways back into one’s own account there are',
    who: ['person'],
    scope: 'person',
    touches: [
      ['recovery_codes', 'read', 'of-self'],
      ['recoveries', 'read', 'of-self'],
    ],
  },
  'identifying.make-recovery-codes': {
    summary: 'Make codes that sign in once; those made before serve no more',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [['recovery_codes', 'remove', 'of-self'], ['recovery_codes', 'create', 'of-self'], TELL_SELF],
  },
  'identifying.sign-in-with-code': {
    summary: 'Sign in with a recovery code',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['recovery_codes', 'change', 'presented-code'],
      ['sessions', 'create', 'of-presented-code'],
    ],
  },
  'identifying.ask-for-link': {
    summary: 'Ask for a link by mail that signs in once; whether there is an account is not said',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['people', 'read', 'of-presented-mail'],
      ['sign_in_links', 'read', 'of-presented-mail'],
      ['sign_in_links', 'create', 'of-presented-mail'],
      ['outbox', 'create', 'of-presented-mail'],
    ],
  },
  'identifying.sign-in-with-link': {
    summary: 'Sign in with a link that came by mail, in the browser that asked for it',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['sign_in_links', 'change', 'presented-link'],
      ['sessions', 'create', 'of-presented-link'],
    ],
  },
  'identifying.set-provider': {
    summary: 'Name the provider (OpenID Connect) with which people of the organisation may sign in',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    fourEyes: true,
    stepUp: true,
    touches: [
      ['identity_providers', 'change', 'of-organisation'],
      ['identity_providers', 'create', 'of-organisation'],
    ],
  },
  'identifying.end-provider': {
    summary: 'Let nobody sign in with that provider any more',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    stepUp: true,
    touches: [['identity_providers', 'change', 'of-organisation']],
  },
  'identifying.list-providers': {
    summary: 'Read with which provider the organisation signs its people in, without the secret',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['identity_providers', 'read', 'of-organisation']],
  },
  'identifying.find-provider': {
    summary: 'Find the provider of an organisation, to sign in there; its secret stays with the server',
    who: ['anonymous', 'person'],
    scope: 'anywhere',
    touches: [['identity_providers', 'read', 'everyone']],
  },
  'identifying.sign-in-with-identity': {
    summary: 'Sign in with an account at a provider that one has linked',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['identities', 'read', 'presented-identity'],
      ['sessions', 'create', 'of-presented-identity'],
    ],
  },
  'identifying.link-identity': {
    summary: 'Link an account at an organisation’s provider with one’s own, to sign in with it',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [['identities', 'read', 'of-self'], ['identities', 'create', 'of-self'], TELL_SELF],
  },
  'identifying.unlink-identity': {
    summary: 'Let an account at a provider sign in no more',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [['identities', 'remove', 'of-self'], TELL_SELF],
  },
  'identifying.list-identities': {
    summary: 'List the accounts at providers with which one signs in',
    who: ['person'],
    scope: 'person',
    touches: [['identities', 'read', 'of-self']],
  },
  'identifying.begin-recovery': {
    summary: 'Wait for the right to make a passkey without having one',
    who: ['person'],
    scope: 'person',
    touches: [['recoveries', 'read', 'of-self'], ['recoveries', 'create', 'of-self'], TELL_SELF],
  },
  'identifying.cancel-recovery': {
    summary: 'Object to a recovery that waits',
    who: ['person'],
    scope: 'person',
    touches: [['recoveries', 'change', 'of-self'], TELL_SELF],
  },
  'identifying.finish-recovery': {
    summary: 'Use a recovery whose waiting is over',
    who: ['person'],
    scope: 'person',
    touches: [['recoveries', 'change', 'of-self'], ['sessions', 'change', 'of-self'], TELL_SELF],
  },
  'identifying.add-account-key': {
    summary: 'Give a program of the organisation a key',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['service_accounts', 'read', 'of-organisation'],
      ['service_account_keys', 'create', 'of-organisation'],
      ...TELL_HOUSE,
    ],
  },
  'identifying.retire-account-key': {
    summary: 'End a key of a program',
    who: ['administrator'],
    scope: 'organisation',
    touches: [['service_account_keys', 'change', 'of-organisation'], ...TELL_HOUSE],
  },
  'identifying.list-account-keys': {
    summary: 'List the keys of the organisation’s programs',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['service_account_keys', 'read', 'of-organisation']],
  },
  'identifying.grant-token': {
    summary: 'Give a program that shows its key a token for a few minutes',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [
      ['service_account_keys', 'read', 'presented-key'],
      ['service_accounts', 'read', 'of-presented-key'],
      ['spent_assertions', 'create', 'of-presented-key'],
      ['access_tokens', 'create', 'of-presented-key'],
    ],
  },
  'identifying.resume-token': {
    summary: 'Find out which program asks, by its token',
    who: ['anonymous'],
    scope: 'anywhere',
    touches: [['access_tokens', 'read', 'presented-token']],
  },
  'authorising.set-approval-policy': {
    summary: 'Say which act needs how many approvals',
    who: ['administrator'],
    scope: 'organisation',
    told: true,
    stepUp: true,
    touches: [
      ['approval_policies', 'create', 'of-organisation'],
      ['approval_policies', 'change', 'of-organisation'],
    ],
  },
  'authorising.list-approval-policies': {
    summary: 'List which acts of the organisation need how many approvals',
    who: LEADERS,
    scope: 'organisation',
    touches: [['approval_policies', 'read', 'of-organisation']],
  },
  'authorising.request-approval': {
    summary: 'Ask for approval of an act that one may do',
    who: LEADERS,
    scope: 'organisation',
    told: true,
    touches: [
      ['approval_requests', 'create', 'requested-by-self'],
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'read', 'of-organisation'],
      WRITE,
    ],
  },
  'authorising.decide-approval': {
    summary: 'Approve or refuse what somebody else asks for',
    who: ['administrator', 'approver'],
    scope: 'organisation',
    told: true,
    stepUp: true,
    touches: [
      ['approval_requests', 'read', 'of-organisation'],
      ['approval_decisions', 'read', 'of-organisation'],
      ['approval_uses', 'read', 'of-organisation'],
      ['approval_decisions', 'create', 'request-of-another'],
      WRITE,
    ],
  },
  'authorising.list-approvals': {
    summary: 'List what waits for approval and what was decided',
    who: LEADERS,
    scope: 'organisation',
    touches: [
      ['approval_requests', 'read', 'of-organisation'],
      ['approval_decisions', 'read', 'of-organisation'],
      ['approval_uses', 'read', 'of-organisation'],
    ],
  },
  'publishing.publish-packs': {
    summary: 'Say in public which rule base is released: its hash, and the version of every pack',
    who: ['operator', 'console'],
    scope: 'organisation',
    platformOnly: true,
    fourEyes: true,
    stepUp: true,
    isPublic: true,
    vouches: true,
    touches: [],
  },
  'publishing.change-log-key': {
    summary: 'Say in public with which key the transparency log is signed from now on',
    who: ['operator', 'console'],
    scope: 'organisation',
    platformOnly: true,
    fourEyes: true,
    stepUp: true,
    isPublic: true,
    vouches: true,
    touches: [],
  },
  'publishing.list-leaves': {
    summary: 'Read the newest leaves of the public record',
    who: ['anonymous', 'person', 'service-account', 'console'],
    scope: 'anywhere',
    touches: [['log_leaves', 'read', 'everyone']],
  },
  'publishing.list-growth': {
    summary: 'Read how the public record has grown',
    who: ['anonymous', 'person', 'service-account', 'console'],
    scope: 'anywhere',
    touches: [['log_leaves', 'read', 'everyone']],
  },
  'publishing.find-leaf': {
    summary: 'Read one leaf of the public record, and its index in the log',
    who: ['anonymous', 'person', 'service-account', 'console'],
    scope: 'anywhere',
    touches: [['log_leaves', 'read', 'everyone']],
  },
  'auditing.list-events': {
    summary: 'Read what was done in the organisation',
    who: [...OVERSEERS, 'service-account'],
    scope: 'organisation',
    touches: [['audit_events', 'read', 'of-organisation']],
  },
  'auditing.list-own-events': {
    summary: 'Read what was done in one’s own tenant',
    who: ['person'],
    scope: 'person',
    touches: [['audit_events', 'read', 'of-self']],
  },
  'messaging.list-preferences': {
    summary: 'See what one wants to be told, and where',
    who: ['person'],
    scope: 'person',
    touches: [['notification_preferences', 'read', 'of-self']],
  },
  'messaging.set-preference': {
    summary:
      'Say whether one wants to be told of something by mail or in the portal; notices of security are always sent',
    who: ['person'],
    scope: 'person',
    touches: [
      ['notification_preferences', 'create', 'of-self'],
      ['notification_preferences', 'change', 'of-self'],
    ],
  },
  'messaging.list-notices': {
    summary: 'Read the notices to oneself',
    who: ['person'],
    scope: 'person',
    touches: [
      ['outbox', 'read', 'notice-to-self'],
      ['notification_preferences', 'read', 'of-self'],
    ],
  },
  'messaging.take-message': {
    summary: 'Read one message that is to be sent now, with the address and the wishes of its recipient',
    who: ['worker'],
    scope: 'tenant',
    touches: [
      ['outbox', 'read', 'of-organisation'],
      ['people', 'read', 'recipient'],
      ['notification_preferences', 'read', 'recipient'],
      ['webhook_endpoints', 'read', 'of-organisation'],
      ['webhook_secrets', 'read', 'of-organisation'],
    ],
  },
  'messaging.settle-message': {
    summary:
      'Record what became of a message; stop an endpoint that has failed for long, and tell its administrators',
    who: ['worker'],
    scope: 'tenant',
    goesOn: true,
    touches: [
      ['outbox', 'change', 'of-organisation'],
      WRITE,
      ['webhook_endpoints', 'change', 'of-organisation'],
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'read', 'of-organisation'],
    ],
  },
  'messaging.add-endpoint': {
    summary: 'Name an address that is told of acts of the organisation; its secret is shown once',
    who: ['administrator'],
    scope: 'organisation',
    fourEyes: true,
    stepUp: true,
    touches: [
      ['webhook_endpoints', 'create', 'of-organisation'],
      ['webhook_secrets', 'create', 'of-organisation'],
    ],
  },
  'messaging.change-endpoint': {
    summary: 'Choose of which acts an endpoint is told, stop it, or let it be told again',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [['webhook_endpoints', 'change', 'of-organisation']],
  },
  'messaging.rotate-secret': {
    summary: 'Give an endpoint a new secret; both sign for a day',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['webhook_endpoints', 'read', 'of-organisation'],
      ['webhook_secrets', 'change', 'of-organisation'],
      ['webhook_secrets', 'create', 'of-organisation'],
    ],
  },
  'messaging.list-endpoints': {
    summary: 'List the addresses that are told of acts of the organisation',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['webhook_endpoints', 'read', 'of-organisation']],
  },
  'messaging.list-deliveries': {
    summary: 'List what an endpoint was told, and what became of it',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['outbox', 'read', 'webhook-of-organisation']],
  },
  'messaging.resend-delivery': {
    summary: 'Send a delivery again',
    who: ['administrator'],
    scope: 'organisation',
    touches: [['outbox', 'change', 'webhook-of-organisation']],
  },
  'working.list-jobs': {
    summary: 'List the jobs: waiting, failing, given up',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
  'working.show-job': {
    summary: 'Look at one job',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
  'working.retry-job': {
    summary: 'Try a job again now',
    who: ['operator', 'console'],
    scope: 'anywhere',
    platformOnly: true,
    touches: [],
  },
  'privacy.export-own-data': {
    summary: 'Get everything that is kept about oneself, in a form that programs read',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [
      ['people', 'read', 'of-self'],
      ['passkeys', 'read', 'of-self'],
      ['identities', 'read', 'of-self'],
      ['sessions', 'read', 'of-self'],
      ['sign_in_links', 'read', 'of-self'],
      ['recovery_codes', 'read', 'of-self'],
      ['recoveries', 'read', 'of-self'],
      ['notification_preferences', 'read', 'of-self'],
      ['log_salts', 'read', 'about-self'],
      ['delegations', 'read', 'lent-by-self'],
      ['invitations', 'read', 'accepted-by-self'],
      ['interest_declarations', 'read', 'about-self'],
      ['approval_requests', 'read', 'asked-by-self'],
      ['approval_decisions', 'read', 'about-self'],
      ['privacy_requests', 'read', 'of-self'],
      ['privacy_decisions', 'read', 'about-self'],
      ['privacy_reviews', 'read', 'about-self'],
      ['privacy_restrictions', 'read', 'of-self'],
      ['consent_events', 'read', 'of-self'],
      ['audit_events', 'read', 'of-self'],
    ],
  },
  'privacy.export-person': {
    summary: 'Get everything that is kept about a person, for her who asks by letter',
    who: ['console'],
    scope: 'anywhere',
    touches: [
      ['people', 'read', 'of-subject'],
      ['memberships', 'read', 'about-subject'],
      ['member_roles', 'read', 'about-subject'],
      ['passkeys', 'read', 'of-subject'],
      ['identities', 'read', 'of-subject'],
      ['sessions', 'read', 'of-subject'],
      ['sign_in_links', 'read', 'of-subject'],
      ['recovery_codes', 'read', 'of-subject'],
      ['recoveries', 'read', 'of-subject'],
      ['notification_preferences', 'read', 'of-subject'],
      ['log_salts', 'read', 'about-subject'],
      ['delegations', 'read', 'lent-by-subject'],
      ['delegations', 'read', 'lent-to-subject'],
      ['invitations', 'read', 'accepted-by-subject'],
      ['interest_declarations', 'read', 'about-subject'],
      ['approval_requests', 'read', 'asked-by-subject'],
      ['approval_decisions', 'read', 'about-subject'],
      ['privacy_requests', 'read', 'of-subject'],
      ['privacy_decisions', 'read', 'about-subject'],
      ['privacy_reviews', 'read', 'about-subject'],
      ['privacy_restrictions', 'read', 'of-subject'],
      ['consent_events', 'read', 'of-subject'],
      ['audit_events', 'read', 'of-subject'],
    ],
  },
  'privacy.erase-self': {
    summary: 'Have everything that tells of oneself erased, for ever',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [
      ['people', 'change', 'of-self'],
      ['memberships', 'change', 'about-self'],
      ['invitations', 'read', 'accepted-by-self'],
      ['passkeys', 'remove', 'of-self'],
      ['identities', 'remove', 'of-self'],
      ['sessions', 'remove', 'of-self'],
      ['sign_in_links', 'remove', 'of-self'],
      ['recovery_codes', 'remove', 'of-self'],
      ['recoveries', 'remove', 'of-self'],
      ['log_salts', 'remove', 'about-self'],
      ['erasures', 'create', 'of-self'],
    ],
  },
  'privacy.erase-person': {
    summary: 'Carry out an erasure that was granted or asked for by letter',
    who: ['console'],
    scope: 'anywhere',
    touches: [
      ['people', 'change', 'of-subject'],
      ['memberships', 'change', 'about-subject'],
      ['invitations', 'read', 'accepted-by-subject'],
      ['passkeys', 'remove', 'of-subject'],
      ['identities', 'remove', 'of-subject'],
      ['sessions', 'remove', 'of-subject'],
      ['sign_in_links', 'remove', 'of-subject'],
      ['recovery_codes', 'remove', 'of-subject'],
      ['recoveries', 'remove', 'of-subject'],
      ['log_salts', 'remove', 'about-subject'],
      ['erasures', 'create', 'of-subject'],
    ],
  },
  'privacy.restrict-processing': {
    summary: 'Have what tells of oneself hidden from everybody else',
    who: ['person'],
    scope: 'person',
    touches: [['privacy_restrictions', 'create', 'of-self']],
  },
  'privacy.lift-restriction': {
    summary: 'Let others see again what one had hidden',
    who: ['person'],
    scope: 'person',
    stepUp: true,
    touches: [['privacy_restrictions', 'create', 'of-self']],
  },
  'privacy.show-restriction': {
    summary: 'Read whether what tells of oneself is hidden from everybody else',
    who: ['person'],
    scope: 'person',
    touches: [['privacy_restrictions', 'read', 'of-self']],
  },
  'privacy.send-request': {
    summary: 'Ask for something about one’s data that a person has to decide, or object',
    who: ['person'],
    scope: 'person',
    touches: [['privacy_requests', 'create', 'of-self']],
  },
  'privacy.list-own-requests': {
    summary: 'Read what one asked for and what was decided',
    who: ['person'],
    scope: 'person',
    touches: [
      ['privacy_requests', 'read', 'of-self'],
      ['privacy_decisions', 'read', 'about-self'],
      ['privacy_reviews', 'read', 'about-self'],
    ],
  },
  'privacy.list-requests': {
    summary: 'Read what people ask for about their data, and what was decided',
    who: ['operator', 'approver'],
    scope: 'organisation',
    platformOnly: true,
    touches: [
      ['privacy_requests', 'read', 'everyone'],
      ['privacy_decisions', 'read', 'of-organisation'],
      ['privacy_reviews', 'read', 'of-organisation'],
    ],
  },
  'privacy.decide-request': {
    summary: 'Grant what a person asks for about her data, or propose to refuse it',
    who: ['operator'],
    scope: 'organisation',
    platformOnly: true,
    stepUp: true,
    touches: [
      ['privacy_requests', 'read', 'everyone'],
      ['privacy_decisions', 'read', 'of-organisation'],
      ['privacy_decisions', 'create', 'decided-by-self'],
    ],
  },
  'privacy.review-refusal': {
    summary: 'Uphold or overturn a refusal that somebody else proposed: without this none stands',
    who: ['operator', 'approver'],
    scope: 'organisation',
    platformOnly: true,
    stepUp: true,
    touches: [
      ['privacy_decisions', 'read', 'of-organisation'],
      ['privacy_reviews', 'read', 'of-organisation'],
      ['privacy_reviews', 'create', 'review-of-another'],
    ],
  },
  'privacy.give-consent': {
    summary: 'Agree to a use of one’s data, with a receipt',
    who: ['person'],
    scope: 'person',
    touches: [['consent_events', 'create', 'of-self']],
  },
  'privacy.withdraw-consent': {
    summary: 'Withdraw what one agreed to, as easily as it was given',
    who: ['person'],
    scope: 'person',
    touches: [['consent_events', 'create', 'of-self']],
  },
  'privacy.list-consents': {
    summary: 'Read the receipts of what one agreed to and withdrew',
    who: ['person'],
    scope: 'person',
    touches: [['consent_events', 'read', 'of-self']],
  },
  'operating.halt-acts': {
    summary: 'Halt what Testamur vouches for, or everything that writes',
    who: ['administrator', 'operator'],
    scope: 'organisation',
    platformOnly: true,
    goesOn: true,
    touches: [['halts', 'create', 'of-organisation']],
  },
  'operating.lift-halt': {
    summary: 'Lift every halt',
    who: ['administrator', 'operator'],
    scope: 'organisation',
    platformOnly: true,
    stepUp: true,
    goesOn: true,
    touches: [['halts', 'change', 'of-organisation']],
  },
  'operating.halt-at-machine': {
    summary: 'Halt what Testamur vouches for, or everything that writes, at the machine',
    who: ['console'],
    scope: 'anywhere',
    goesOn: true,
    touches: [['halts', 'create', 'of-platform']],
  },
  'operating.lift-at-machine': {
    summary: 'Lift every halt, at the machine',
    who: ['console'],
    scope: 'anywhere',
    goesOn: true,
    touches: [['halts', 'change', 'of-platform']],
  },
} as const satisfies Readonly<Record<string, ActRule>>;

export type ActName = keyof typeof MATRIX;
export const ACTS = Object.keys(MATRIX) as readonly ActName[];

/** What every act may read: the standing of its own actor, and what its organisation asks of acts. */
export const ALWAYS: readonly Touch[] = [
  ['organisations', 'read', 'public-organisation'],
  ['memberships', 'read', 'about-self'],
  ['member_roles', 'read', 'about-self'],
  ['delegations', 'read', 'to-self'],
  ['service_accounts', 'read', 'account-self'],
];

/** What an act that may need approval reads and leaves behind. */
export const REVIEWED: readonly Touch[] = [
  ['approval_policies', 'read', 'of-organisation'],
  ['approval_requests', 'read', 'requested-by-self'],
  ['approval_decisions', 'read', 'of-organisation'],
  ['approval_uses', 'read', 'of-organisation'],
  ['approval_uses', 'create', 'use-by-self'],
];

/** What a public act leaves behind. */
export const ANNOUNCED: readonly Touch[] = [
  ['log_leaves', 'create', 'announced-now'],
  ['log_salts', 'create', 'announced-by-self'],
];

export function ruleOf(act: ActName): ActRule {
  return MATRIX[act];
}

/** Everything that an act may touch, the common parts included. */
export function touchesOf(act: ActName): readonly Touch[] {
  const rule = ruleOf(act);
  return [
    ...rule.touches,
    ...ALWAYS,
    ...(rule.fourEyes ? REVIEWED : []),
    ...(rule.isPublic ? ANNOUNCED : []),
  ];
}
