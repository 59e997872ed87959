import type { CodeList, Table } from '@testamur/engines/recognition';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { viewTable } from './table-view.ts';

const list = (codes: string, labels: Record<string, string>): CodeList => ({
  ...{ codes, label: codes, open: false },
  entries: Object.entries(labels).map(([code, label]) => ({ code, label })),
});
const vocabulary = {
  sections: new Map(),
  groups: new Map(),
  codeLists: new Map(
    [
      list('countries', { IT: 'Italy', LU: 'Luxembourg', CY: 'Cyprus' }),
      list('everything', { IT: 'wrong', LU: 'wrong', CY: 'wrong', none: 'wrong' }),
      list('certificates', { none: 'No certificate', 'it-abilitazione': 'Abilitazione' }),
    ].map((each) => [each.codes, each]),
  ),
};
const table: Table = {
  table: 'eu.small',
  title: 'A small table',
  cite: [{ source: 'directive', locator: 'Annex V', seen: 'undated', grade: 'A' }],
  columns: {
    country: 'code',
    certificate: 'code',
    awardedBefore: 'day',
    still: 'boolean',
    hours: 'number',
    own: 'code',
  },
  rows: [
    {
      country: 'IT',
      certificate: 'it-abilitazione',
      awardedBefore: '2020-04-03',
      still: true,
      hours: 5500,
      own: 'not-listed',
    },
    { country: 'LU', certificate: 'none', awardedBefore: null, still: false, hours: null, own: null },
  ],
};

describe('a table of the law', () => {
  const view = viewTable({ sources: [] }, table, { vocabulary, language: english });

  it('names its columns', () => {
    expect(view.columns).toEqual(['Country', 'Certificate', 'Awarded before', 'Still', 'Hours', 'Own']);
  });

  it('shows labels for codes, days in words, a dash for nothing, and an unlisted code as it is', () => {
    expect(view.rows).toEqual([
      ['Italy', 'Abilitazione', '3 April 2020', 'yes', '5500', 'not-listed'],
      ['Luxembourg', 'No certificate', '–', 'no', '–', '–'],
    ]);
  });
});
