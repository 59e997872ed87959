import type { Resource } from '@testamur/services/authorising';
import { CATALOGUE } from '../platform/catalogue.ts';

/** One table of an archive: how many rows, and the SHA-256 of their lines in the order of the key. */
export type TableDigest = { readonly table: string; readonly rows: number; readonly digest: string };

/** The first line of an archive. The others are `{"t": table, "r": row}`, in the order of the tables, then of their keys. */
export type ArchiveHead = {
  readonly format: 'testamur/archive/1';
  readonly migrations: readonly string[];
  readonly tables: readonly TableDigest[];
};

const tenant = (name: Resource) => ({ table: name, key: CATALOGUE[name].key });

/** Belong to no tenant, so no fence stands around them. */
export const UNFENCED: ReadonlySet<string> = new Set([
  'reference_set',
  'reference_item',
  'log_positions',
  'log_lease',
]);

/** Every table that holds something, those before others that refer to them. */
export const ARCHIVED: readonly { readonly table: string; readonly key: readonly string[] }[] = [
  { table: 'reference_set', key: ['set_name'] },
  { table: 'reference_item', key: ['set_name', 'item_id'] },
  tenant('organisations'),
  tenant('people'),
  tenant('memberships'),
  tenant('member_roles'),
  tenant('invitations'),
  tenant('delegations'),
  tenant('interest_declarations'),
  tenant('service_accounts'),
  tenant('service_account_keys'),
  tenant('verifications'),
  tenant('parent_claims'),
  tenant('child_confirmations'),
  tenant('approval_policies'),
  tenant('approval_requests'),
  tenant('approval_decisions'),
  tenant('approval_uses'),
  tenant('passkeys'),
  tenant('identity_providers'),
  tenant('identities'),
  tenant('recovery_codes'),
  tenant('recoveries'),
  tenant('access_tokens'),
  tenant('spent_assertions'),
  tenant('sessions'),
  tenant('sign_in_links'),
  tenant('privacy_requests'),
  tenant('privacy_decisions'),
  tenant('privacy_reviews'),
  tenant('privacy_restrictions'),
  tenant('consent_events'),
  tenant('erasures'),
  { table: 'idempotency_keys', key: ['organisation_id', 'key_id'] },
  tenant('outbox'),
  tenant('log_leaves'),
  tenant('log_salts'),
  { table: 'log_positions', key: ['organisation_id', 'leaf_id'] },
  { table: 'log_lease', key: ['log'] },
  tenant('halts'),
  tenant('notification_preferences'),
  tenant('webhook_endpoints'),
  tenant('webhook_secrets'),
  tenant('audit_events'),
  { table: 'audit_heads', key: ['organisation_id'] },
];
