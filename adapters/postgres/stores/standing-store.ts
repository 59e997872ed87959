import type { StandingRows, StandingStore } from '@testamur/services/authorising';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { toInstant } from './instants.ts';

export function openStandingStore(trx: Transaction<Tables>): StandingStore {
  return {
    load: async (actor, organisation) =>
      organisation === undefined ? NOWHERE : loadIn(trx, actor, organisation),
  };
}

const NOWHERE: StandingRows = {
  organisationKind: undefined,
  isMember: false,
  roles: [],
  delegated: [],
  account: undefined,
};

async function loadIn(trx: Transaction<Tables>, actor: string, organisation: string): Promise<StandingRows> {
  const kind = await trx
    .selectFrom('organisations')
    .select('kind')
    .where('organisation_id', '=', organisation)
    .executeTakeFirst();
  const member = await trx
    .selectFrom('memberships')
    .select('ended_at')
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', actor)
    .executeTakeFirst();
  const roles = await trx
    .selectFrom('member_roles')
    .select('role')
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', actor)
    .execute();
  const delegated = await trx
    .selectFrom('delegations')
    .select(['role', 'starts_at', 'ends_at', 'revoked_at'])
    .where('organisation_id', '=', organisation)
    .where('to_person_id', '=', actor)
    .execute();
  const account = await trx
    .selectFrom('service_accounts')
    .select(['scopes', 'disabled_at'])
    .where('organisation_id', '=', organisation)
    .where('account_id', '=', actor)
    .executeTakeFirst();
  return {
    organisationKind: kind?.kind,
    isMember: member !== undefined && member.ended_at === null,
    roles: roles.map((row) => row.role),
    delegated: delegated.map((row) => ({
      role: row.role,
      from: toInstant(row.starts_at),
      until: toInstant(row.ends_at),
      revoked: row.revoked_at !== null,
    })),
    account: account && { scopes: account.scopes, disabled: account.disabled_at !== null },
  };
}
