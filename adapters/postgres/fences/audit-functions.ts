const KEEPER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** What came before the first event of a chain. */
export const GENESIS = '0'.repeat(64);

/**
 * The audit trail writes itself: a statement that changes rows of a tenant leaves an event in the same transaction, whoever wrote the
 * statement. Who, for whom and why come from the settings of the transaction; values are kept as salted hashes only.
 */
export const AUDIT_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.audit_head(organisation uuid) RETURNS audit_heads LANGUAGE sql VOLATILE ${KEEPER} AS $$
    INSERT INTO audit_heads AS head (organisation_id, sequence, hash, salt)
    VALUES (organisation, 0, '${GENESIS}', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
    ON CONFLICT (organisation_id) DO UPDATE SET sequence = head.sequence
    RETURNING * $$;
  CREATE OR REPLACE FUNCTION fence.append_event(organisation uuid, action text, outcome text, entities jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE ${KEEPER} AS $$
  DECLARE
    head audit_heads := fence.audit_head(organisation);
    event text := jsonb_strip_nulls(jsonb_build_object(
      'act', coalesce(fence.act(), 'store.maintain'),
      'action', action,
      'outcome', outcome,
      'recorded', to_char(fence.instant() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'agent', jsonb_build_object(
        'kind', coalesce(fence.setting('actor_kind'), 'owner'),
        'id', fence.actor(),
        'organisation', fence.organisation()),
      'source', coalesce(fence.setting('site'), 'store'),
      'reason', fence.setting('reason'),
      'entities', entities))::text;
    this_hash text := encode(sha256(convert_to(concat_ws(E'\\n', organisation::text, (head.sequence + 1)::text, head.hash, event), 'UTF8')), 'hex');
  BEGIN
    INSERT INTO audit_events (organisation_id, sequence, recorded_at, act, action, outcome, actor_id, event, previous_hash, hash)
    VALUES (organisation, head.sequence + 1, date_trunc('milliseconds', fence.instant()), coalesce(fence.act(), 'store.maintain'), action, outcome, fence.actor(), event, head.hash, this_hash);
    UPDATE audit_heads SET sequence = head.sequence + 1, hash = this_hash WHERE organisation_id = organisation;
  END $$;
  -- Whoever changes an organisation holds the end of its chain until the transaction ends; so does whoever takes a turn.
  CREATE OR REPLACE FUNCTION fence.take_turn(organisation uuid) RETURNS void LANGUAGE plpgsql VOLATILE ${KEEPER} AS $$
  BEGIN
    IF organisation = fence.organisation() AND fence.in_organisation() THEN PERFORM fence.audit_head(organisation); END IF;
  END $$;
  CREATE OR REPLACE FUNCTION fence.key_of(value jsonb, keys text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
    $$ SELECT jsonb_object_agg(name, value -> name) FROM unnest(keys) AS name $$;
  CREATE OR REPLACE FUNCTION fence.value_hash(value jsonb, salt bytea) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT encode(sha256(salt || convert_to(value::text, 'UTF8')), 'hex') $$;
  CREATE OR REPLACE FUNCTION fence.note_changes() RETURNS trigger LANGUAGE plpgsql ${KEEPER} AS $$
  DECLARE
    keys text[] := TG_ARGV;
    tenant record;
    salt bytea;
    letter text := CASE TG_OP WHEN 'INSERT' THEN 'C' WHEN 'UPDATE' THEN 'U' ELSE 'D' END;
    before_rows jsonb[] := '{}';
    after_rows jsonb[] := '{}';
  BEGIN
    IF TG_OP <> 'INSERT' THEN SELECT coalesce(array_agg(to_jsonb(o)), '{}') INTO before_rows FROM old_rows o; END IF;
    IF TG_OP <> 'DELETE' THEN SELECT coalesce(array_agg(to_jsonb(n)), '{}') INTO after_rows FROM new_rows n; END IF;
    FOR tenant IN
      SELECT organisation, jsonb_agg(jsonb_build_object('key', key, 'before', before, 'after', after) ORDER BY key::text) AS pairs
      FROM (
        SELECT coalesce(a.row, b.row) ->> 'organisation_id' AS organisation,
          fence.key_of(coalesce(a.row, b.row), keys) AS key, b.row AS before, a.row AS after
        FROM unnest(before_rows) AS b(row)
          FULL JOIN unnest(after_rows) AS a(row) ON fence.key_of(a.row, keys) = fence.key_of(b.row, keys)) AS paired
      GROUP BY organisation ORDER BY organisation
    LOOP
      salt := (fence.audit_head(tenant.organisation::uuid)).salt;
      PERFORM fence.append_event(tenant.organisation::uuid, letter, '0', (
        SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'what', TG_TABLE_NAME,
          'key', pair -> 'key',
          'old', CASE WHEN pair -> 'before' <> 'null' THEN fence.value_hash(pair -> 'before', salt) END,
          'new', CASE WHEN pair -> 'after' <> 'null' THEN fence.value_hash(pair -> 'after', salt) END)))
        FROM jsonb_array_elements(tenant.pairs) AS pair));
    END LOOP;
    RETURN NULL;
  END $$;
  -- What changes no row: reads of personal data, and what was refused. The event goes to the organisation acted for, else to
  -- the actor's own tenant.
  CREATE OR REPLACE FUNCTION fence.record_event(action text, outcome text, entities jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE ${KEEPER} AS $$
  BEGIN
    IF action NOT IN ('R', 'E') THEN RAISE EXCEPTION 'changes record themselves'; END IF;
    PERFORM fence.append_event(
      coalesce(CASE WHEN fence.in_organisation() OR fence.setting('actor_kind') = 'worker' THEN fence.organisation() END, fence.actor(), '00000000-0000-0000-0000-000000000000'),
      action, outcome, entities);
  END $$;
  CREATE OR REPLACE FUNCTION fence.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'What was recorded is only added to' USING ERRCODE = '42501'; END $$;`;
