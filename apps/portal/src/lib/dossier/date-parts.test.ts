import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { joinDate, splitDate } from './date-parts.ts';

describe('a date in three boxes', () => {
  it.each([
    [{ day: '', month: '', year: '2019' }, '2019'],
    [{ day: '', month: '5', year: '2019' }, '2019-05'],
    [{ day: '7', month: '5', year: '2019' }, '2019-05-07'],
    [{ day: ' 29 ', month: '02', year: '2024' }, '2024-02-29'],
  ])('%j is %s, and comes back the same', (parts, text) => {
    expect(joinDate(parts)).toEqual({ text });
    expect(joinDate(splitDate(text))).toEqual({ text });
  });

  it.each([
    [{ day: '30', month: '2', year: '2024' }, /February|day|exist/i],
    [{ day: '1', month: '13', year: '2024' }, /month/i],
    [{ day: '7', month: '', year: '2019' }, /month/i],
    [{ day: '', month: '', year: '19' }, /four digits/],
    [{ day: '', month: '5', year: '' }, /four digits/],
    [{ day: '', month: 'May', year: '2019' }, /numbers/],
  ])('%j is refused with words that help', (parts, words) => {
    const joined = joinDate(parts);
    expect(typeof joined === 'object' && 'fault' in joined && english.say(joined.fault)).toMatch(words);
  });

  it('is no answer while every box is empty', () => {
    expect(joinDate({ day: ' ', month: '', year: '' })).toBe('empty');
  });

  it('leaves the boxes empty for a text that is no date of ours', () => {
    expect(splitDate('unknown')).toEqual({ day: '', month: '', year: '' });
  });
});
