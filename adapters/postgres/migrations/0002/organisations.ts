export const ORGANISATION_TABLES = `
  -- A person's own tenant is an organisation of kind 'personal' whose id is the person's.
  CREATE TABLE organisations (
    organisation_id uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('school', 'accreditor', 'authority', 'imeo', 'hospital', 'ministry', 'research', 'platform', 'personal')),
    name            text NOT NULL CHECK (name <> ''),
    country         text CHECK (country ~ '^[A-Z]{2}$'),
    created_by      uuid,
    created_at      timestamptz NOT NULL
  );
  -- In the tenant of whoever verified: each tenant writes its own rows only.
  CREATE TABLE verifications (
    organisation_id uuid NOT NULL REFERENCES organisations,
    verification_id uuid NOT NULL,
    subject_id      uuid NOT NULL,
    method          text NOT NULL CHECK (method IN ('register-extract', 'world-directory', 'official-domain', 'official-letter', 'video-call', 'in-person')),
    evidence        text NOT NULL CHECK (evidence <> ''),
    verified_by     uuid NOT NULL,
    verified_at     timestamptz NOT NULL,
    withdrawn_at    timestamptz CHECK (withdrawn_at >= verified_at),
    withdrawn_why   text,
    PRIMARY KEY (organisation_id, verification_id),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
  );
  CREATE INDEX verifications_subject ON verifications (subject_id);
  -- A place in a hierarchy stands when the lower one claims it and the upper one confirms it, each in its own tenant.
  CREATE TABLE parent_claims (
    organisation_id uuid NOT NULL REFERENCES organisations,
    parent_id       uuid NOT NULL CHECK (parent_id <> organisation_id),
    claimed_by      uuid NOT NULL,
    claimed_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, parent_id)
  );
  CREATE TABLE child_confirmations (
    organisation_id uuid NOT NULL REFERENCES organisations,
    child_id        uuid NOT NULL CHECK (child_id <> organisation_id),
    confirmed_by    uuid NOT NULL,
    confirmed_at    timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, child_id)
  );`;
