/** Organisations: what they are, who vouches for them. */
import type { ActRule } from './act-rule.ts';

export const INSTITUTIONS = {
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
} as const satisfies Readonly<Record<`institutions.${string}`, ActRule>>;
