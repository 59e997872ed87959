const KEEPER = 'VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/**
 * A bucket that fills again evenly within its window, for all processes together. Takes as much of what is wanted as there is, and says how many
 * milliseconds one has to wait where there is nothing. The clock is the caller's; one that goes back fills nothing.
 */
export const ALLOWANCE_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.take_allowance(name text, most integer, wanted integer, span_ms double precision, at timestamptz)
  RETURNS double precision[] LANGUAGE plpgsql ${KEEPER} AS $$
  DECLARE
    kept allowances;
    held double precision;
    granted integer;
    counted timestamptz;
  BEGIN
    INSERT INTO allowances (bucket, remaining, refilled_at, full_at) VALUES (name, most, at, at) ON CONFLICT DO NOTHING;
    SELECT * INTO kept FROM allowances a WHERE a.bucket = name FOR UPDATE;
    counted := greatest(at, kept.refilled_at);
    held := least(most, kept.remaining + most * (extract(epoch FROM counted - kept.refilled_at) * 1000) / span_ms);
    granted := least(wanted, floor(held + 1e-9));
    held := greatest(0, held - granted);
    UPDATE allowances a SET remaining = held, refilled_at = counted,
      full_at = counted + make_interval(secs => (most - held) / most * span_ms / 1000) WHERE a.bucket = name;
    RETURN ARRAY[granted, CASE WHEN granted > 0 THEN 0 ELSE ceil((1 - held) * span_ms / most) END];
  END $$;`;

export const ALLOWANCE_FENCES = [
  'ALTER TABLE allowances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
  'REVOKE ALL ON allowances FROM PUBLIC, testamur_app;',
  'CREATE POLICY allowances_keeper ON allowances TO testamur_keeper USING (true) WITH CHECK (true);',
];
