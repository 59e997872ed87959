/** The trail of what was done. */
import { type ActRule, OVERSEERS } from './act-rule.ts';

export const AUDITING = {
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
} as const satisfies Readonly<Record<`auditing.${string}`, ActRule>>;
