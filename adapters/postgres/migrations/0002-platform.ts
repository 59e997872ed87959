import { type Kysely, type Migration, sql } from 'kysely';
import { APPROVAL_TABLES } from './0002/approvals.ts';
import { AUDIT_TABLES } from './0002/audit.ts';
import { ORGANISATION_TABLES } from './0002/organisations.ts';
import { PEOPLE_TABLES } from './0002/people.ts';
import { SIGN_IN_TABLES } from './0002/sign-in.ts';

/**
 * Two roles that own nothing and cannot log in. `testamur_app` is what a request becomes; `testamur_keeper` owns the functions that stand
 * behind row-level security and the audit trail. Roles belong to the whole server, so another database of it may have made them.
 */
const ROLES = `
  DO $$ DECLARE role text;
  BEGIN
    FOREACH role IN ARRAY ARRAY['testamur_app', 'testamur_keeper'] LOOP
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
        BEGIN
          EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
          -- Another database of this server made it at the same moment.
          NULL;
        END;
      END IF;
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        BEGIN
          EXECUTE format('GRANT %I TO CURRENT_USER', role);
        EXCEPTION WHEN insufficient_privilege THEN
          -- Somebody else made the roles and may have let us in already.
          IF NOT pg_has_role(current_user, role, 'MEMBER') THEN RAISE; END IF;
        END;
      END IF;
    END LOOP;
  END $$;
  CREATE SCHEMA fence AUTHORIZATION testamur_keeper;
  GRANT USAGE ON SCHEMA fence TO testamur_app;
  GRANT USAGE ON SCHEMA public TO testamur_app, testamur_keeper;
  GRANT SELECT ON reference_set, reference_item TO testamur_app;
  CREATE TABLE schema_fences (
    fences       text PRIMARY KEY,
    content_hash text NOT NULL
  );`;

/**
 * The tables of the platform. The organisation is first in every key, ids are UUIDs, no key reaches across tenants but to the organisation
 * itself: a tenant can live on a machine of its own. Functions, policies, grants and triggers are not here: they are fitted to the release
 * after every migration (`fences/`).
 */
export const platform: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const parts = [ROLES, ORGANISATION_TABLES, PEOPLE_TABLES, SIGN_IN_TABLES, APPROVAL_TABLES, AUDIT_TABLES];
    for (const part of parts) await sql.raw(part).execute(db);
  },
};
