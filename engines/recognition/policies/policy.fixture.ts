import type { Policy } from './policy.ts';

/** A list of one country; `more` makes it another. */
export const policy = (more: Partial<Policy> = {}): Policy => ({
  id: 'list-2',
  edition: 'list',
  title: 'The list',
  issuer: 'A health organisation',
  kind: 'safeguards-list',
  inForce: { from: '2023-03-08' },
  says: ['Others do not recruit there actively.'],
  appliesTo: { countries: { AFRO: ['AA'] } },
  cite: [
    { source: 'The list', url: 'https://example.org', locator: 'whole page', seen: 'undated', grade: 'C' },
  ],
  openQuestions: [],
  recordedAt: '2026-01-01',
  reviewBy: '2027-01-01',
  ...more,
});
