/** What is said in public, for good. */
import type { ActRule } from './act-rule.ts';

export const PUBLISHING = {
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
} as const satisfies Readonly<Record<`publishing.${string}`, ActRule>>;
