/** Requests, restrictions, consents and erasures lie in the person's own tenant, decisions and reviews in the platform's. All are only added to. */
export const PRIVACY_TABLES = `
  CREATE TABLE privacy_requests (
    organisation_id uuid NOT NULL REFERENCES organisations,
    request_id      uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    kind            text NOT NULL CHECK (kind IN ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection', 'review')),
    statement       text NOT NULL,
    sent_at         timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, request_id)
  );
  CREATE INDEX privacy_requests_sent ON privacy_requests (sent_at);
  CREATE TABLE privacy_decisions (
    organisation_id uuid NOT NULL REFERENCES organisations,
    request_id      uuid NOT NULL,
    person_id       uuid NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('granted', 'refusal-proposed')),
    reason          text NOT NULL,
    decided_by      uuid NOT NULL,
    decided_at      timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, request_id)
  );
  CREATE INDEX privacy_decisions_person ON privacy_decisions (person_id);
  CREATE TABLE privacy_reviews (
    organisation_id uuid NOT NULL,
    request_id      uuid NOT NULL,
    person_id       uuid NOT NULL,
    outcome         text NOT NULL CHECK (outcome IN ('upheld', 'overturned')),
    reason          text NOT NULL,
    reviewed_by     uuid NOT NULL,
    reviewed_at     timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, request_id),
    FOREIGN KEY (organisation_id, request_id) REFERENCES privacy_decisions
  );
  CREATE INDEX privacy_reviews_person ON privacy_reviews (person_id);
  CREATE TABLE privacy_restrictions (
    organisation_id uuid NOT NULL REFERENCES organisations,
    restriction_id  uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    is_restricted   boolean NOT NULL,
    set_at          timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, restriction_id)
  );
  CREATE TABLE consent_events (
    organisation_id uuid NOT NULL REFERENCES organisations,
    event_id        uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    purpose         text NOT NULL CHECK (purpose <> ''),
    state           text NOT NULL CHECK (state IN ('given', 'withdrawn')),
    notice_hash     text NOT NULL CHECK (notice_hash ~ '^[0-9a-f]{64}$'),
    language        text NOT NULL,
    at              timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, event_id)
  );
  CREATE TABLE erasures (
    organisation_id uuid NOT NULL REFERENCES organisations,
    erasure_id      uuid NOT NULL,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    asked_by        text NOT NULL CHECK (asked_by IN ('person', 'console')),
    erased_at       timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, erasure_id)
  );`;
