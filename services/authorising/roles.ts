/** What a member of an organisation may be. Everyone who belongs to it is at least `member`; `operator` has meaning in the platform's own organisation only. */
export const MEMBER_ROLES = [
  'administrator',
  'officer',
  'approver',
  'auditor',
  'operator',
  'member',
] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What an actor is without belonging anywhere: it follows from the kind of the actor alone. */
export const PLAIN_ROLES = ['person', 'service-account', 'console', 'worker', 'anonymous'] as const;
export type PlainRole = (typeof PLAIN_ROLES)[number];

export type Role = MemberRole | PlainRole;
export const ROLES: readonly Role[] = [...MEMBER_ROLES, ...PLAIN_ROLES];

export const ROLE_MEANINGS: Readonly<Record<Role, string>> = {
  administrator: 'runs the organisation: members, roles, policies',
  officer: 'does the organisation’s daily work',
  approver: 'is the second pair of eyes',
  auditor: 'reads what was done, changes nothing',
  operator: 'runs the platform: verifies organisations; only in the platform’s own organisation',
  member: 'belongs to the organisation',
  person: 'anybody who is signed in',
  'service-account': 'a program of an organisation, for the acts in its scopes only',
  console: 'whoever works at the machine itself',
  worker: 'the platform’s own worker, which sends what acts have written',
  anonymous: 'nobody is signed in',
};

export function isMemberRole(text: string): text is MemberRole {
  return (MEMBER_ROLES as readonly string[]).includes(text);
}
