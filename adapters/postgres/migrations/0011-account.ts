import { type Kysely, type Migration, sql } from 'kysely';

/** A link signs in only where it was asked for. Links from before have no browser and have ended long since: none serves. */
const LINKS = `
  DELETE FROM sign_in_links;
  ALTER TABLE sign_in_links
    ADD COLUMN browser_hash text NOT NULL CHECK (browser_hash ~ '^[0-9a-f]{64}$');`;

/**
 * How often somebody has done something lately, counted here so that it holds for all processes together. The name of a bucket is a keyed hash
 * of who and what; the key lies outside of the database. Touched by the keeper's functions only; a full bucket is as good as none.
 */
const ALLOWANCES = `
  CREATE TABLE allowances (
    bucket      text PRIMARY KEY CHECK (bucket ~ '^[0-9a-f]{64}$'),
    remaining   double precision NOT NULL CHECK (remaining >= 0),
    refilled_at timestamptz NOT NULL,
    full_at     timestamptz NOT NULL
  );
  CREATE INDEX allowances_full ON allowances (full_at);`;

/** The provider of an organisation; the secret that it gave us is enciphered before it comes here. */
const PROVIDERS = `
  CREATE TABLE identity_providers (
    organisation_id uuid NOT NULL REFERENCES organisations,
    provider_id     uuid NOT NULL,
    issuer          text NOT NULL CHECK (issuer LIKE 'https://%'),
    client          text NOT NULL,
    client_secret   text NOT NULL CONSTRAINT identity_providers_client_secret_sealed CHECK (client_secret LIKE 'sealed:1:%'),
    set_by          uuid NOT NULL,
    set_at          timestamptz NOT NULL,
    ended_at        timestamptz,
    PRIMARY KEY (organisation_id, provider_id)
  );`;

/** Links by mail, providers of organisations, and limits that hold for several processes. */
export const account: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [LINKS, PROVIDERS, ALLOWANCES]) await sql.raw(part).execute(db);
  },
};
