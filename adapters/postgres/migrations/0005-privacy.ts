import { type Kysely, type Migration, sql } from 'kysely';
import { PRIVACY_TABLES } from './0005/privacy-tables.ts';
import { SEALING } from './0005/sealing.ts';

/** What people may do about their data, and that what tells of them comes to the database enciphered only. */
export const privacy: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [PRIVACY_TABLES, SEALING]) await sql.raw(part).execute(db);
  },
};
