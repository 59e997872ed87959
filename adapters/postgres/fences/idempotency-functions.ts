const KEEPER = 'VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** A key is known to its own actor only: whose row it is follows from the transaction, never from an argument. */
const OWN = 'k.organisation_id = fence.own_tenant() AND k.actor_id = fence.actor() AND k.key_id = key';

/** How long a key is remembered. */
const KEPT = "interval '24 hours'";

/**
 * Repeated requests (draft-ietf-httpapi-idempotency-key-header). `claim_request` says `begun`, `busy`, `other` (the key was used with other content) or `answered`.
 * A claim that was never answered may be taken over after the lease: what the acts of the first attempt did is remembered with them.
 */
export const IDEMPOTENCY_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.own_tenant() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT CASE fence.setting('actor_kind') WHEN 'person' THEN fence.actor() WHEN 'service-account' THEN fence.organisation() END $$;
  CREATE OR REPLACE FUNCTION fence.claim_request(key uuid, content text, lease interval) RETURNS text[] LANGUAGE plpgsql ${KEEPER} AS $$
  DECLARE
    kept idempotency_keys;
  BEGIN
    DELETE FROM idempotency_keys k WHERE ${OWN} AND k.created_at <= fence.instant() - ${KEPT};
    INSERT INTO idempotency_keys (organisation_id, key_id, actor_id, content_hash, created_at, claimed_at)
    VALUES (fence.own_tenant(), key, fence.actor(), content, fence.instant(), fence.instant()) ON CONFLICT DO NOTHING;
    IF FOUND THEN RETURN ARRAY['begun']; END IF;
    SELECT * INTO kept FROM idempotency_keys k WHERE ${OWN} FOR UPDATE;
    IF kept.content_hash <> content THEN RETURN ARRAY['other']; END IF;
    IF kept.answer IS NOT NULL THEN RETURN ARRAY['answered', kept.answer]; END IF;
    IF kept.claimed_at > fence.instant() - lease THEN RETURN ARRAY['busy']; END IF;
    UPDATE idempotency_keys k SET claimed_at = fence.instant() WHERE ${OWN};
    RETURN ARRAY['begun'];
  END $$;
  CREATE OR REPLACE FUNCTION fence.recall_outcome(key uuid, of_act text) RETURNS text LANGUAGE plpgsql ${KEEPER} AS $$
  DECLARE
    outcome text;
  BEGIN
    -- Whoever else does the same under this key waits here until it is done or undone.
    SELECT k.outcomes ->> of_act INTO outcome FROM idempotency_keys k WHERE ${OWN} FOR UPDATE;
    RETURN outcome;
  END $$;
  CREATE OR REPLACE FUNCTION fence.keep_outcome(key uuid, of_act text, outcome text) RETURNS void LANGUAGE sql ${KEEPER} AS $$
    UPDATE idempotency_keys k SET outcomes = k.outcomes || jsonb_build_object(of_act, outcome) WHERE ${OWN} $$;
  CREATE OR REPLACE FUNCTION fence.keep_answer(key uuid, content text) RETURNS void LANGUAGE sql ${KEEPER} AS $$
    UPDATE idempotency_keys k SET answer = content, outcomes = '{}' WHERE ${OWN} $$;
  -- What was refused, or failed, changed nothing and may be asked again; what an act did stays remembered.
  CREATE OR REPLACE FUNCTION fence.release_request(key uuid) RETURNS void LANGUAGE sql ${KEEPER} AS $$
    UPDATE idempotency_keys k SET claimed_at = '-infinity' WHERE ${OWN} $$;`;

export const IDEMPOTENCY_FENCES = [
  'ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
  'REVOKE ALL ON idempotency_keys FROM PUBLIC, testamur_app;',
  'CREATE POLICY idempotency_keys_keeper ON idempotency_keys TO testamur_keeper USING (true) WITH CHECK (true);',
];
