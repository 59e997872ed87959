import { describe, expect, it } from 'vitest';
import { formatDate } from './format-date.ts';

describe('a date for people', () => {
  it.each([
    ['2026-03-31', '31 March 2026'],
    ['2024-02-01', '1 February 2024'],
    ['2019-05', 'May 2019'],
    ['2019', '2019'],
    ['undated', 'undated'],
    ['2019-13', '2019-13'],
  ])('%s reads %s', (text, shown) => {
    expect(formatDate(text)).toBe(shown);
  });
});
