/** A second pair of eyes. */
import { type ActRule, LEADERS, WRITE } from './act-rule.ts';

export const AUTHORISING = {
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
} as const satisfies Readonly<Record<`authorising.${string}`, ActRule>>;
