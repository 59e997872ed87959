import type { Resource } from '@testamur/services/authorising';
import { CATALOGUE, TENANT_TABLES } from '../platform/catalogue.ts';
import { ALLOWANCE_FENCES, ALLOWANCE_FUNCTIONS } from './allowance-functions.ts';
import { AUDIT_FUNCTIONS } from './audit-functions.ts';
import { compilePermission, compilePolicies, grantsOf } from './compile-policies.ts';
import { IDEMPOTENCY_FENCES, IDEMPOTENCY_FUNCTIONS } from './idempotency-functions.ts';
import { JOB_FUNCTIONS, JOB_GRANTS } from './job-functions.ts';
import { LOG_FUNCTIONS, LOG_GRANTS, LOG_TRIGGERS } from './log-functions.ts';
import { SETTINGS_FUNCTIONS } from './settings-functions.ts';
import { STANDING_FUNCTIONS } from './standing-functions.ts';

/** What requests may call; the rest is for the keeper alone. */
const FOR_REQUESTS = [
  ...['setting(text)', 'act()', 'actor()', 'organisation()', 'instant()', 'token_hash()'],
  ...['holds(text[])', 'in_kind(text)', 'in_organisation()', 'platform()', 'is_founded_now(uuid)'],
  ...['is_newcomer_now(uuid)', 'passkey_people()', 'code_people()', 'key_accounts()'],
  ...['mail_people()', 'link_people()', 'identity_people()'],
  'is_recipient(uuid)',
  ...['invited_organisation()', 'invited_role()', 'has_interest(uuid)', 'requested_by_another(uuid)'],
  ...['subject()', 'refused_by_another(uuid, uuid)', 'sole_administrations()'],
  ...['is_approved(uuid)', 'is_permitted(text[])', 'is_reviewed()', 'halted()'],
  ...['record_event(text, text, jsonb)', 'take_turn(uuid)'],
  ...['list_jobs(text[], integer)', 'find_job(uuid)', 'retry_job(uuid)'],
  ...['claim_request(uuid, text, interval)', 'recall_outcome(uuid, text)', 'keep_outcome(uuid, text, text)'],
  ...['keep_answer(uuid, text)', 'release_request(uuid)'],
  'take_allowance(text, integer, integer, double precision, timestamptz)',
];

/** Everything that stands around the tables, as one text: what is in the database is compared with it by its hash. */
export function writeFences(): string {
  return [
    'GRANT SELECT ON ALL TABLES IN SCHEMA public TO testamur_keeper;',
    'GRANT INSERT ON audit_events TO testamur_keeper;',
    'GRANT INSERT, UPDATE ON audit_heads TO testamur_keeper;',
    'GRANT INSERT ON outbox TO testamur_keeper;',
    'GRANT INSERT, UPDATE, DELETE ON idempotency_keys TO testamur_keeper;',
    'GRANT INSERT, UPDATE, DELETE ON allowances TO testamur_keeper;',
    ...JOB_GRANTS,
    ...LOG_GRANTS,
    'SET LOCAL ROLE testamur_keeper;',
    SETTINGS_FUNCTIONS,
    STANDING_FUNCTIONS,
    compilePermission(),
    AUDIT_FUNCTIONS,
    JOB_FUNCTIONS,
    IDEMPOTENCY_FUNCTIONS,
    LOG_FUNCTIONS,
    ALLOWANCE_FUNCTIONS,
    'REVOKE ALL ON ALL FUNCTIONS IN SCHEMA fence FROM PUBLIC, testamur_app;',
    ...FOR_REQUESTS.map((name) => `GRANT EXECUTE ON FUNCTION fence.${name} TO testamur_app;`),
    'SET LOCAL ROLE NONE;',
    DROP_POLICIES,
    ...TENANT_TABLES.flatMap(fenceTable),
    ...TENANT_TABLES.filter((name) => name !== 'audit_events').flatMap(auditTable),
    ...AUDIT_CHAIN,
    TELLING,
    ...IDEMPOTENCY_FENCES,
    ...ALLOWANCE_FENCES,
    ...LOG_TRIGGERS,
  ].join('\n');
}

/** Those of an earlier release, whatever they were called. */
const DROP_POLICIES = `
  DO $$ DECLARE policy record;
  BEGIN
    FOR policy IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' LOOP
      EXECUTE format('DROP POLICY %I ON public.%I', policy.policyname, policy.tablename);
    END LOOP;
  END $$;`;

function fenceTable(name: Resource): readonly string[] {
  const grants = grantsOf(name);
  return [
    `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    `REVOKE ALL ON ${name} FROM PUBLIC, testamur_app;`,
    ...(grants.length > 0 ? [`GRANT ${grants.join(', ')} ON ${name} TO testamur_app;`] : []),
    `CREATE POLICY ${name}_keeper ON ${name} FOR SELECT TO testamur_keeper USING (true);`,
    ...compilePolicies(name),
  ];
}

const IMAGES = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

function auditTable(name: Resource): readonly string[] {
  const keys = CATALOGUE[name].key.map((column) => `'${column}'`).join(', ');
  return Object.entries(IMAGES).map(
    ([command, images]) =>
      `CREATE OR REPLACE TRIGGER note_${command} AFTER ${command.toUpperCase()} ON ${name} REFERENCING ${images} FOR EACH STATEMENT EXECUTE FUNCTION fence.note_changes(${keys});`,
  );
}

/** Webhooks write themselves at the end of an act, when whoever did it may have lost the right to (`acting/tell-programs.ts`). */
const TELLING = `CREATE POLICY outbox_tell ON outbox FOR INSERT TO testamur_keeper WITH CHECK (channel = 'webhook');`;

const AUDIT_CHAIN = [
  'CREATE POLICY audit_events_append ON audit_events FOR INSERT TO testamur_keeper WITH CHECK (true);',
  'ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;',
  'REVOKE ALL ON audit_heads FROM PUBLIC, testamur_app;',
  'CREATE POLICY audit_heads_keeper ON audit_heads TO testamur_keeper USING (true) WITH CHECK (true);',
  'CREATE OR REPLACE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION fence.refuse_change();',
];
