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

/** Ways back in: codes that serve once, and a recovery that waits until everybody who should know of it had time to object. */
const RECOVERY = `
  ALTER TABLE sessions DROP CONSTRAINT sessions_method_check;
  ALTER TABLE sessions ADD CONSTRAINT sessions_method_check
    CHECK (method IN ('passkey', 'identity', 'sign-in-link', 'recovery-code', 'console-link'));
  CREATE TABLE recovery_codes (
    organisation_id uuid NOT NULL REFERENCES organisations,
    code_id         uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    code_hash       text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    created_at      timestamptz NOT NULL,
    used_at         timestamptz,
    PRIMARY KEY (organisation_id, code_id)
  );
  CREATE INDEX recovery_codes_hash ON recovery_codes (code_hash);
  CREATE TABLE recoveries (
    organisation_id uuid NOT NULL REFERENCES organisations,
    recovery_id     uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    begun_at        timestamptz NOT NULL,
    ripe_at         timestamptz NOT NULL CHECK (ripe_at > begun_at),
    ended_at        timestamptz CHECK (ended_at >= begun_at),
    outcome         text CHECK (outcome IN ('used', 'cancelled')),
    PRIMARY KEY (organisation_id, recovery_id),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
  );`;

/** A program shows that it holds a key; what it is given is known by its hash, and no assertion of it is taken twice. */
const PROGRAMS = `
  ALTER TABLE service_account_keys ADD COLUMN key_hash text, ADD COLUMN added_by uuid;
  UPDATE service_account_keys SET key_hash = encode(sha256(convert_to(key_id::text, 'UTF8')), 'hex'), added_by = account_id;
  ALTER TABLE service_account_keys ALTER COLUMN key_hash SET NOT NULL, ALTER COLUMN added_by SET NOT NULL;
  CREATE INDEX service_account_keys_hash ON service_account_keys (key_hash);
  CREATE TABLE access_tokens (
    organisation_id uuid NOT NULL,
    token_id        uuid NOT NULL,
    account_id      uuid NOT NULL,
    token_hash      text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    scopes          text[] NOT NULL CHECK (cardinality(scopes) > 0),
    issued_at       timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > issued_at),
    PRIMARY KEY (organisation_id, token_id),
    FOREIGN KEY (organisation_id, account_id) REFERENCES service_accounts
  );
  CREATE INDEX access_tokens_hash ON access_tokens (token_hash);
  CREATE TABLE spent_assertions (
    organisation_id uuid NOT NULL,
    account_id      uuid NOT NULL,
    assertion_hash  text NOT NULL CHECK (assertion_hash ~ '^[0-9a-f]{64}$'),
    spent_at        timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, account_id, assertion_hash),
    FOREIGN KEY (organisation_id, account_id) REFERENCES service_accounts
  );`;

export const signIn: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [SIGN_IN, RECOVERY, PROGRAMS]) await sql.raw(part).execute(db);
  },
};
