import type { ActRule } from './matrix.ts';
import type { Instant, Request, Uuid } from './request.ts';
import type { MemberRole, Role } from './roles.ts';

/** What the store knows of the actor in the organisation acted for. */
export type StandingRows = {
  readonly organisationKind: string | undefined;
  readonly isMember: boolean;
  readonly roles: readonly MemberRole[];
  readonly delegated: readonly {
    readonly role: MemberRole;
    readonly from: Instant;
    readonly until: Instant;
    readonly revoked: boolean;
  }[];
  readonly account: { readonly scopes: readonly string[]; readonly disabled: boolean } | undefined;
};

/** Reads only rows about the actor herself. */
export type StandingStore = {
  load(actor: Uuid, organisation: Uuid | undefined): Promise<StandingRows>;
};

export const NO_STANDING: StandingRows = {
  organisationKind: undefined,
  isMember: false,
  roles: [],
  delegated: [],
  account: undefined,
};

/** The roles that count for one act at one instant. Roles, one's own or lent, count only while one is a member. */
export function rolesOf(request: Request, rows: StandingRows, act: string): readonly Role[] {
  switch (request.actor.kind) {
    case 'anonymous':
      return ['anonymous'];
    case 'console':
      return ['console'];
    case 'worker':
      return ['worker'];
    case 'service-account':
      return rows.account && !rows.account.disabled && rows.account.scopes.includes(act)
        ? ['service-account']
        : [];
    case 'person':
      return rows.isMember ? ['person', ...rows.roles, ...lentRoles(request.at, rows)] : ['person'];
  }
}

function lentRoles(at: Instant, rows: StandingRows): readonly MemberRole[] {
  return rows.delegated
    .filter((one) => !one.revoked && one.from <= at && at < one.until)
    .map((one) => one.role);
}

/** Whether a rule lets these roles act, in an organisation of this kind. */
export function permits(rule: ActRule, roles: readonly Role[], rows: StandingRows): boolean {
  const isThere =
    rows.organisationKind === 'platform' || (rule.scope !== 'organisation' && roles.includes('console'));
  if (rule.platformOnly && !isThere) return false;
  if (rule.scope === 'organisation' && rows.organisationKind === undefined) return false;
  return rule.who.some((role) => roles.includes(role));
}
