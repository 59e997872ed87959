import type { Membership, PeopleStore } from '@testamur/services/people';
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Part = Pick<
  PeopleStore,
  | 'takeTurn'
  | 'addMembership'
  | 'endMembership'
  | 'listMembers'
  | 'listMembershipsOf'
  | 'addRole'
  | 'removeRole'
>;

export function openMemberships(trx: Transaction<Tables>): Part {
  return {
    takeTurn: async (organisation) => {
      await sql`SELECT fence.take_turn(${organisation})`.execute(trx);
    },
    addMembership: async ({ organisation, personId, knownAs, at }) => {
      await trx
        .insertInto('memberships')
        .values({ organisation_id: organisation, person_id: personId, known_as: knownAs, joined_at: at })
        .execute();
    },
    endMembership: async (organisation, personId, at) =>
      countOf(
        await trx
          .updateTable('memberships')
          .set({ ended_at: at })
          .where('organisation_id', '=', organisation)
          .where('person_id', '=', personId)
          .where('ended_at', 'is', null)
          .executeTakeFirst(),
      ),
    listMembers: (organisation) => list(trx, { column: 'organisation_id', id: organisation }),
    listMembershipsOf: (personId) => list(trx, { column: 'person_id', id: personId }),
    addRole: async ({ organisation, personId, role, by, at }) => {
      await trx
        .insertInto('member_roles')
        .values({
          organisation_id: organisation,
          person_id: personId,
          role,
          assigned_by: by,
          assigned_at: at,
        })
        .execute();
    },
    removeRole: async (organisation, personId, role) =>
      countOf(
        await trx
          .deleteFrom('member_roles')
          .where('organisation_id', '=', organisation)
          .where('person_id', '=', personId)
          .where('role', '=', role)
          .executeTakeFirst(),
      ),
  };
}

async function list(
  trx: Transaction<Tables>,
  by: { readonly column: 'organisation_id' | 'person_id'; readonly id: string },
): Promise<readonly Membership[]> {
  const members = await trx
    .selectFrom('memberships')
    .selectAll()
    .where(by.column, '=', by.id)
    .orderBy('joined_at')
    .orderBy('organisation_id')
    .orderBy('person_id')
    .execute();
  const roles = await trx
    .selectFrom('member_roles')
    .selectAll()
    .where(by.column, '=', by.id)
    .orderBy('role')
    .execute();
  return members.map((row) => toMembership(row, roles));
}

function toMembership(
  row: Selectable<Tables['memberships']>,
  roles: readonly Selectable<Tables['member_roles']>[],
): Membership {
  return {
    organisation: row.organisation_id,
    personId: row.person_id,
    knownAs: row.known_as,
    joinedAt: toInstant(row.joined_at),
    endedAt: toInstantOrNone(row.ended_at),
    roles: roles
      .filter((one) => one.organisation_id === row.organisation_id && one.person_id === row.person_id)
      .map((one) => one.role),
  };
}
