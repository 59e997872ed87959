import { type Kysely, type Migration, sql } from 'kysely';

/** Halts are rows of the platform's own organisation: one is in force from `starts_at` until it is lifted. */
export const halts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE TABLE halts (
        organisation_id uuid NOT NULL REFERENCES organisations,
        halt_id         uuid NOT NULL,
        scope           text NOT NULL CHECK (scope IN ('issuing', 'writes')),
        reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
        starts_at       timestamptz NOT NULL,
        halted_by       uuid,
        lifted_by       uuid,
        lifted_at       timestamptz,
        PRIMARY KEY (organisation_id, halt_id)
      )`.execute(db);
  },
};
