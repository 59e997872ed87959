import { sha256Hex } from '@testamur/engines/kernel';
import type { AccountKeyFound, ProgramStore } from '@testamur/services/identifying';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { countOf, toInstant, toInstantOrNone } from './instants.ts';

/** Programs of organisations: their keys, and the tokens that they hold. */
export function openProgramStore(trx: Transaction<Tables>): ProgramStore {
  return { ...openKeys(trx), ...openTokens(trx) };
}

function openKeys(
  trx: Transaction<Tables>,
): Pick<ProgramStore, 'addKey' | 'listKeys' | 'retireKey' | 'findKey' | 'findAccount'> {
  return {
    addKey: async (organisation_id, { keyId, accountId, publicJwk, addedBy, validFrom }) => {
      await trx
        .insertInto('service_account_keys')
        .values({
          ...{ organisation_id, account_id: accountId, key_id: keyId, key_hash: sha256Hex(keyId) },
          ...{ public_jwk: JSON.stringify(publicJwk), added_by: addedBy, valid_from: validFrom },
        })
        .execute();
    },
    listKeys: async (organisation) => {
      const rows = await trx
        .selectFrom('service_account_keys')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .orderBy('valid_from')
        .orderBy('key_id')
        .execute();
      return rows.map(toKey);
    },
    retireKey: async (organisation, keyId, until) =>
      countOf(
        await trx
          .updateTable('service_account_keys')
          .set({ valid_until: until })
          .where('organisation_id', '=', organisation)
          .where('key_id', '=', keyId)
          // A key that begins only then has served nobody and cannot end.
          .where('valid_from', '<', new Date(until))
          .where((where) =>
            where.or([where('valid_until', 'is', null), where('valid_until', '>', new Date(until))]),
          )
          .executeTakeFirst(),
      ),
    findKey: async (keyId) => {
      const row = await trx
        .selectFrom('service_account_keys')
        .selectAll()
        .where('key_hash', '=', sha256Hex(keyId))
        .executeTakeFirst();
      return row && toKey(row);
    },
    findAccount: async (organisation, accountId) => {
      const row = await trx
        .selectFrom('service_accounts')
        .select(['scopes', 'disabled_at'])
        .where('organisation_id', '=', organisation)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row && { scopes: row.scopes, isDisabled: row.disabled_at !== null };
    },
  };
}

function openTokens(
  trx: Transaction<Tables>,
): Pick<ProgramStore, 'spendAssertion' | 'addToken' | 'findToken'> {
  return {
    spendAssertion: async (organisation_id, { accountId, assertionHash, at }) => {
      await trx
        .insertInto('spent_assertions')
        .values({ organisation_id, account_id: accountId, assertion_hash: assertionHash, spent_at: at })
        .execute();
    },
    addToken: async (organisation_id, { tokenId, accountId, tokenHash, scopes, issuedAt, expiresAt }) => {
      await trx
        .insertInto('access_tokens')
        .values({
          ...{ organisation_id, token_id: tokenId, account_id: accountId, token_hash: tokenHash },
          ...{ scopes: [...scopes], issued_at: issuedAt, expires_at: expiresAt },
        })
        .execute();
    },
    findToken: async (tokenHash) => {
      const row = await trx
        .selectFrom('access_tokens')
        .select(['organisation_id', 'account_id', 'scopes', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return (
        row && {
          ...{ organisation: row.organisation_id, accountId: row.account_id },
          ...{ scopes: row.scopes, expiresAt: toInstant(row.expires_at) },
        }
      );
    },
  };
}

function toKey(row: Selectable<Tables['service_account_keys']>): AccountKeyFound {
  return {
    organisation: row.organisation_id,
    keyId: row.key_id,
    accountId: row.account_id,
    publicJwk: row.public_jwk as AccountKeyFound['publicJwk'],
    addedBy: row.added_by,
    validFrom: toInstant(row.valid_from),
    validUntil: toInstantOrNone(row.valid_until),
  };
}
