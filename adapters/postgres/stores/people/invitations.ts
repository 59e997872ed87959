import type { PeopleStore } from '@testamur/services/people';
import type { Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant } from '../instants.ts';

type Part = Pick<
  PeopleStore,
  'addInvitation' | 'findInvitation' | 'listOpenInvitations' | 'acceptInvitation' | 'withdrawInvitation'
>;

export function openInvitations(trx: Transaction<Tables>): Part {
  const open = (organisation: string, invitationId: string) =>
    trx
      .updateTable('invitations')
      .where('organisation_id', '=', organisation)
      .where('invitation_id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null);
  return {
    addInvitation: async (organisation_id, made) => {
      await trx
        .insertInto('invitations')
        .values({
          organisation_id,
          invitation_id: made.invitationId,
          token_hash: made.tokenHash,
          role: made.role,
          invited_as: made.invitedAs,
          invited_by: made.invitedBy ?? null,
          invited_at: made.invitedAt,
          expires_at: made.expiresAt,
        })
        .execute();
    },
    findInvitation: async (tokenHash, at) => {
      const row = await trx
        .selectFrom('invitations')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return (
        row && {
          organisation: row.organisation_id,
          invitationId: row.invitation_id,
          tokenHash: row.token_hash,
          role: row.role,
          invitedAs: row.invited_as,
          invitedBy: row.invited_by ?? undefined,
          invitedAt: toInstant(row.invited_at),
          expiresAt: toInstant(row.expires_at),
          isOpen: row.accepted_at === null && row.withdrawn_at === null && at < toInstant(row.expires_at),
        }
      );
    },
    listOpenInvitations: async (organisation, at) => {
      const rows = await trx
        .selectFrom('invitations')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('accepted_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', new Date(at))
        .orderBy('invited_at')
        .orderBy('invitation_id')
        .execute();
      return rows.map((row) => ({
        invitationId: row.invitation_id,
        role: row.role,
        invitedAs: row.invited_as,
        invitedBy: row.invited_by ?? undefined,
        invitedAt: toInstant(row.invited_at),
        expiresAt: toInstant(row.expires_at),
      }));
    },
    acceptInvitation: async ({ organisation, invitationId, by, at }) =>
      countOf(
        await open(organisation, invitationId).set({ accepted_by: by, accepted_at: at }).executeTakeFirst(),
      ),
    withdrawInvitation: async (organisation, invitationId, at) =>
      countOf(await open(organisation, invitationId).set({ withdrawn_at: at }).executeTakeFirst()),
  };
}
