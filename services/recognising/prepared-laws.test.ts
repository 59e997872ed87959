import { addDays, expectOk, parseDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { pack, rule, VOCABULARY, version } from '../../engines/recognition/small-law.fixture.ts';
import { keepPreparedLaws } from './prepared-laws.ts';

const book = {
  vocabulary: VOCABULARY,
  commonSteps: [],
  packs: [pack([rule('xx.a', version({ fact: 'person.a', equals: true }))])],
  hashes: new Map([['xx', 'sha256:0']]),
};
const day = expectOk(parseDay('2026-01-01'), 'a day');
const later = (days: number) => addDays(day, days);

describe('prepared laws', () => {
  it('are prepared once for each pair of days, the two days not being exchanged', () => {
    const lawOf = keepPreparedLaws(book, 3);
    expect(lawOf(day, later(1))).toBe(lawOf(day, later(1)));
    expect(lawOf(day, later(1))).not.toBe(lawOf(later(1), day));
    expect(lawOf(later(1), day)).toMatchObject({ on: later(1), knownOn: day });
  });

  it('are forgotten when they have not been asked for longest', () => {
    const lawOf = keepPreparedLaws(book, 2);
    const [first, second] = [lawOf(day, day), lawOf(later(1), day)];
    expect(lawOf(day, day)).toBe(first);
    lawOf(later(2), day);
    expect(lawOf(day, day)).toBe(first);
    expect(lawOf(later(1), day)).not.toBe(second);
  });
});
