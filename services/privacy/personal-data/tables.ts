import type { TableEntry } from './entry.ts';
import { PRIVACY_TABLES } from './privacy-tables.ts';
import { SIGN_IN_TABLES } from './sign-in-tables.ts';

const TENANT = 'organisation_id';
const NOTHING = { retention: 'none', recipients: [] } as const;

const PEOPLE_TABLES = {
  people: {
    what: 'A person’s own record: name, mail address, language',
    purpose: 'account',
    retention: 'account',
    recipients: ['nobody'],
    sealed: {
      owner: 'person_id',
      columns: { display_name: 'text', mail: 'text' },
      lookups: { mail: 'mail_lookup' },
    },
    pseudonym: [TENANT, 'person_id'],
    linked: ['language', 'created_at'],
  },
  memberships: {
    what: 'Who belongs to an organisation, and under which name she is known there',
    purpose: 'membership',
    retention: 'membership',
    recipients: ['organisation'],
    sealed: { owner: 'person_id', columns: { known_as: 'text' } },
    pseudonym: ['person_id'],
    linked: ['joined_at', 'ended_at'],
    none: [TENANT],
  },
  member_roles: {
    what: 'Which roles a member holds',
    purpose: 'membership',
    retention: 'membership',
    recipients: ['organisation'],
    pseudonym: ['person_id', 'assigned_by'],
    linked: ['role', 'assigned_at'],
    none: [TENANT],
  },
  invitations: {
    what: 'Who was asked to join, under which name',
    purpose: 'membership',
    retention: 'invitation',
    recipients: ['organisation'],
    // Whoever is invited is no person here yet: the invitation has a key of its own.
    sealed: { owner: 'invitation_id', columns: { invited_as: 'text' } },
    pseudonym: ['invited_by', 'accepted_by'],
    linked: ['role', 'invited_at', 'expires_at', 'accepted_at', 'withdrawn_at'],
    secret: ['token_hash'],
    none: [TENANT, 'invitation_id'],
  },
  delegations: {
    what: 'Who lends which role to whom, until when',
    purpose: 'membership',
    retention: 'membership',
    recipients: ['auditors'],
    pseudonym: ['from_person_id', 'to_person_id'],
    linked: ['role', 'starts_at', 'ends_at', 'revoked_at'],
    none: [TENANT, 'delegation_id'],
  },
  interest_declarations: {
    what: 'Which member has an interest in which organisation, in her own words',
    purpose: 'second-eyes',
    retention: 'record',
    recipients: ['auditors'],
    sealed: { owner: 'person_id', columns: { statement: 'text' } },
    pseudonym: ['person_id'],
    linked: ['nature', 'subject_id', 'declared_at'],
    none: [TENANT, 'declaration_id'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;

const ACT_TABLES = {
  approval_requests: {
    what: 'Acts that wait for approval, with what is to be done',
    purpose: 'second-eyes',
    retention: 'record',
    recipients: ['organisation'],
    sealed: { owner: 'requested_by', columns: { content: 'json', content_hash: 'text' } },
    pseudonym: ['requested_by'],
    linked: ['requested_at', 'expires_at', 'act'],
    none: [TENANT, 'request_id'],
  },
  approval_decisions: {
    what: 'Who approved or refused, and why',
    purpose: 'second-eyes',
    retention: 'record',
    recipients: ['organisation'],
    sealed: { owner: 'person_id', columns: { reason: 'text' } },
    pseudonym: ['person_id'],
    linked: ['approves', 'decided_at'],
    none: [TENANT, 'request_id'],
  },
  approval_uses: {
    what: 'That an approved act was done, once',
    purpose: 'second-eyes',
    retention: 'record',
    recipients: ['organisation'],
    pseudonym: ['used_by'],
    linked: ['used_at'],
    none: [TENANT, 'request_id'],
  },
  approval_policies: {
    what: 'Which acts need how many approvals',
    purpose: 'second-eyes',
    retention: 'record',
    recipients: ['organisation'],
    pseudonym: ['set_by'],
    linked: ['set_at'],
    none: [TENANT, 'act', 'approvals'],
  },
  audit_events: {
    what: 'Who did what, when and why; values as salted hashes of what is enciphered',
    purpose: 'accountability',
    retention: 'trail',
    recipients: ['auditors'],
    pseudonym: ['actor_id'],
    // The reason in the event is enciphered under the actor's key before the event is made.
    linked: ['event', 'act', 'action', 'outcome', 'recorded_at'],
    none: [TENANT, 'sequence', 'previous_hash', 'hash'],
  },
  idempotency_keys: {
    what: 'Answers that a repeated request is to get again',
    purpose: 'retries',
    retention: 'day',
    recipients: ['nobody'],
    // Sealed with the key that its sender chose, which is kept nowhere.
    passing: ['answer', 'content_hash', 'outcomes'],
    pseudonym: ['actor_id'],
    linked: ['act', 'created_at', 'claimed_at'],
    none: [TENANT, 'key_id'],
  },
  outbox: {
    what: 'Messages to be sent: address and words, enciphered; the key of a day’s letters is destroyed after 35 days',
    purpose: 'messages',
    retention: 'sent',
    recipients: ['nobody'],
    passing: ['body'],
    pseudonym: [TENANT, 'recipient_id'],
    linked: [
      'kind',
      'created_at',
      'sent_at',
      'tried_at',
      'failed_at',
      'withheld_at',
      'attempts',
      'last_error',
    ],
    none: ['message_id', 'channel', 'endpoint_id'],
  },
  notification_preferences: {
    what: 'What a person wants to be told, and how',
    purpose: 'messages',
    retention: 'account',
    recipients: ['nobody'],
    pseudonym: [TENANT, 'person_id'],
    linked: ['kind', 'channel', 'is_wanted', 'set_at'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;

const ORGANISATION_TABLES = {
  organisations: {
    what: 'Organisations; a person’s own tenant has no name',
    purpose: 'membership',
    retention: 'membership',
    recipients: ['public'],
    pseudonym: [TENANT, 'created_by'],
    linked: ['created_at'],
    none: ['kind', 'name', 'country'],
  },
  verifications: {
    what: 'Which organisation was verified, how, by whom: a public statement about an organisation',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['public'],
    pseudonym: ['verified_by'],
    linked: ['verified_at', 'withdrawn_at'],
    none: [TENANT, 'verification_id', 'subject_id', 'method', 'evidence', 'withdrawn_why'],
  },
  parent_claims: {
    what: 'Which organisation says that it is part of which',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['public'],
    pseudonym: ['claimed_by'],
    linked: ['claimed_at'],
    none: [TENANT, 'parent_id'],
  },
  child_confirmations: {
    what: 'Which organisation says that another is part of it',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['public'],
    pseudonym: ['confirmed_by'],
    linked: ['confirmed_at'],
    none: [TENANT, 'child_id'],
  },
  service_accounts: {
    what: 'Programs of an organisation and what they may do',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['auditors'],
    pseudonym: ['created_by'],
    linked: ['created_at'],
    none: [TENANT, 'account_id', 'name', 'scopes', 'disabled_at'],
  },
  webhook_endpoints: {
    what: 'Where programs of an organisation are told of acts',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['auditors'],
    pseudonym: ['created_by'],
    linked: ['created_at'],
    none: [TENANT, 'endpoint_id', 'url', 'kinds', 'failing_since', 'disabled_at', 'disabled_why'],
  },
  webhook_secrets: {
    what: 'Secrets with which messages to programs are signed',
    ...NOTHING,
    none: [TENANT, 'endpoint_id', 'secret_id', 'secret', 'created_at', 'expires_at'],
  },
  service_account_keys: {
    what: 'Public keys of programs, and who added them',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['auditors'],
    pseudonym: ['added_by'],
    none: [TENANT, 'account_id', 'key_id', 'key_hash', 'public_jwk', 'valid_from', 'valid_until'],
  },
  access_tokens: {
    what: 'What programs were given to act, by the hash of a token',
    ...NOTHING,
    none: [TENANT, 'token_id', 'account_id', 'token_hash', 'scopes', 'issued_at', 'expires_at'],
  },
  spent_assertions: {
    what: 'What programs have signed already, by its hash',
    ...NOTHING,
    none: [TENANT, 'account_id', 'assertion_hash', 'spent_at'],
  },
  log_leaves: {
    what: 'What was said in public: entries of the transparency log, which name nobody',
    ...NOTHING,
    none: [TENANT, 'leaf_id', 'act', 'recorded_at', 'entry'],
  },
  log_salts: {
    what: 'Who did a public act, and the salt with which its entry in the log hides her',
    purpose: 'accountability',
    retention: 'account',
    recipients: ['nobody'],
    pseudonym: ['person_id'],
    secret: ['salt'],
    none: [TENANT, 'leaf_id'],
  },
  halts: {
    what: 'When which part of the service was halted, by whom, why',
    purpose: 'accountability',
    retention: 'record',
    recipients: ['operators'],
    pseudonym: ['halted_by', 'lifted_by'],
    linked: ['starts_at', 'lifted_at'],
    none: [TENANT, 'halt_id', 'scope', 'reason'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;

/** Tables of no tenant. */
const OTHER_TABLES = {
  audit_heads: {
    what: 'The end of each chain of events',
    ...NOTHING,
    none: [TENANT, 'sequence', 'hash', 'salt'],
  },
  allowances: {
    what: 'How often somebody did something lately, under a keyed hash of who and what',
    purpose: 'limits',
    retention: 'day',
    recipients: ['nobody'],
    passing: ['bucket', 'remaining', 'refilled_at', 'full_at'],
  },
  log_positions: {
    what: 'The place of each entry in the transparency log',
    ...NOTHING,
    none: [TENANT, 'leaf_id', 'recorded_at', 'position'],
  },
  log_lease: {
    what: 'Which process may give those places',
    ...NOTHING,
    none: ['log', 'holder', 'until'],
  },
  shared_secrets: {
    what: 'Secrets that all processes share',
    ...NOTHING,
    none: ['secret_name', 'secret'],
  },
  reference_set: {
    what: 'Reference data: jurisdictions, schools, packs',
    ...NOTHING,
    none: ['set_name', 'content_hash', 'item_count'],
  },
  reference_item: {
    what: 'Reference data, item by item',
    ...NOTHING,
    none: ['set_name', 'item_id', 'content_hash', 'body'],
  },
  schema_fences: {
    what: 'Which release the row-level security is of',
    ...NOTHING,
    none: ['fences', 'content_hash'],
  },
  kysely_migration: { what: 'Migrations that were applied', ...NOTHING, none: ['name', 'timestamp'] },
  kysely_migration_lock: { what: 'Lock of the migrations', ...NOTHING, none: ['id', 'is_locked'] },
} as const satisfies Readonly<Record<string, TableEntry>>;

/**
 * Every column of every table, with what is kept about people, why, on which basis, how long and for whose eyes. A dossier is not in it: none is
 * ever stored. The schema test compares it with the database.
 */
export const PERSONAL_DATA: Readonly<Record<string, TableEntry>> = {
  ...PEOPLE_TABLES,
  ...SIGN_IN_TABLES,
  ...PRIVACY_TABLES,
  ...ACT_TABLES,
  ...ORGANISATION_TABLES,
  ...OTHER_TABLES,
};
