/** All in the person's own tenant. A token is known by its SHA-256 only: what is stored signs nobody in. */
export const SIGN_IN_TABLES = `
  CREATE TABLE passkeys (
    organisation_id uuid NOT NULL REFERENCES organisations,
    passkey_id      uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    credential_id   text NOT NULL,
    public_key      bytea NOT NULL,
    sign_count      bigint NOT NULL DEFAULT 0,
    transports      text[] NOT NULL DEFAULT '{}',
    label           text NOT NULL,
    is_backed_up    boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    last_used_at    timestamptz,
    PRIMARY KEY (organisation_id, passkey_id)
  );
  CREATE INDEX passkeys_credential ON passkeys (credential_id);
  CREATE TABLE identities (
    organisation_id uuid NOT NULL REFERENCES organisations,
    identity_id     uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    issuer          text NOT NULL,
    subject         text NOT NULL,
    linked_at       timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, identity_id)
  );
  CREATE INDEX identities_subject ON identities (issuer, subject);
  CREATE TABLE sessions (
    organisation_id uuid NOT NULL REFERENCES organisations,
    session_id      uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    token_hash      text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    method          text NOT NULL CHECK (method IN ('passkey', 'identity', 'sign-in-link', 'console-link')),
    is_shared       boolean NOT NULL,
    device          text NOT NULL,
    begun_at        timestamptz NOT NULL,
    proved_at       timestamptz NOT NULL,
    seen_at         timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > begun_at),
    revoked_at      timestamptz,
    PRIMARY KEY (organisation_id, session_id)
  );
  CREATE INDEX sessions_token ON sessions (token_hash);
  CREATE TABLE sign_in_links (
    organisation_id uuid NOT NULL REFERENCES organisations,
    link_id         uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    token_hash      text NOT NULL CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    purpose         text NOT NULL CHECK (purpose IN ('sign-in', 'recovery')),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > created_at),
    used_at         timestamptz,
    PRIMARY KEY (organisation_id, link_id)
  );
  CREATE INDEX sign_in_links_token ON sign_in_links (token_hash);`;
