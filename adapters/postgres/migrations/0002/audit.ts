/**
 * One chain per organisation. The chain is over `event`, the text; the columns beside it repeat what is searched for.
 * An organisation need not exist: what nobody did anywhere is kept under the nil UUID.
 */
export const AUDIT_TABLES = `
  CREATE TABLE audit_events (
    organisation_id uuid NOT NULL,
    sequence        bigint NOT NULL CHECK (sequence > 0),
    recorded_at     timestamptz NOT NULL,
    act             text NOT NULL,
    action          text NOT NULL CHECK (action IN ('C', 'R', 'U', 'D', 'E')),
    outcome         text NOT NULL CHECK (outcome IN ('0', '4', '8', '12')),
    actor_id        uuid,
    event           text NOT NULL,
    previous_hash   text NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
    hash            text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (organisation_id, sequence)
  );
  -- The end of each chain, and the salt of the value hashes in it: without the salt a hash tells nothing of a value.
  CREATE TABLE audit_heads (
    organisation_id uuid PRIMARY KEY,
    sequence        bigint NOT NULL,
    hash            text NOT NULL,
    salt            bytea NOT NULL
  );`;
