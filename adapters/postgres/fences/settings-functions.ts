/**
 * What a transaction knows of its request. The unit of work sets these for one transaction (`acting/set-request.ts`); a setting that is
 * absent means nobody, nowhere, and permits nothing.
 */
export const SETTINGS_FUNCTIONS = `
  CREATE OR REPLACE FUNCTION fence.setting(name text) RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT nullif(pg_catalog.current_setting('testamur.' || name, true), '') $$;
  CREATE OR REPLACE FUNCTION fence.act() RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT fence.setting('act') $$;
  CREATE OR REPLACE FUNCTION fence.actor() RETURNS uuid LANGUAGE sql STABLE AS
    $$ SELECT fence.setting('actor')::uuid $$;
  CREATE OR REPLACE FUNCTION fence.organisation() RETURNS uuid LANGUAGE sql STABLE AS
    $$ SELECT fence.setting('organisation')::uuid $$;
  CREATE OR REPLACE FUNCTION fence.subject() RETURNS uuid LANGUAGE sql STABLE AS
    $$ SELECT fence.setting('subject')::uuid $$;
  CREATE OR REPLACE FUNCTION fence.instant() RETURNS timestamptz LANGUAGE sql STABLE AS
    $$ SELECT coalesce(fence.setting('at')::timestamptz, pg_catalog.now()) $$;
  CREATE OR REPLACE FUNCTION fence.token_hash() RETURNS text LANGUAGE sql STABLE AS
    $$ SELECT fence.setting('token_hash') $$;`;
