import { type Kysely, type Migration, sql } from 'kysely';

/**
 * A passkey is looked for by the hash of what a browser presents. A session that did not begin with a passkey proves nothing yet, and what was
 * signed to begin one is taken once. The secret that all processes share seals what browsers carry for us; it is drawn when the first one starts.
 */
const SIGN_IN = `
  ALTER TABLE passkeys
    ADD COLUMN credential_hash text,
    ADD COLUMN is_backup_eligible boolean NOT NULL DEFAULT false;
  UPDATE passkeys SET credential_hash = encode(sha256(convert_to(credential_id, 'UTF8')), 'hex');
  ALTER TABLE passkeys
    ALTER COLUMN credential_hash SET NOT NULL,
    ALTER COLUMN is_backup_eligible DROP DEFAULT,
    ADD CONSTRAINT passkeys_credential_once UNIQUE (organisation_id, credential_hash);
  CREATE INDEX passkeys_credential_hash ON passkeys (credential_hash);
  ALTER TABLE sessions
    ALTER COLUMN proved_at DROP NOT NULL,
    ADD COLUMN challenge_hash text CHECK (challenge_hash ~ '^[0-9a-f]{64}$'),
    ADD CONSTRAINT sessions_challenge_once UNIQUE (organisation_id, challenge_hash);
  CREATE TABLE shared_secrets (
    secret_name text PRIMARY KEY,
    secret      bytea NOT NULL CHECK (length(secret) = 32)
  );`;

export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(SIGN_IN).execute(db);
  },
};
