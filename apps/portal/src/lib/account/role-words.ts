import type { MessageKey } from '$lib/language/messages.ts';

const ROLES: Readonly<Record<string, MessageKey>> = {
  administrator: 'account.role.administrator',
  officer: 'account.role.officer',
  approver: 'account.role.approver',
  auditor: 'account.role.auditor',
  operator: 'account.role.operator',
  member: 'account.role.member',
};

export const ROLE_NAMES: readonly string[] = Object.keys(ROLES);

/** A role as people call it; one that this page does not know yet, by its name. */
export function tellRole(role: string, say: (key: MessageKey) => string): string {
  const key = ROLES[role];
  return key === undefined ? role : say(key);
}
