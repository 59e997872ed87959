import type { Result } from '@testamur/engines/kernel';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { PostgresProblem } from './errors.ts';
import { LETTER_DAYS, letterKeyOf } from './sealing/letter-key.ts';

/** The name of whoever was invited and did not come is forgotten so long after the invitation has ended. */
export const INVITATION_DAYS = 30;
/** Older days were looked at when they were younger; a process that rested for a season starts with them anew. */
const LOOK_BACK_DAYS = 120;
const DAY_MS = 86_400_000;

export type Forgotten = { readonly invitations: number; readonly letterDays: number };

const daysBefore = (at: string, days: number): string =>
  new Date(Date.parse(at) - days * DAY_MS).toISOString();

/**
 * Destroys the keys whose time has come: of invitations that nobody took, and of the days of letters that were sent long since. The rows stay;
 * what tells of somebody in them can be read by nobody, in backups neither. Doing it again does nothing, and two processes may.
 */
export async function forgetExpired(
  database: Database,
  at: string,
): Promise<Result<Forgotten, PostgresProblem>> {
  const ended = await database.write(async (trx) => {
    await sql`SET LOCAL ROLE testamur_keeper`.execute(trx);
    const found = await sql<{ id: string }>`
      SELECT invitation_id AS id FROM invitations
      WHERE accepted_at IS NULL AND least(expires_at, withdrawn_at) <= ${daysBefore(at, INVITATION_DAYS)}::timestamptz`.execute(
      trx,
    );
    return found.rows.map(({ id }) => id);
  });
  if (!ended.ok) return ended;
  const { keys } = database;
  const isAlive = (subject: string): boolean => keys.find(subject).state === 'alive';
  const invitations = ended.value.filter(isAlive);
  const days = Array.from({ length: LOOK_BACK_DAYS }, (_, n) => letterKeyOf(daysBefore(at, LETTER_DAYS + n)));
  const letterDays = days.filter(isAlive);
  keys.destroy([...invitations, ...letterDays]);
  return { ok: true, value: { invitations: invitations.length, letterDays: letterDays.length } };
}
