import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Reference data: read by everybody, written only when the product starts. Separate from tenants' tables (which will have the
 * organisation first in their keys), so that it can be replicated or distributed whole.
 */
export const reference: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE reference_set (
        set_name     text PRIMARY KEY,
        content_hash text NOT NULL CHECK (content_hash ~ '^sha256:[0-9a-f]{64}$'),
        item_count   integer NOT NULL CHECK (item_count >= 0)
      )`.execute(db);
    await sql`
      CREATE TABLE reference_item (
        set_name     text NOT NULL REFERENCES reference_set,
        item_id      text NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^sha256:[0-9a-f]{64}$'),
        body         jsonb NOT NULL,
        PRIMARY KEY (set_name, item_id)
      )`.execute(db);
  },
};
