import { mayAct } from './compile-policies.ts';

const KEEPER = 'SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp';

/** Jobs are the engine's own tables: the keeper looks into them and makes a job due again, nobody else does. */
export const JOB_GRANTS = [
  'GRANT USAGE ON SCHEMA jobs TO testamur_keeper;',
  'GRANT SELECT, UPDATE ON jobs.job TO testamur_keeper;',
];

/** The engine's states in our words. A job that was refused for good is `cancelled` there, one that ran out of tries `failed`. */
const STATE = `CASE j.state WHEN 'created' THEN 'waiting' WHEN 'retry' THEN 'failing' WHEN 'active' THEN 'running'
      WHEN 'completed' THEN 'done' ELSE 'dead' END`;

const ROW = `jsonb_build_object('job_id', j.id, 'queue', j.name, 'state', ${STATE},
      'organisation', j.data ->> 'organisation', 'message', j.data ->> 'message',
      'tries', CASE WHEN j.state = 'created' THEN 0 ELSE j.retry_count + 1 END,
      'created_at', j.created_on, 'next_at', CASE WHEN j.state IN ('created', 'retry') THEN j.start_after END,
      'ended_at', j.completed_on, 'error', j.output ->> 'message')`;

/** The second fence for records that row-level security does not reach: each function asks the matrix first. */
export const JOB_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.list_jobs(states text[], most integer) RETURNS SETOF jsonb LANGUAGE sql STABLE ${KEEPER} AS $$
    SELECT ${ROW} FROM jobs.job j
    WHERE (SELECT ${mayAct('working.list-jobs')}) AND ${STATE} = ANY (states)
    ORDER BY j.created_on DESC, j.id LIMIT most $$;
  CREATE OR REPLACE FUNCTION fence.find_job(job uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ${KEEPER} AS $$
    SELECT ${ROW} FROM jobs.job j WHERE (SELECT ${mayAct('working.show-job')}) AND j.id = job $$;
  CREATE OR REPLACE FUNCTION fence.retry_job(job uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE ${KEEPER} AS $$
  DECLARE
    tenant uuid;
  BEGIN
    UPDATE jobs.job j SET state = 'created', retry_count = 0, started_on = NULL, start_after = now(), completed_on = NULL,
      keep_until = now() + interval '30 days'
    WHERE (SELECT ${mayAct('working.retry-job')}) AND j.id = job AND j.state IN ('created', 'retry', 'failed', 'cancelled')
    RETURNING (j.data ->> 'organisation')::uuid INTO tenant;
    IF tenant IS NULL THEN RETURN false; END IF;
    PERFORM fence.append_event(tenant, 'E', '0', jsonb_build_array(jsonb_build_object('what', 'job_common', 'key', jsonb_build_object('id', job))));
    RETURN true;
  EXCEPTION WHEN unique_violation THEN
    -- The message has another job that is alive.
    RETURN false;
  END $$;`;
