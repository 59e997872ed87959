import type { Resource } from '@testamur/services/authorising';

export type CataloguedTable = {
  /** The columns of its primary key. */
  readonly key: readonly string[];
  /** Holds data about people: every read of it leaves an audit event. */
  readonly isPersonal: boolean;
};

const table = (isPersonal: boolean, ...rest: string[]): CataloguedTable => ({
  key: ['organisation_id', ...rest],
  isPersonal,
});

/** Every table of tenants. One that is not here has no policy and so no row for anybody; the schema test compares. */
export const CATALOGUE: Readonly<Record<Resource, CataloguedTable>> = {
  organisations: table(false),
  people: table(true, 'person_id'),
  memberships: table(true, 'person_id'),
  member_roles: table(true, 'person_id', 'role'),
  invitations: table(true, 'invitation_id'),
  delegations: table(true, 'delegation_id'),
  interest_declarations: table(true, 'declaration_id'),
  service_accounts: table(false, 'account_id'),
  service_account_keys: table(false, 'account_id', 'key_id'),
  verifications: table(false, 'verification_id'),
  parent_claims: table(false, 'parent_id'),
  child_confirmations: table(false, 'child_id'),
  approval_policies: table(false, 'act'),
  approval_requests: table(true, 'request_id'),
  approval_decisions: table(true, 'request_id', 'person_id'),
  approval_uses: table(false, 'request_id'),
  passkeys: table(true, 'passkey_id'),
  identity_providers: table(true, 'provider_id'),
  identities: table(true, 'identity_id'),
  recovery_codes: table(true, 'code_id'),
  recoveries: table(true, 'recovery_id'),
  access_tokens: table(false, 'token_id'),
  spent_assertions: table(false, 'account_id', 'assertion_hash'),
  sessions: table(true, 'session_id'),
  sign_in_links: table(true, 'link_id'),
  outbox: table(true, 'message_id'),
  privacy_requests: table(true, 'request_id'),
  privacy_decisions: table(true, 'request_id'),
  privacy_reviews: table(true, 'request_id'),
  privacy_restrictions: table(true, 'restriction_id'),
  consent_events: table(true, 'event_id'),
  erasures: table(true, 'erasure_id'),
  log_leaves: table(false, 'leaf_id'),
  log_salts: table(true, 'leaf_id'),
  halts: table(false, 'halt_id'),
  notification_preferences: table(true, 'kind', 'channel'),
  webhook_endpoints: table(false, 'endpoint_id'),
  webhook_secrets: table(false, 'endpoint_id', 'secret_id'),
  audit_events: table(true, 'sequence'),
};

export const TENANT_TABLES = Object.keys(CATALOGUE) as readonly Resource[];
export const PERSONAL_TABLES: ReadonlySet<string> = new Set(
  TENANT_TABLES.filter((name) => CATALOGUE[name].isPersonal),
);
