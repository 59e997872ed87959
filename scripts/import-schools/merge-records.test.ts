import { describe, expect, it } from 'vitest';
import type { SchoolRecord } from './convert-row.ts';
import { mergeRecords } from './merge-records.ts';
import { keepKnownIds, refuseDuplicates } from './write-seed.ts';

const record = (key: string, change: Partial<SchoolRecord> = {}): SchoolRecord => ({
  id: `sch-xx-${key}`,
  keys: [key],
  name: `Name ${key}`,
  country: 'XX',
  city: undefined,
  kind: 'medical-school',
  level: 'registry-name',
  evidence: { name: [key], country: [key] },
  ...change,
});
const merge = { keep: 'a', also: 'b', reason: 'one institution' };

describe('mergeRecords', () => {
  it('keeps the first id and takes over names, keys, sources and what only the second knows', () => {
    const second = record('b', {
      city: 'Town',
      level: 'council-list',
      host: { ror: 'x' },
      evidence: { name: ['b'], country: ['b'], city: ['b'], host: ['b'] },
    });
    expect(mergeRecords([record('a'), second], [merge])).toEqual([
      {
        ...record('a'),
        keys: ['a', 'b'],
        otherNames: ['Name b'],
        city: 'Town',
        level: 'council-list',
        evidence: { name: ['a'], country: ['a', 'b'], city: ['b'], otherNames: ['b'] },
      },
    ]);
  });

  it('folds two rows of one key', () => {
    const merged = mergeRecords([record('a', { name: 'Nizam' }), record('a', { name: 'Nizam’s' })], []);
    expect(merged.map(({ name, keys, otherNames }) => ({ name, keys, otherNames }))).toEqual([
      { name: 'Nizam', keys: ['a'], otherNames: ['Nizam’s'] },
    ]);
  });

  it('refuses a decision about a row that is not there', () => {
    expect(() => mergeRecords([record('a')], [merge])).toThrow('merge of b into a');
  });
});

describe('ids stay', () => {
  it('while any key is known', () => {
    const [kept] = keepKnownIds([record('new', { keys: ['new', 'old'] })], new Map([['old', 'sch-xx-old']]));
    expect(kept?.id).toBe('sch-xx-old');
    expect(keepKnownIds([record('new')], new Map())[0]?.id).toBe('sch-xx-new');
  });

  it('and two schools never share one', () => {
    expect(() => refuseDuplicates([record('a'), record('b', { id: 'sch-xx-a' })])).toThrow(
      'sch-xx-a names two schools',
    );
    expect(() => refuseDuplicates([record('a'), record('b', { keys: ['b', 'a'] })])).toThrow(
      'a names two schools',
    );
    expect(() => refuseDuplicates([record('a'), record('b')])).not.toThrow();
  });
});
