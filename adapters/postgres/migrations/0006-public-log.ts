import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Public acts. A leaf is written with its act, in the tenant that acts; its place in the one order of the log is given later by whoever holds the
 * lease, and belongs to no tenant: it stands in a table apart, as reference data does. Both are the truth from which the files of the log can be made
 * again. Who acted, and the salt that hides it, stand in a table of their own, so that they can go when the person goes.
 */
export const publicLog: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(`
      CREATE TABLE log_leaves (
        organisation_id uuid NOT NULL REFERENCES organisations,
        leaf_id         uuid NOT NULL,
        act             text NOT NULL CHECK (act <> ''),
        recorded_at     timestamptz NOT NULL,
        entry           text NOT NULL CHECK (octet_length(entry) BETWEEN 1 AND 65535),
        PRIMARY KEY (organisation_id, leaf_id)
      );
      CREATE INDEX log_leaves_leaf ON log_leaves (leaf_id);
      CREATE TABLE log_salts (
        organisation_id uuid NOT NULL,
        leaf_id         uuid NOT NULL,
        person_id       uuid NOT NULL,
        salt            text NOT NULL CHECK (length(salt) >= 43),
        PRIMARY KEY (organisation_id, leaf_id),
        FOREIGN KEY (organisation_id, leaf_id) REFERENCES log_leaves
      );
      CREATE INDEX log_salts_person ON log_salts (person_id);
      -- No position: it waits. The positions are 0, 1, 2 … without a gap.
      CREATE TABLE log_positions (
        organisation_id uuid NOT NULL,
        leaf_id         uuid NOT NULL,
        recorded_at     timestamptz NOT NULL,
        position        bigint UNIQUE CHECK (position >= 0),
        PRIMARY KEY (organisation_id, leaf_id),
        FOREIGN KEY (organisation_id, leaf_id) REFERENCES log_leaves
      );
      CREATE INDEX log_positions_waiting ON log_positions (recorded_at, organisation_id, leaf_id) WHERE position IS NULL;
      -- Who may give positions, and until when.
      CREATE TABLE log_lease (
        log    text PRIMARY KEY,
        holder uuid NOT NULL,
        until  timestamptz NOT NULL
      );`)
      .execute(db);
  },
};
