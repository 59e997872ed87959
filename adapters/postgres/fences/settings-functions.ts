/**
 * What a transaction knows of its request. The unit of work sets these for one transaction (`acting/set-request.ts`); a setting that is
 * absent means nobody, nowhere, and permits nothing.
 *
 * In PL/pgSQL because the planner reads the body of a function in SQL anew wherever a policy names it, for every statement.
 */
const ask = (name: string, type: string, value: string): string => `
  CREATE OR REPLACE FUNCTION fence.${name} RETURNS ${type} LANGUAGE plpgsql STABLE AS
    $$ BEGIN RETURN ${value}; END $$;`;
const given = (name: string): string => `nullif(pg_catalog.current_setting('testamur.${name}', true), '')`;

export const SETTINGS_FUNCTIONS = [
  ask('setting(name text)', 'text', "nullif(pg_catalog.current_setting('testamur.' || name, true), '')"),
  ask('act()', 'text', given('act')),
  ask('actor()', 'uuid', `${given('actor')}::uuid`),
  ask('organisation()', 'uuid', `${given('organisation')}::uuid`),
  ask('subject()', 'uuid', `${given('subject')}::uuid`),
  ask('instant()', 'timestamptz', `coalesce(${given('at')}::timestamptz, pg_catalog.now())`),
  ask('token_hash()', 'text', given('token_hash')),
].join('');
