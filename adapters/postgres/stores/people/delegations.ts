import type { PeopleStore } from '@testamur/services/people';
import type { Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Part = Pick<PeopleStore, 'addDelegation' | 'revokeDelegations' | 'listDelegations'>;

export function openDelegations(trx: Transaction<Tables>): Part {
  return {
    addDelegation: async (organisation_id, { delegationId, from, to, role, startsAt, endsAt }) => {
      await trx
        .insertInto('delegations')
        .values({
          organisation_id,
          delegation_id: delegationId,
          from_person_id: from,
          to_person_id: to,
          role,
          starts_at: startsAt,
          ends_at: endsAt,
        })
        .execute();
    },
    revokeDelegations: async (organisation, { delegationId, from, to, role, at }) =>
      countOf(
        await trx
          .updateTable('delegations')
          .set({ revoked_at: at })
          .where('organisation_id', '=', organisation)
          .where('revoked_at', 'is', null)
          .$if(delegationId !== undefined, (query) => query.where('delegation_id', '=', delegationId ?? ''))
          .$if(from !== undefined, (query) => query.where('from_person_id', '=', from ?? ''))
          .$if(to !== undefined, (query) => query.where('to_person_id', '=', to ?? ''))
          .$if(role !== undefined, (query) => query.where('role', '=', role ?? 'member'))
          .executeTakeFirst(),
      ),
    listDelegations: async (organisation) => {
      const rows = await trx
        .selectFrom('delegations')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .orderBy('starts_at')
        .orderBy('delegation_id')
        .execute();
      return rows.map((row) => ({
        delegationId: row.delegation_id,
        from: row.from_person_id,
        to: row.to_person_id,
        role: row.role,
        startsAt: toInstant(row.starts_at),
        endsAt: toInstant(row.ends_at),
        revokedAt: toInstantOrNone(row.revoked_at),
      }));
    },
  };
}
