import type { Interest, PeopleStore } from '@testamur/services/people';
import type { Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countOf, toInstant } from './instants.ts';
import { openDelegations } from './people/delegations.ts';
import { openInvitations } from './people/invitations.ts';
import { openMemberships } from './people/memberships.ts';
import { openServiceAccounts } from './people/service-accounts.ts';

/** The store of people, a file per kind of record. */
export function openPeopleStore(trx: Transaction<Tables>): PeopleStore {
  return {
    ...openPersons(trx),
    ...openMemberships(trx),
    ...openInvitations(trx),
    ...openDelegations(trx),
    ...openInterests(trx),
    ...openServiceAccounts(trx),
  };
}

function openPersons(
  trx: Transaction<Tables>,
): Pick<PeopleStore, 'addPerson' | 'findPerson' | 'correctPerson'> {
  return {
    addPerson: async ({ personId, displayName, mail, language, at }) => {
      await trx
        .insertInto('people')
        .values({
          organisation_id: personId,
          person_id: personId,
          display_name: displayName,
          mail: mail ?? null,
          language,
          created_at: at,
        })
        .execute();
    },
    findPerson: async (personId) => {
      const row = await trx
        .selectFrom('people')
        .select(['person_id', 'display_name', 'mail', 'language'])
        .where('organisation_id', '=', personId)
        .where('person_id', '=', personId)
        .executeTakeFirst();
      return (
        row && {
          personId: row.person_id,
          displayName: row.display_name,
          mail: row.mail ?? undefined,
          language: row.language,
        }
      );
    },
    correctPerson: async (personId, { displayName, mail, language }) =>
      countOf(
        await trx
          .updateTable('people')
          .set({ display_name: displayName, mail: mail ?? null, language })
          .where('organisation_id', '=', personId)
          .where('person_id', '=', personId)
          .executeTakeFirst(),
      ),
  };
}

function openInterests(trx: Transaction<Tables>): Pick<PeopleStore, 'addInterest' | 'listInterests'> {
  return {
    addInterest: async (
      organisation_id,
      { declarationId, personId, subject, nature, statement, declaredAt },
    ) => {
      await trx
        .insertInto('interest_declarations')
        .values({
          organisation_id,
          declaration_id: declarationId,
          person_id: personId,
          subject_id: subject,
          nature,
          statement,
          declared_at: declaredAt,
        })
        .execute();
    },
    listInterests: async (organisation) => {
      const rows = await trx
        .selectFrom('interest_declarations')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .orderBy('declared_at')
        .orderBy('declaration_id')
        .execute();
      return rows.map((row) => ({
        declarationId: row.declaration_id,
        personId: row.person_id,
        subject: row.subject_id,
        nature: row.nature as Interest['nature'],
        statement: row.statement,
        declaredAt: toInstant(row.declared_at),
      }));
    },
  };
}
