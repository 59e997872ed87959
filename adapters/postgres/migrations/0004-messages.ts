import { type Kysely, type Migration, sql } from 'kysely';

/** A message is known by what became of it: sent, given up, or kept back because nobody wants it; none of them means that it waits. */
const OUTBOX = `
  ALTER TABLE outbox DROP CONSTRAINT outbox_channel_check;
  ALTER TABLE outbox
    ADD CONSTRAINT outbox_channel_check CHECK (channel IN ('mail', 'webhook', 'portal')),
    ADD COLUMN kind text NOT NULL DEFAULT 'of-an-earlier-release',
    ADD COLUMN recipient_id uuid,
    ADD COLUMN endpoint_id uuid,
    ADD COLUMN failed_at timestamptz,
    ADD COLUMN withheld_at timestamptz,
    ADD COLUMN tried_at timestamptz,
    ADD COLUMN last_error text,
    ADD CONSTRAINT outbox_one_end CHECK (num_nonnulls(sent_at, failed_at, withheld_at) <= 1),
    ADD CONSTRAINT outbox_endpoint CHECK ((channel = 'webhook') = (endpoint_id IS NOT NULL));
  ALTER TABLE outbox ALTER COLUMN kind DROP DEFAULT;
  CREATE INDEX outbox_waiting ON outbox (created_at) WHERE sent_at IS NULL AND failed_at IS NULL AND withheld_at IS NULL;
  CREATE INDEX outbox_endpoints ON outbox (organisation_id, endpoint_id, created_at) WHERE endpoint_id IS NOT NULL;
  CREATE INDEX outbox_recipients ON outbox (recipient_id, created_at) WHERE recipient_id IS NOT NULL;`;

const PREFERENCES = `
  CREATE TABLE notification_preferences (
    organisation_id uuid NOT NULL REFERENCES organisations,
    person_id       uuid NOT NULL CHECK (person_id = organisation_id),
    kind            text NOT NULL,
    channel         text NOT NULL CHECK (channel IN ('mail', 'portal')),
    is_wanted       boolean NOT NULL,
    set_at          timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, kind, channel)
  );`;

/** A secret is kept as it is, because each message is signed with it; only acts of the worker may read it. */
const WEBHOOKS = `
  CREATE TABLE webhook_endpoints (
    organisation_id uuid NOT NULL REFERENCES organisations,
    endpoint_id     uuid NOT NULL,
    url             text NOT NULL CHECK (url LIKE 'https://%'),
    kinds           text[] NOT NULL CHECK (cardinality(kinds) > 0),
    created_by      uuid NOT NULL,
    created_at      timestamptz NOT NULL,
    failing_since   timestamptz,
    disabled_at     timestamptz,
    disabled_why    text CHECK (disabled_why IN ('by-administrator', 'failing')),
    PRIMARY KEY (organisation_id, endpoint_id),
    CHECK ((disabled_at IS NULL) = (disabled_why IS NULL))
  );
  CREATE TABLE webhook_secrets (
    organisation_id uuid NOT NULL,
    endpoint_id     uuid NOT NULL,
    secret_id       uuid NOT NULL,
    secret          text NOT NULL CHECK (secret ~ '^whsec_'),
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz CHECK (expires_at > created_at),
    PRIMARY KEY (organisation_id, endpoint_id, secret_id),
    FOREIGN KEY (organisation_id, endpoint_id) REFERENCES webhook_endpoints
  );`;

/** Touched by the keeper's functions only. What is kept of an answer is sealed with the key that its sender chose. */
const IDEMPOTENCY = `
  ALTER TABLE idempotency_keys
    ALTER COLUMN act DROP NOT NULL,
    ALTER COLUMN answer DROP NOT NULL,
    ALTER COLUMN answer TYPE text USING answer::text,
    ADD COLUMN outcomes jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN claimed_at timestamptz;`;

/** Messages with their jobs, what people want to be told, webhooks, and answers to repeated requests. */
export const messages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const part of [OUTBOX, PREFERENCES, WEBHOOKS, IDEMPOTENCY]) await sql.raw(part).execute(db);
  },
};
