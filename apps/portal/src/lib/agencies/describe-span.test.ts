import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { describe, expect, it } from 'vitest';
import { english } from '../language/language.fixture.ts';
import { describeSpan } from './describe-span.ts';

const on = (text: string): Day => expectOk(parseDay(text), text);

describe('a span in words', () => {
  it.each([
    [
      'both ends by the day',
      {
        from: { earliest: on('2022-03-01'), latest: on('2022-03-01') },
        to: { earliest: on('2024-03-01'), latest: on('2024-03-01') },
      },
      'from 1 March 2022, to 29 February 2024',
    ],
    [
      'ends known to the month',
      {
        from: { earliest: on('2022-03-01'), latest: on('2022-03-31') },
        to: { earliest: on('2026-12-02'), latest: on('2027-01-01') },
      },
      'from March 2022, to December 2026',
    ],
    [
      'ends known as a range',
      {
        from: { earliest: on('2022-03-01'), latest: on('2022-09-03') },
        to: { earliest: on('2024-01-01'), latest: on('2024-05-01') },
      },
      'from a day between 1 March 2022 and 3 September 2022, to a day between 31 December 2023 and 30 April 2024',
    ],
    [
      'a start known from one side',
      { from: { latest: on('2023-12-31') }, to: {} },
      'since 31 December 2023 at the latest, to a day that is not known',
    ],
    [
      'an end known from one side',
      { from: { earliest: on('2022-03-01') }, to: { earliest: on('2022-09-04') } },
      'from a day not before 1 March 2022, at least to 3 September 2022; the end is not known',
    ],
    ['no ends', {}, 'always so far, with no end that we know of'],
  ] as const)('%s', (_name, span, words) => {
    expect(describeSpan(span, english)).toBe(words);
  });
});
