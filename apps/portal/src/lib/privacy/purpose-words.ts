/** The words for the codes of the catalogue of personal data, whole keys, so that a search finds them. */
import type { Basis, Purpose, Recipient, Retention } from '@testamur/services/privacy';
import type { MessageKey } from '$lib/language/messages.ts';

export const PURPOSE_WORDS = {
  account: 'privacy.for.account',
  'sign-in': 'privacy.for.sign-in',
  membership: 'privacy.for.membership',
  'second-eyes': 'privacy.for.second-eyes',
  accountability: 'privacy.for.accountability',
  messages: 'privacy.for.messages',
  retries: 'privacy.for.retries',
  limits: 'privacy.for.limits',
  rights: 'privacy.for.rights',
  research: 'privacy.for.research',
} as const satisfies Readonly<Record<Purpose, MessageKey>>;

export const BASIS_WORDS = {
  consent: 'privacy.basis.consent',
  contract: 'privacy.basis.contract',
  obligation: 'privacy.basis.obligation',
  interest: 'privacy.basis.interest',
} as const satisfies Readonly<Record<Basis, MessageKey>>;

export const RETENTION_WORDS = {
  account: 'privacy.long.account',
  'sign-in': 'privacy.long.sign-in',
  membership: 'privacy.long.membership',
  invitation: 'privacy.long.invitation',
  record: 'privacy.long.record',
  trail: 'privacy.long.trail',
  day: 'privacy.long.day',
  sent: 'privacy.long.sent',
  proof: 'privacy.long.proof',
} as const satisfies Readonly<Record<Exclude<Retention, 'none'>, MessageKey>>;

export const RECIPIENT_WORDS = {
  nobody: 'privacy.who.nobody',
  organisation: 'privacy.who.organisation',
  auditors: 'privacy.who.auditors',
  operators: 'privacy.who.operators',
  public: 'privacy.who.public',
} as const satisfies Readonly<Record<Recipient, MessageKey>>;
