import { sha256Hex } from '@testamur/engines/kernel';
import type { IdentifyingStore, PasskeyFound } from '@testamur/services/identifying';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Part = Pick<
  IdentifyingStore,
  'addPasskey' | 'findPasskeys' | 'listPasskeys' | 'usePasskey' | 'removePasskey'
>;
type Given = { readonly plain: Transaction<Tables>; readonly noted: Transaction<Tables> };

export function openPasskeys({ plain, noted }: Given): Part {
  return {
    addPasskey: async ({ passkeyId, personId, credentialId, publicKey, signCount, transports, ...more }) => {
      await noted
        .insertInto('passkeys')
        .values({
          organisation_id: personId,
          passkey_id: passkeyId,
          person_id: personId,
          credential_id: credentialId,
          credential_hash: sha256Hex(credentialId),
          public_key: Buffer.from(publicKey),
          sign_count: signCount,
          transports: [...transports],
          label: more.label,
          is_backup_eligible: more.isBackupEligible,
          is_backed_up: more.isBackedUp,
          created_at: more.at,
        })
        .execute();
    },
    findPasskeys: async (credentialId) => {
      const rows = await plain
        .selectFrom('passkeys')
        .selectAll()
        .where('credential_hash', '=', sha256Hex(credentialId))
        .execute();
      return rows.map(toPasskey);
    },
    listPasskeys: async (personId) => {
      const rows = await noted
        .selectFrom('passkeys')
        .selectAll()
        .where('organisation_id', '=', personId)
        .orderBy('created_at')
        .orderBy('passkey_id')
        .execute();
      return rows.map(toPasskey);
    },
    usePasskey: async (personId, { passkeyId, signCount, isBackedUp, at }) =>
      countOf(
        await noted
          .updateTable('passkeys')
          .set({ sign_count: signCount, is_backed_up: isBackedUp, last_used_at: at })
          .where('organisation_id', '=', personId)
          .where('passkey_id', '=', passkeyId)
          .executeTakeFirst(),
      ),
    removePasskey: async (personId, passkeyId) =>
      countOf(
        await noted
          .deleteFrom('passkeys')
          .where('organisation_id', '=', personId)
          .where('passkey_id', '=', passkeyId)
          .executeTakeFirst(),
      ),
  };
}

function toPasskey(row: Selectable<Tables['passkeys']>): PasskeyFound {
  return {
    passkeyId: row.passkey_id,
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    signCount: Number(row.sign_count),
    transports: row.transports,
    label: row.label,
    isBackedUp: row.is_backed_up,
    createdAt: toInstant(row.created_at),
    lastUsedAt: toInstantOrNone(row.last_used_at),
  };
}
