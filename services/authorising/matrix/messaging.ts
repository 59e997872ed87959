/** What people and programs are told. */
import { type ActRule, OVERSEERS, WRITE } from './act-rule.ts';

export const MESSAGING = {
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
} as const satisfies Readonly<Record<`messaging.${string}`, ActRule>>;
