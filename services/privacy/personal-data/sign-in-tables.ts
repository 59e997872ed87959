import type { TableEntry } from './entry.ts';

const SIGN_IN = { purpose: 'sign-in', retention: 'sign-in', recipients: ['nobody'] } as const;
const OWN = ['organisation_id', 'person_id'] as const;

/** All in the person's own tenant, and removed with her account. */
export const SIGN_IN_TABLES = {
  passkeys: {
    what: 'Public keys with which a person signs in, and the names she gave them',
    ...SIGN_IN,
    sealed: { owner: 'person_id', columns: { label: 'text' } },
    pseudonym: [...OWN, 'passkey_id'],
    linked: ['sign_count', 'transports', 'is_backed_up', 'is_backup_eligible', 'created_at', 'last_used_at'],
    secret: ['credential_id', 'credential_hash', 'public_key'],
  },
  identity_providers: {
    what: 'With which provider an organisation signs its people in, and who named it',
    purpose: 'sign-in',
    retention: 'record',
    recipients: ['nobody'],
    // A key of its own, in the store of keys: whoever has the database alone cannot pass for us at the provider.
    sealed: { owner: 'provider_id', columns: { client_secret: 'text' } },
    pseudonym: ['set_by'],
    linked: ['set_at'],
    none: ['organisation_id', 'provider_id', 'issuer', 'client', 'ended_at'],
  },
  identities: {
    what: 'Accounts at other providers with which a person signs in',
    ...SIGN_IN,
    sealed: { owner: 'person_id', columns: { subject: 'text' }, lookups: { subject: 'subject_lookup' } },
    pseudonym: [...OWN, 'identity_id'],
    linked: ['issuer', 'linked_at'],
  },
  sessions: {
    what: 'Where a person is signed in',
    ...SIGN_IN,
    sealed: { owner: 'person_id', columns: { device: 'text' } },
    pseudonym: [...OWN, 'session_id'],
    linked: ['method', 'is_shared', 'begun_at', 'proved_at', 'seen_at', 'expires_at', 'revoked_at'],
    secret: ['token_hash', 'challenge_hash'],
  },
  sign_in_links: {
    what: 'One-time links, by the hash of a token',
    ...SIGN_IN,
    pseudonym: [...OWN, 'link_id'],
    linked: ['purpose', 'created_at', 'expires_at', 'used_at'],
    secret: ['token_hash', 'browser_hash'],
  },
  recovery_codes: {
    what: 'Codes that sign in once, by their hash',
    ...SIGN_IN,
    pseudonym: [...OWN, 'code_id'],
    linked: ['created_at', 'used_at'],
    secret: ['code_hash'],
  },
  recoveries: {
    what: 'When a person waited to get back into her account, and what became of it',
    ...SIGN_IN,
    pseudonym: [...OWN, 'recovery_id'],
    linked: ['begun_at', 'ripe_at', 'ended_at', 'outcome'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;
