import type { PeopleStore } from '@testamur/services/people';
import type { Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Part = Pick<PeopleStore, 'addServiceAccount' | 'disableServiceAccount' | 'listServiceAccounts'>;

export function openServiceAccounts(trx: Transaction<Tables>): Part {
  return {
    addServiceAccount: async (organisation_id, { accountId, name, scopes, createdBy, createdAt }) => {
      await trx
        .insertInto('service_accounts')
        .values({
          organisation_id,
          account_id: accountId,
          name,
          scopes: [...scopes],
          created_by: createdBy,
          created_at: createdAt,
        })
        .execute();
    },
    disableServiceAccount: async (organisation, accountId, at) =>
      countOf(
        await trx
          .updateTable('service_accounts')
          .set({ disabled_at: at })
          .where('organisation_id', '=', organisation)
          .where('account_id', '=', accountId)
          .where('disabled_at', 'is', null)
          .executeTakeFirst(),
      ),
    listServiceAccounts: async (organisation) => {
      const rows = await trx
        .selectFrom('service_accounts')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .orderBy('created_at')
        .orderBy('account_id')
        .execute();
      return rows.map((row) => ({
        accountId: row.account_id,
        name: row.name,
        scopes: row.scopes,
        createdBy: row.created_by,
        createdAt: toInstant(row.created_at),
        disabledAt: toInstantOrNone(row.disabled_at),
      }));
    },
  };
}
