import { expectOk, parseDay } from '@testamur/engines/kernel';
import type { SearchFile } from '@testamur/engines/matching';
import type { Registry } from '@testamur/engines/recognition/registry';
import { describe, expect, it } from 'vitest';
import { listAgencies, listDecisions, openSchoolSearch } from './index.ts';
import { showSpan } from './show-span.ts';

const day = (text: string) => expectOk(parseDay(text), 'a day');
const on = (text: string) => ({ earliest: day(text), latest: day(text) });
const cite = [{ source: 'A source', locator: 'whole page', seen: '2026-01-01', grade: 'B' }];

const registry = {
  schools: new Map(),
  agencies: new Map([
    ['two', { id: 'two', name: 'Second Agency', recognitions: [] }],
    [
      'one',
      {
        id: 'one',
        name: 'First Agency',
        acronym: 'FA',
        recognitions: [
          {
            recogniser: 'wfme',
            territories: [{ country: 'AA', span: { from: on('2020-01-01') } }, { country: 'BB' }],
            terms: [{ outcome: 'recognised', span: { from: on('2020-01-01'), to: on('2030-01-01') }, cite }],
          },
        ],
      },
    ],
  ]),
  recognisers: new Map([['wfme', { id: 'wfme', name: 'The Federation', programme: {}, cite: [] }]]),
  decisions: new Map([
    [
      'alpha',
      [
        { agency: 'one', school: 'alpha', outcome: 'accredited', span: { from: on('2021-01-01') }, cite },
        { agency: 'one', school: 'alpha', campus: 'sea', outcome: 'refused', span: {}, cite },
      ],
    ],
    ['beta', [{ agency: 'one', school: 'beta', outcome: 'withdrawn', span: {}, cite }]],
  ]),
} as unknown as Registry;

describe('agencies', () => {
  it('are listed by id, with who recognised them, where and when', () => {
    expect(listAgencies(registry)).toEqual([
      {
        agency: 'one',
        name: 'First Agency',
        acronym: 'FA',
        recognitions: [
          {
            recogniser: 'wfme',
            recogniserName: 'The Federation',
            territories: [{ country: 'AA', span: { from: '2020-01-01' } }, { country: 'BB' }],
            terms: [{ outcome: 'recognised', span: { from: '2020-01-01', to: '2030-01-01' }, cite }],
          },
        ],
        decisions: 3,
      },
      { agency: 'two', name: 'Second Agency', recognitions: [], decisions: 0 },
    ]);
  });
});

describe('decisions about a school', () => {
  it('are those about it and its campuses, and no other', () => {
    expect(listDecisions(registry, 'alpha')).toEqual([
      { agency: 'one', outcome: 'accredited', span: { from: '2021-01-01' }, cite },
      { agency: 'one', outcome: 'refused', campus: 'sea', span: {}, cite },
    ]);
    expect(listDecisions(registry, 'gamma')).toEqual([]);
  });
});

describe('a span', () => {
  it.each([
    ['always', {}, {}],
    ['ended, nobody knows when', { to: {} }, { to: {} }],
    [
      'begun in 2019',
      { from: { earliest: day('2019-01-01'), latest: day('2019-12-31') } },
      { from: { earliest: '2019-01-01', latest: '2019-12-31' } },
    ],
    ['ended by 2019', { to: { latest: day('2019-12-31') } }, { to: { latest: '2019-12-31' } }],
  ])('that is %s is shown as far as it is known', (_name, span, shown) => {
    expect(showSpan(span)).toEqual(shown);
  });
});

describe('the search for a school', () => {
  const file: SearchFile = {
    version: 1,
    countries: {},
    cities: [],
    schools: [
      ['sch-1', ['Northern Medical College', 'Old Northern School'], 'AA', 'Hilltown'],
      ['sch-2', ['Southern Medical College'], 'BB'],
    ],
  };

  it('gives name, country and town of what it finds', () => {
    const search = openSchoolSearch(file);
    expect(search('northern')).toMatchObject([
      { id: 'sch-1', name: 'Northern Medical College', country: 'AA', city: 'Hilltown' },
    ]);
    const [southern] = search('medical', { country: 'BB' });
    expect(southern).toMatchObject({ id: 'sch-2', country: 'BB' });
    expect(southern).not.toHaveProperty('city');
  });
});
