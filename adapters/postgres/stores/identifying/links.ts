import type { LinkStore } from '@testamur/services/identifying';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Given = { readonly plain: Transaction<Tables>; readonly noted: Transaction<Tables> };

export function openLinks({ plain, noted }: Given): LinkStore {
  return {
    // That an address was asked about is no reading of somebody's record: nothing of it is told.
    listPeopleByMail: async (mail, limit) => {
      const rows = await plain
        .selectFrom('people')
        .select('person_id')
        .where('mail', '=', mail)
        .orderBy('created_at')
        .orderBy('person_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.person_id);
    },
    countLinks: async (personId, since) => {
      const rows = await plain
        .selectFrom('sign_in_links')
        .select('link_id')
        .where('organisation_id', '=', personId)
        .where(sql<boolean>`created_at > ${since}::timestamptz`)
        .execute();
      return rows.length;
    },
    addLink: async ({ linkId, personId, tokenHash, browserHash, createdAt, expiresAt }) => {
      await noted
        .insertInto('sign_in_links')
        .values({
          ...{ organisation_id: personId, link_id: linkId, person_id: personId, purpose: 'sign-in' },
          ...{ token_hash: tokenHash, browser_hash: browserHash },
          ...{ created_at: createdAt, expires_at: expiresAt },
        })
        .execute();
    },
    findLink: async (tokenHash) => {
      const row = await plain
        .selectFrom('sign_in_links')
        .select(['link_id', 'person_id', 'browser_hash', 'expires_at', 'used_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return (
        row && {
          ...{ linkId: row.link_id, personId: row.person_id, browserHash: row.browser_hash },
          ...{ expiresAt: toInstant(row.expires_at), usedAt: toInstantOrNone(row.used_at) },
        }
      );
    },
    useLink: async (personId, linkId, at) =>
      countOf(
        await noted
          .updateTable('sign_in_links')
          .set({ used_at: at })
          .where('organisation_id', '=', personId)
          .where('link_id', '=', linkId)
          .where('used_at', 'is', null)
          .executeTakeFirst(),
      ),
  };
}
