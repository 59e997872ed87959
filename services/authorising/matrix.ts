/**
 * Who may do what: the one place. From this table come the checks in services, the row-level security of the database, and
 * `docs/authorisation.md`. What is not here is forbidden.
 */

import type { Touch } from './resources.ts';
import type { Role } from './roles.ts';

export type ActRule = {
  readonly summary: string;
  readonly who: readonly Role[];
  /** An act for an organisation needs one to be named; the roles of `who` are held there. */
  readonly scope: 'organisation' | 'person' | 'anywhere';
  /** Only in the platform's own organisation. */
  readonly platformOnly?: true;
  /** An organisation may ask for a second pair of eyes. */
  readonly fourEyes?: true;
  /** Needs a fresh proof of who is acting. */
  readonly stepUp?: true;
  /** Testamur vouches for what it says: a halt of issuing stops it. */
  readonly vouches?: true;
  /** Goes on whatever is halted. */
  readonly goesOn?: true;
  readonly touches: readonly Touch[];
};

const LEADERS: readonly Role[] = ['administrator', 'officer', 'approver', 'auditor', 'operator'];
const OVERSEERS: readonly Role[] = ['administrator', 'auditor'];

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
  'institutions.verify-organisation': {
    summary: 'Say that an organisation is what it claims to be, and how that was checked',
    who: ['operator'],
    scope: 'organisation',
    platformOnly: true,
    fourEyes: true,
    stepUp: true,
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
    platformOnly: true,
    stepUp: true,
    touches: [['verifications', 'change', 'of-organisation']],
  },
  'institutions.claim-parent': {
    summary: 'Say that the organisation is part of another',
    who: ['administrator'],
    scope: 'organisation',
    touches: [['parent_claims', 'create', 'of-organisation']],
  },
  'institutions.confirm-child': {
    summary: 'Confirm that another organisation is part of this one',
    who: ['administrator'],
    scope: 'organisation',
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
    fourEyes: true,
    touches: [['invitations', 'create', 'of-organisation']],
  },
  'people.withdraw-invitation': {
    summary: 'Take an invitation back before it is accepted',
    who: ['administrator'],
    scope: 'organisation',
    touches: [['invitations', 'change', 'of-organisation']],
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
    fourEyes: true,
    stepUp: true,
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'create', 'of-organisation'],
    ],
  },
  'people.withdraw-role': {
    summary: 'Take a role from a member, and what she delegated of it',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['memberships', 'read', 'of-organisation'],
      ['member_roles', 'remove', 'of-organisation'],
      ['delegations', 'change', 'of-organisation'],
    ],
  },
  'people.end-membership': {
    summary:
      'End somebody’s membership, and with it what her roles permit and what was delegated from or to her',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['memberships', 'change', 'of-organisation'],
      ['member_roles', 'read', 'of-organisation'],
      ['delegations', 'change', 'of-organisation'],
    ],
  },
  'people.delegate-role': {
    summary: 'Lend one’s own role to another member until a day',
    who: LEADERS,
    scope: 'organisation',
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
    touches: [['delegations', 'change', 'from-self']],
  },
  'people.list-delegations': {
    summary: 'List the delegations of the organisation',
    who: OVERSEERS,
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
    fourEyes: true,
    stepUp: true,
    touches: [['service_accounts', 'create', 'of-organisation']],
  },
  'people.disable-service-account': {
    summary: 'Stop a program from acting for the organisation',
    who: ['administrator'],
    scope: 'organisation',
    touches: [['service_accounts', 'change', 'of-organisation']],
  },
  'people.list-service-accounts': {
    summary: 'List the programs that may act for the organisation',
    who: OVERSEERS,
    scope: 'organisation',
    touches: [['service_accounts', 'read', 'of-organisation']],
  },
  'authorising.set-approval-policy': {
    summary: 'Say which act needs how many approvals',
    who: ['administrator'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['approval_policies', 'create', 'of-organisation'],
      ['approval_policies', 'change', 'of-organisation'],
    ],
  },
  'authorising.request-approval': {
    summary: 'Ask for approval of an act that one may do',
    who: LEADERS,
    scope: 'organisation',
    touches: [['approval_requests', 'create', 'requested-by-self']],
  },
  'authorising.decide-approval': {
    summary: 'Approve or refuse what somebody else asks for',
    who: ['administrator', 'approver'],
    scope: 'organisation',
    stepUp: true,
    touches: [
      ['approval_requests', 'read', 'of-organisation'],
      ['approval_decisions', 'read', 'of-organisation'],
      ['approval_uses', 'read', 'of-organisation'],
      ['approval_decisions', 'create', 'request-of-another'],
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

export function ruleOf(act: ActName): ActRule {
  return MATRIX[act];
}

/** Everything that an act may touch, the common parts included. */
export function touchesOf(act: ActName): readonly Touch[] {
  const rule = ruleOf(act);
  return [...rule.touches, ...ALWAYS, ...(rule.fourEyes ? REVIEWED : [])];
}
