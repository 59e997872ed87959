/** The words for kinds of messages, whole keys, so that a search finds them. */
import type { MessageKey } from '$lib/language/messages.ts';

const KINDS: Readonly<Record<string, MessageKey>> = {
  'recovery-begun': 'notices.kind.recovery-begun',
  'recovery-finished': 'notices.kind.recovery-finished',
  'recovery-cancelled': 'notices.kind.recovery-cancelled',
  'sign-in-changed': 'notices.kind.sign-in-changed',
  'key-changed': 'notices.kind.key-changed',
  'role-changed': 'notices.kind.role-changed',
  'membership-ended': 'notices.kind.membership-ended',
  'approval-requested': 'notices.kind.approval-requested',
  'approval-decided': 'notices.kind.approval-decided',
  'webhook-stopped': 'notices.kind.webhook-stopped',
};

/** A kind as people call it; one that this page does not know yet, by its name. */
export function tellKind(kind: string, say: (key: MessageKey) => string): string {
  const key = KINDS[kind];
  return key === undefined ? kind : say(key);
}
