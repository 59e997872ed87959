export const APPROVAL_TABLES = `
  CREATE TABLE approval_policies (
    organisation_id uuid NOT NULL REFERENCES organisations,
    act             text NOT NULL,
    approvals       integer NOT NULL CHECK (approvals >= 0),
    set_by          uuid NOT NULL,
    set_at          timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, act)
  );
  CREATE TABLE approval_requests (
    organisation_id uuid NOT NULL REFERENCES organisations,
    request_id      uuid NOT NULL,
    act             text NOT NULL,
    content_hash    text NOT NULL CHECK (content_hash ~ '^sha256:[0-9a-f]{64}$'),
    content         jsonb NOT NULL,
    requested_by    uuid NOT NULL,
    requested_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL CHECK (expires_at > requested_at),
    PRIMARY KEY (organisation_id, request_id)
  );
  CREATE TABLE approval_decisions (
    organisation_id uuid NOT NULL,
    request_id      uuid NOT NULL,
    person_id       uuid NOT NULL,
    approves        boolean NOT NULL,
    reason          text NOT NULL,
    decided_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, request_id, person_id),
    FOREIGN KEY (organisation_id, request_id) REFERENCES approval_requests
  );
  -- The key makes an approval serve once, whoever asks at the same time.
  CREATE TABLE approval_uses (
    organisation_id uuid NOT NULL,
    request_id      uuid NOT NULL,
    used_by         uuid NOT NULL,
    used_at         timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, request_id),
    FOREIGN KEY (organisation_id, request_id) REFERENCES approval_requests
  );
  CREATE TABLE idempotency_keys (
    organisation_id uuid NOT NULL REFERENCES organisations,
    key_id          uuid NOT NULL,
    actor_id        uuid NOT NULL,
    act             text NOT NULL,
    content_hash    text NOT NULL CHECK (content_hash ~ '^sha256:[0-9a-f]{64}$'),
    answer          jsonb NOT NULL,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, key_id)
  );
  CREATE TABLE outbox (
    organisation_id uuid NOT NULL REFERENCES organisations,
    message_id      uuid NOT NULL,
    channel         text NOT NULL CHECK (channel IN ('mail', 'webhook')),
    body            jsonb NOT NULL,
    created_at      timestamptz NOT NULL,
    sent_at         timestamptz,
    attempts        integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    PRIMARY KEY (organisation_id, message_id)
  );`;
