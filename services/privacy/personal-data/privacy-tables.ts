import type { TableEntry } from './entry.ts';

const RIGHTS = { purpose: 'rights', retention: 'proof' } as const;
const OWN = ['organisation_id', 'person_id'] as const;

/** What is kept of the rights themselves. */
export const PRIVACY_TABLES = {
  privacy_requests: {
    what: 'What a person asks for about her data, in her own words',
    ...RIGHTS,
    recipients: ['operators'],
    sealed: { owner: 'person_id', columns: { statement: 'text' } },
    pseudonym: [...OWN],
    linked: ['kind', 'sent_at'],
    none: ['request_id'],
  },
  privacy_decisions: {
    what: 'What was decided on it, by whom and why',
    ...RIGHTS,
    recipients: ['operators'],
    sealed: { owner: 'person_id', columns: { reason: 'text' } },
    pseudonym: ['person_id', 'decided_by'],
    linked: ['outcome', 'decided_at'],
    none: ['organisation_id', 'request_id'],
  },
  privacy_reviews: {
    what: 'What a second person found of a refusal',
    ...RIGHTS,
    recipients: ['operators'],
    sealed: { owner: 'person_id', columns: { reason: 'text' } },
    pseudonym: ['person_id', 'reviewed_by'],
    linked: ['outcome', 'reviewed_at'],
    none: ['organisation_id', 'request_id'],
  },
  privacy_restrictions: {
    what: 'Since when a person’s data is read by herself only, until when',
    ...RIGHTS,
    recipients: ['operators'],
    pseudonym: [...OWN],
    linked: ['is_restricted', 'set_at'],
    none: ['restriction_id'],
  },
  consent_events: {
    what: 'To what a person agreed, and when she withdrew it',
    ...RIGHTS,
    recipients: ['nobody'],
    pseudonym: [...OWN],
    linked: ['purpose', 'state', 'notice_hash', 'language', 'at'],
    none: ['event_id'],
  },
  erasures: {
    what: 'That a person’s data was erased, and when',
    ...RIGHTS,
    recipients: ['operators'],
    pseudonym: [...OWN],
    linked: ['asked_by', 'erased_at'],
    none: ['erasure_id'],
  },
} as const satisfies Readonly<Record<string, TableEntry>>;
