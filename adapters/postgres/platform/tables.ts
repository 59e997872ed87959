import type { MemberRole } from '@testamur/services/authorising';
import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, string, string>;
type InstantOrNone = ColumnType<Date | null, string | null | undefined, string | null>;
type Json = ColumnType<unknown, string, string>;
type Tenant = { organisation_id: string };
type Own = Tenant & { person_id: string };

/** The tables of the platform that stores write. */
export type PlatformTables = {
  organisations: Tenant & {
    kind: string;
    name: string;
    country: string | null;
    created_by: string | null;
    created_at: Instant;
  };
  people: Tenant & {
    person_id: string;
    display_name: string;
    mail: string | null;
    mail_lookup?: string | null;
    language: string;
    created_at: Instant;
  };
  memberships: Tenant & { person_id: string; known_as: string; joined_at: Instant; ended_at: InstantOrNone };
  member_roles: Tenant & { person_id: string; role: MemberRole; assigned_by: string; assigned_at: Instant };
  invitations: Tenant & {
    invitation_id: string;
    token_hash: string;
    role: MemberRole;
    invited_as: string;
    invited_by: string | null;
    invited_at: Instant;
    expires_at: Instant;
    accepted_by: string | null;
    accepted_at: InstantOrNone;
    withdrawn_at: InstantOrNone;
  };
  delegations: Tenant & {
    delegation_id: string;
    from_person_id: string;
    to_person_id: string;
    role: MemberRole;
    starts_at: Instant;
    ends_at: Instant;
    revoked_at: InstantOrNone;
  };
  interest_declarations: Tenant & {
    declaration_id: string;
    person_id: string;
    subject_id: string;
    nature: string;
    statement: string;
    declared_at: Instant;
  };
  service_accounts: Tenant & {
    account_id: string;
    name: string;
    scopes: string[];
    created_by: string;
    created_at: Instant;
    disabled_at: InstantOrNone;
  };
  passkeys: Tenant & {
    passkey_id: string;
    person_id: string;
    credential_id: string;
    credential_hash: string;
    public_key: Buffer;
    sign_count: ColumnType<string, number, number>;
    transports: string[];
    label: string;
    is_backup_eligible: boolean;
    is_backed_up: boolean;
    created_at: Instant;
    last_used_at: InstantOrNone;
  };
  sessions: Tenant & {
    session_id: string;
    person_id: string;
    token_hash: string;
    challenge_hash: string | null;
    method: string;
    is_shared: boolean;
    device: string;
    begun_at: Instant;
    proved_at: InstantOrNone;
    seen_at: Instant;
    expires_at: Instant;
    revoked_at: InstantOrNone;
  };
  identity_providers: Tenant & {
    provider_id: string;
    issuer: string;
    client: string;
    client_secret: string;
    set_by: string;
    set_at: Instant;
    ended_at: InstantOrNone;
  };
  identities: Tenant & {
    identity_id: string;
    person_id: string;
    issuer: string;
    subject: string;
    linked_at: Instant;
  };
  sign_in_links: Tenant & {
    link_id: string;
    person_id: string;
    token_hash: string;
    browser_hash: string;
    purpose: string;
    created_at: Instant;
    expires_at: Instant;
    used_at: InstantOrNone;
  };
  recovery_codes: Tenant & {
    code_id: string;
    person_id: string;
    code_hash: string;
    created_at: Instant;
    used_at: InstantOrNone;
  };
  recoveries: Tenant & {
    recovery_id: string;
    person_id: string;
    begun_at: Instant;
    ripe_at: Instant;
    ended_at: InstantOrNone;
    outcome: ColumnType<string | null, string | null | undefined, string>;
  };
  service_account_keys: Tenant & {
    account_id: string;
    key_id: string;
    key_hash: string;
    public_jwk: Json;
    added_by: string;
    valid_from: Instant;
    valid_until: InstantOrNone;
  };
  access_tokens: Tenant & {
    token_id: string;
    account_id: string;
    token_hash: string;
    scopes: string[];
    issued_at: Instant;
    expires_at: Instant;
  };
  spent_assertions: Tenant & { account_id: string; assertion_hash: string; spent_at: Instant };
  verifications: Tenant & {
    verification_id: string;
    subject_id: string;
    method: string;
    evidence: string;
    verified_by: string;
    verified_at: Instant;
    withdrawn_at: InstantOrNone;
    withdrawn_why: string | null;
  };
  parent_claims: Tenant & { parent_id: string; claimed_by: string; claimed_at: Instant };
  child_confirmations: Tenant & { child_id: string; confirmed_by: string; confirmed_at: Instant };
  approval_policies: Tenant & { act: string; approvals: number; set_by: string; set_at: Instant };
  approval_requests: Tenant & {
    request_id: string;
    act: string;
    content_hash: string;
    content: Json;
    requested_by: string;
    requested_at: Instant;
    expires_at: Instant;
  };
  approval_decisions: Tenant & {
    request_id: string;
    person_id: string;
    approves: boolean;
    reason: string;
    decided_at: Instant;
  };
  approval_uses: Tenant & { request_id: string; used_by: string; used_at: Instant };
  privacy_requests: Own & { request_id: string; kind: string; statement: string; sent_at: Instant };
  privacy_decisions: Tenant & {
    request_id: string;
    person_id: string;
    outcome: string;
    reason: string;
    decided_by: string;
    decided_at: Instant;
  };
  privacy_reviews: Tenant & {
    request_id: string;
    person_id: string;
    outcome: string;
    reason: string;
    reviewed_by: string;
    reviewed_at: Instant;
  };
  privacy_restrictions: Own & { restriction_id: string; is_restricted: boolean; set_at: Instant };
  consent_events: Own & {
    event_id: string;
    purpose: string;
    state: string;
    notice_hash: string;
    language: string;
    at: Instant;
  };
  erasures: Own & { erasure_id: string; asked_by: string; erased_at: Instant };
  log_leaves: Tenant & { leaf_id: string; act: string; recorded_at: Instant; entry: string };
  log_salts: Tenant & { leaf_id: string; person_id: string; salt: string };
  outbox: Tenant & {
    message_id: string;
    channel: 'mail' | 'webhook' | 'portal';
    kind: string;
    recipient_id: string | null;
    endpoint_id: string | null;
    body: Json;
    created_at: Instant;
    attempts: ColumnType<number, number | undefined, number>;
    tried_at: InstantOrNone;
    sent_at: InstantOrNone;
    failed_at: InstantOrNone;
    withheld_at: InstantOrNone;
    last_error: string | null;
  };
  notification_preferences: Tenant & {
    person_id: string;
    kind: string;
    channel: 'mail' | 'portal';
    is_wanted: boolean;
    set_at: Instant;
  };
  webhook_endpoints: Tenant & {
    endpoint_id: string;
    url: string;
    kinds: string[];
    created_by: string;
    created_at: Instant;
    failing_since: InstantOrNone;
    disabled_at: InstantOrNone;
    disabled_why: 'by-administrator' | 'failing' | null;
  };
  webhook_secrets: Tenant & {
    endpoint_id: string;
    secret_id: string;
    secret: string;
    created_at: Instant;
    expires_at: InstantOrNone;
  };
  halts: Tenant & {
    halt_id: string;
    scope: string;
    reason: string;
    starts_at: Instant;
    halted_by: string | null;
    lifted_by: string | null | undefined;
    lifted_at: InstantOrNone;
  };
  audit_events: Tenant & {
    sequence: ColumnType<string, never, never>;
    recorded_at: ColumnType<Date, never, never>;
    act: ColumnType<string, never, never>;
    event: ColumnType<string, never, never>;
    previous_hash: ColumnType<string, never, never>;
    hash: ColumnType<string, never, never>;
  };
};
