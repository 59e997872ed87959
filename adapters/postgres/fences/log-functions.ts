/** A leaf waits for its place in the log from the moment at which it exists, whoever wrote it. */
export const LOG_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.queue_leaf() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  BEGIN
    INSERT INTO log_positions (organisation_id, leaf_id, recorded_at) VALUES (NEW.organisation_id, NEW.leaf_id, NEW.recorded_at);
    RETURN NULL;
  END $$;`;

/** The keeper gives positions; requests read them, as they read reference data. */
export const LOG_GRANTS = [
  'GRANT INSERT, UPDATE ON log_positions, log_lease TO testamur_keeper;',
  'REVOKE ALL ON log_positions, log_lease FROM PUBLIC, testamur_app;',
  'GRANT SELECT ON log_positions TO testamur_app;',
];

export const LOG_TRIGGERS = [
  'CREATE OR REPLACE TRIGGER queue_leaf AFTER INSERT ON log_leaves FOR EACH ROW EXECUTE FUNCTION fence.queue_leaf();',
  'CREATE OR REPLACE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON log_leaves FOR EACH STATEMENT EXECUTE FUNCTION fence.refuse_change();',
];
