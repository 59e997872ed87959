/**
 * Every message to a person. `address`: to whoever asked, or to somebody who has no account yet; it has no other way.
 * `security`: always sent. `notice`: as the person wants.
 */
export const MESSAGE_KINDS = {
  'sign-in-link': 'address',
  invitation: 'address',
  'recovery-begun': 'security',
  'recovery-finished': 'security',
  'recovery-cancelled': 'security',
  'sign-in-changed': 'security',
  'key-changed': 'security',
  'role-changed': 'security',
  'membership-ended': 'security',
  'approval-requested': 'notice',
  'approval-decided': 'notice',
  'webhook-stopped': 'notice',
} as const satisfies Readonly<Record<string, 'address' | 'security' | 'notice'>>;

export type MessageKind = keyof typeof MESSAGE_KINDS;
export const isMessageKind = (text: string): text is MessageKind => Object.hasOwn(MESSAGE_KINDS, text);

/** What a person may switch on and off. */
export const SWITCHABLE_KINDS = (Object.keys(MESSAGE_KINDS) as readonly MessageKind[]).filter(
  (kind) => MESSAGE_KINDS[kind] === 'notice',
);

export const CHANNELS = ['mail', 'portal'] as const;
/** Where a person is told. */
export type Channel = (typeof CHANNELS)[number];
