/**
 * Who may do what: the one place. From this table come the checks in services, the row-level security of the database, and
 * `docs/authorisation.md`. What is not here is forbidden.
 */
import type { ActRule } from './matrix/act-rule.ts';
import { AUDITING } from './matrix/auditing.ts';
import { AUTHORISING } from './matrix/authorising.ts';
import { IDENTIFYING } from './matrix/identifying.ts';
import { INSTITUTIONS } from './matrix/institutions.ts';
import { MESSAGING } from './matrix/messaging.ts';
import { OPERATING } from './matrix/operating.ts';
import { PEOPLE } from './matrix/people.ts';
import { PRIVACY } from './matrix/privacy.ts';
import { PUBLISHING } from './matrix/publishing.ts';
import { WORKING } from './matrix/working.ts';
import type { Touch } from './resources.ts';

export type { ActRule } from './matrix/act-rule.ts';

export const MATRIX = {
  ...INSTITUTIONS,
  ...PEOPLE,
  ...IDENTIFYING,
  ...AUTHORISING,
  ...PUBLISHING,
  ...AUDITING,
  ...MESSAGING,
  ...WORKING,
  ...PRIVACY,
  ...OPERATING,
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

/** What a public act leaves behind. */
export const ANNOUNCED: readonly Touch[] = [
  ['log_leaves', 'create', 'announced-now'],
  ['log_salts', 'create', 'announced-by-self'],
];

export function ruleOf(act: ActName): ActRule {
  return MATRIX[act];
}

/** Everything that an act may touch, the common parts included. */
export function touchesOf(act: ActName): readonly Touch[] {
  const rule = ruleOf(act);
  return [
    ...rule.touches,
    ...ALWAYS,
    ...(rule.fourEyes ? REVIEWED : []),
    ...(rule.isPublic ? ANNOUNCED : []),
  ];
}
