/** What is said of each act, and what many of them touch alike. */
import type { Touch } from '../resources.ts';
import type { Role } from '../roles.ts';

export type ActRule = {
  readonly summary: string;
  readonly who: readonly Role[];
  /** An act for an organisation needs one to be named; the roles of `who` are held there. A `tenant` may also be a person's own. */
  readonly scope: 'organisation' | 'tenant' | 'person' | 'anywhere';
  /** Only in the platform's own organisation. Whoever is at the console is there already, unless the act speaks for an organisation. */
  readonly platformOnly?: true;
  /** An organisation may ask for a second pair of eyes. */
  readonly fourEyes?: true;
  /** Needs a fresh proof of who is acting. */
  readonly stepUp?: true;
  /** Leaves an entry in the transparency log, for everybody and for good. */
  readonly isPublic?: true;
  /** Testamur vouches for what it says: a halt of issuing stops it. */
  readonly vouches?: true;
  /** Goes on whatever is halted. */
  readonly goesOn?: true;
  /** Programs of the organisation may be told that it was done (webhooks). */
  readonly told?: true;
  readonly touches: readonly Touch[];
};

export const LEADERS: readonly Role[] = ['administrator', 'officer', 'approver', 'auditor', 'operator'];
export const OVERSEERS: readonly Role[] = ['administrator', 'auditor'];
/** A message about what is done, to somebody whom it concerns. */
export const WRITE: Touch = ['outbox', 'create', 'of-organisation'];

/** The same, to oneself, about one's own account. */
export const TELL_SELF: Touch = ['outbox', 'create', 'of-self'];
/** The same, to whoever leads the organisation. */
export const TELL_HOUSE: readonly Touch[] = [
  ['memberships', 'read', 'of-organisation'],
  ['member_roles', 'read', 'of-organisation'],
  WRITE,
];
