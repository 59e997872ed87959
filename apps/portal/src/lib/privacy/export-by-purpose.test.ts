import { describe, expect, it } from 'vitest';
import { exportByPurpose } from './export-by-purpose.ts';
import type { PersonalExport } from './privacy-view.ts';

const record = (table: string, purpose: PersonalExport['records'][number]['purpose'], rows: number) => ({
  ...{ table, purpose, what: '', why: '', basis: '', kept: '', seenBy: [] },
  rows: Array.from({ length: rows }, (_, n) => ({ n })),
});

describe('what is kept of somebody, by purpose', () => {
  it('counts every row once, names tables without rows nowhere, and keeps the order', () => {
    const records = [
      record('people', 'account', 1),
      record('passkeys', 'sign-in', 2),
      record('sessions', 'sign-in', 3),
      record('recoveries', 'sign-in', 0),
      record('consent_events', 'rights', 0),
    ];
    const shown = exportByPurpose({ records });
    expect(shown.map(({ purpose, count }) => [purpose, count])).toEqual([
      ['account', 1],
      ['sign-in', 5],
    ]);
    expect(shown.flatMap(({ tables }) => tables.map(({ table }) => table))).toEqual([
      'people',
      'passkeys',
      'sessions',
    ]);
  });
});
