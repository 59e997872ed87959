import type { IdentityFound, ProviderStore } from '@testamur/services/identifying';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countOf, toInstant } from './instants.ts';

type Given = { readonly plain: Transaction<Tables>; readonly noted: Transaction<Tables> };

/** Providers of organisations, and people's accounts there. Who presents an identity is found past the notes of reads. */
export function openProviderStore({ plain, noted }: Given): ProviderStore {
  return {
    setProvider: async (organisation_id, { providerId, issuer, clientId, clientSecret, setBy, setAt }) => {
      await noted
        .insertInto('identity_providers')
        .values({
          ...{ organisation_id, provider_id: providerId, issuer, client: clientId },
          ...{ client_secret: clientSecret, set_by: setBy, set_at: setAt },
        })
        .execute();
    },
    endProvider: async (organisation, at) =>
      countOf(
        await noted
          .updateTable('identity_providers')
          .set({ ended_at: at })
          .where('organisation_id', '=', organisation)
          .where('ended_at', 'is', null)
          .executeTakeFirst(),
      ),
    findProvider: async (organisation) => {
      const row = await plain
        .selectFrom('identity_providers')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('ended_at', 'is', null)
        .orderBy('set_at', 'desc')
        .executeTakeFirst();
      return (
        row && {
          ...{ providerId: row.provider_id, issuer: row.issuer, clientId: row.client },
          ...{ clientSecret: row.client_secret, setBy: row.set_by, setAt: toInstant(row.set_at) },
        }
      );
    },
    addIdentity: async ({ identityId, personId, issuer, subject, linkedAt }) => {
      await noted
        .insertInto('identities')
        .values({
          ...{ organisation_id: personId, identity_id: identityId, person_id: personId },
          ...{ issuer, subject, linked_at: linkedAt },
        })
        .execute();
    },
    findIdentities: async ({ issuer, subject }) => {
      const rows = await plain
        .selectFrom('identities')
        .selectAll()
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .orderBy('linked_at')
        .orderBy('identity_id')
        .execute();
      // The lookup is the same for capitals and small letters; a subject is not (OpenID Connect Core 1.0, section 2).
      return rows.map(toIdentity).filter((one) => one.subject === subject);
    },
    listIdentities: async (personId) => {
      const rows = await noted
        .selectFrom('identities')
        .selectAll()
        .where('organisation_id', '=', personId)
        .orderBy('linked_at')
        .orderBy('identity_id')
        .execute();
      return rows.map(toIdentity);
    },
    removeIdentity: async (personId, identityId) =>
      countOf(
        await noted
          .deleteFrom('identities')
          .where('organisation_id', '=', personId)
          .where('identity_id', '=', identityId)
          .executeTakeFirst(),
      ),
  };
}

const toIdentity = (row: Selectable<Tables['identities']>): IdentityFound => ({
  ...{ identityId: row.identity_id, personId: row.person_id, issuer: row.issuer },
  ...{ subject: row.subject, linkedAt: toInstant(row.linked_at) },
});
