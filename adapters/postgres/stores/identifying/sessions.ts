import type { IdentifyingStore, SessionFound, SessionMethod } from '@testamur/services/identifying';
import type { Selectable, Transaction } from 'kysely';
import type { Tables } from '../../tables.ts';
import { countOf, toInstant, toInstantOrNone } from '../instants.ts';

type Part = Pick<
  IdentifyingStore,
  'addSession' | 'findSession' | 'listSessions' | 'seeSession' | 'proveSession' | 'revokeSession'
>;
type Given = { readonly plain: Transaction<Tables>; readonly noted: Transaction<Tables> };

export function openSessions({ plain, noted }: Given): Part {
  const open = (personId: string, sessionId: string) =>
    noted
      .updateTable('sessions')
      .where('organisation_id', '=', personId)
      .where('session_id', '=', sessionId)
      .where('revoked_at', 'is', null);
  return {
    addSession: async (session) => {
      await noted
        .insertInto('sessions')
        .values({
          organisation_id: session.personId,
          session_id: session.sessionId,
          person_id: session.personId,
          token_hash: session.tokenHash,
          challenge_hash: session.challengeHash ?? null,
          method: session.method,
          is_shared: session.isShared,
          device: session.device,
          begun_at: session.begunAt,
          proved_at: session.provedAt ?? null,
          seen_at: session.begunAt,
          expires_at: session.expiresAt,
        })
        .execute();
    },
    findSession: async (tokenHash) => {
      const row = await plain
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row && toSession(row);
    },
    listSessions: async (personId) => {
      const rows = await noted
        .selectFrom('sessions')
        .selectAll()
        .where('organisation_id', '=', personId)
        .orderBy('begun_at', 'desc')
        .orderBy('session_id')
        .execute();
      return rows.map(toSession);
    },
    seeSession: async (personId, sessionId, at) => {
      await open(personId, sessionId).set({ seen_at: at }).execute();
    },
    proveSession: async (personId, sessionId, at) =>
      countOf(await open(personId, sessionId).set({ proved_at: at, seen_at: at }).executeTakeFirst()),
    revokeSession: async (personId, sessionId, at) =>
      countOf(await open(personId, sessionId).set({ revoked_at: at }).executeTakeFirst()),
  };
}

function toSession(row: Selectable<Tables['sessions']>): SessionFound {
  return {
    sessionId: row.session_id,
    personId: row.person_id,
    method: row.method as SessionMethod,
    isShared: row.is_shared,
    device: row.device,
    begunAt: toInstant(row.begun_at),
    provedAt: toInstantOrNone(row.proved_at),
    seenAt: toInstant(row.seen_at),
    expiresAt: toInstant(row.expires_at),
    revokedAt: toInstantOrNone(row.revoked_at),
  };
}
