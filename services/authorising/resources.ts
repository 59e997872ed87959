/** Every kind of record that belongs to a tenant, and what it holds. Each is one table. */
export const RESOURCES = {
  organisations: 'name, kind and country of an organisation, and every person’s own tenant',
  people: 'a person’s own record, in her own tenant',
  memberships: 'who belongs to an organisation, under which name she is known there',
  member_roles: 'who has which role in an organisation',
  invitations: 'who was asked to join, with the hash of the one-time link',
  delegations: 'who lends which role to whom, until when',
  interest_declarations: 'who has an interest in which organisation',
  service_accounts: 'programs of an organisation and their scopes',
  service_account_keys: 'public keys of those programs',
  verifications: 'which organisation was verified, how, by whom',
  parent_claims: 'which organisation says that it is part of which',
  child_confirmations: 'which organisation says that another is part of it',
  approval_policies: 'which acts need how many approvals',
  approval_requests: 'an act that waits for approval',
  approval_decisions: 'who approved or refused it',
  approval_uses: 'that an approved act was done, once',
  passkeys: 'public keys with which a person signs in',
  identities: 'accounts at other providers with which a person signs in',
  sessions: 'where a person is signed in, by the hash of a token',
  recovery_codes: 'codes that sign in once, by their hash',
  recoveries: 'who waits to get back into an account, and what became of it',
  access_tokens: 'what programs were given to act, by the hash of a token',
  spent_assertions: 'what programs have signed already, by its hash',
  sign_in_links: 'one-time links, by the hash of a token',
  outbox: 'messages to people and programs, and what became of them',
  notification_preferences: 'what a person wants to be told, and where',
  webhook_endpoints: 'addresses that are told of acts of an organisation',
  webhook_secrets: 'what messages to those addresses are signed with',
  halts: 'when the operator halted what, why, until when',
  audit_events: 'who did what, when and why; chained by hashes',
} as const;

export type Resource = keyof typeof RESOURCES;
export type Operation = 'read' | 'create' | 'change' | 'remove';

/** Which rows an act may touch, seen from its actor. Compiled to SQL by `adapters/postgres/fences/row-conditions.ts`. */
export const ROW_CONDITIONS = {
  everyone: 'any row',
  'of-organisation': 'rows of the organisation acted for',
  'of-self': 'rows of the actor’s own tenant',
  'about-self': 'rows about the actor, in any organisation',
  'member-self': 'rows about the actor in the organisation acted for',
  'account-self': 'the service account’s own row',
  'to-self': 'what was delegated to the actor',
  'from-self': 'what the actor delegates in the organisation acted for',
  'public-organisation': 'every organisation but people’s own tenants',
  'newcomer-person': 'the record of a person who registers now',
  'newcomer-tenant': 'the own tenant of a person who registers now',
  'newcomer-own': 'rows of the own tenant of a person who registers now',
  'presented-passkey': 'the passkey that was presented',
  'of-presented-passkey': 'the own tenant of whoever’s passkey was presented, for a session that begins now',
  'presented-session': 'the session whose token was presented',
  'presented-code': 'the recovery code that was presented',
  'of-presented-code':
    'the own tenant of whoever’s recovery code was presented, for a session that begins now',
  'presented-key': 'the key that a program names',
  'of-presented-key': 'rows about the program whose key was named',
  'presented-token': 'the token that a program presents',
  'founding-organisation': 'an organisation that the actor registers now',
  'founding-member': 'the actor as first member of an organisation that she registers now',
  'founding-platform': 'the platform’s own organisation, when there is none',
  'of-platform': 'rows of the platform’s own organisation',
  'presented-invitation': 'the invitation whose link was presented',
  'invited-member': 'the actor in the organisation that invited her',
  'invited-role': 'the role of the invitation, for the actor',
  unconflicted:
    'rows of the organisation acted for, about an organisation in which the actor has declared no interest',
  'requested-by-self': 'requests of the actor in the organisation acted for',
  'request-of-another': 'decisions of the actor on requests of somebody else',
  'notice-to-self': 'notices to the actor in the portal, from any organisation',
  recipient: 'the record of whoever a waiting message of the organisation acted for is to',
  'webhook-of-organisation': 'messages to programs of the organisation acted for',
  'use-by-self': 'the use of an approved request of the actor',
} as const;

export type RowCondition = keyof typeof ROW_CONDITIONS;
export type Touch = readonly [Resource, Operation, RowCondition];
