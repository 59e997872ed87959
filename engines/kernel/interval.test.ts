import { describe, expect, it } from 'vitest';
import { parseDay } from './civil-day.ts';
import {
  ALL_DAYS,
  countDays,
  findGaps,
  type Interval,
  intersectIntervals,
  isDayIn,
  isDayInAny,
  makeClosedInterval,
  makeInterval,
  subtractIntervals,
  unionIntervals,
} from './interval.ts';
import { expectOk } from './result.ts';

const day = (text: string) => expectOk(parseDay(text), 'a day of the test');

/** `2020-01-01/2020-02-01`, half-open; nothing on a side means open. */
function span(text: string): Interval {
  const [from, to] = text.split('/');
  return expectOk(makeInterval(from ? day(from) : undefined, to ? day(to) : undefined), text);
}

describe('an interval', () => {
  const interval = span('2020-01-01/2020-02-01');

  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2020-01-31', true],
    ['2020-02-01', false],
  ])('from 1 January to 1 February holds %s: %s', (text, inside) => {
    expect(isDayIn(interval, day(text))).toBe(inside);
    expect(isDayInAny([span('/2000-01-01'), interval], day(text))).toBe(inside);
  });

  it('with an open end holds every later day, with none every day', () => {
    expect(isDayIn(span('2020-01-01/'), day('9999-12-31'))).toBe(true);
    expect(isDayIn(span('2020-01-01/'), day('2019-12-31'))).toBe(false);
    expect(isDayIn(span('/2020-01-01'), day('0001-01-01'))).toBe(true);
    expect(isDayIn(span('/2020-01-01'), day('2020-01-01'))).toBe(false);
    expect(isDayIn(ALL_DAYS, day('1970-01-01'))).toBe(true);
    expect(isDayInAny([], day('1970-01-01'))).toBe(false);
  });

  it.each(['2020-01-01', '2019-12-31'])('that begins on 2020-01-01 and ends on %s is refused', (end) => {
    expect(makeInterval(day('2020-01-01'), day(end))).toMatchObject({
      ok: false,
      error: {
        code: 'KERNEL_INTERVAL_EMPTY',
        message: `The end ${end} is not after the beginning 2020-01-01.`,
      },
    });
  });

  it('said with its last day holds that day', () => {
    expect(makeClosedInterval(day('2020-03-01'), day('2020-05-31'))).toEqual({
      ok: true,
      value: span('2020-03-01/2020-06-01'),
    });
    expect(makeClosedInterval(day('2020-03-01'), day('2020-03-01')).ok).toBe(true);
    expect(makeClosedInterval(day('2020-03-01'), day('2020-02-29')).ok).toBe(false);
  });

  it('has no key for an open end, so that equal intervals have equal JSON', () => {
    expect(Object.keys(span('/2020-01-01'))).toEqual(['to']);
    expect(Object.keys(ALL_DAYS)).toEqual([]);
  });
});

describe('intervals together', () => {
  const cases: readonly { claim: string; got: readonly Interval[]; want: readonly string[] }[] = [
    {
      claim: 'overlapping posts are one stretch',
      got: unionIntervals([span('2020-03-01/2020-09-01'), span('2020-01-01/2020-06-01')]),
      want: ['2020-01-01/2020-09-01'],
    },
    {
      claim: 'a post inside another adds nothing',
      got: unionIntervals([span('2020-01-01/2021-01-01'), span('2020-03-01/2020-04-01')]),
      want: ['2020-01-01/2021-01-01'],
    },
    {
      claim: 'posts that touch are one stretch',
      got: unionIntervals([span('2020-01-01/2020-02-01'), span('2020-02-01/2020-03-01')]),
      want: ['2020-01-01/2020-03-01'],
    },
    {
      claim: 'one day between two posts keeps them apart',
      got: unionIntervals([span('2020-02-02/2020-03-01'), span('2020-01-01/2020-02-01')]),
      want: ['2020-01-01/2020-02-01', '2020-02-02/2020-03-01'],
    },
    {
      claim: 'several open beginnings are one',
      got: unionIntervals([span('/2020-01-01'), span('/2019-01-01'), span('2019-06-01/')]),
      want: ['/'],
    },
    {
      claim: 'accredited and recognised at the same time',
      got: intersectIntervals([span('2010-01-01/2018-01-01')], [span('2015-06-01/')]),
      want: ['2015-06-01/2018-01-01'],
    },
    {
      claim: 'intervals that only touch share no day',
      got: intersectIntervals([span('/2015-06-01')], [span('2015-06-01/')]),
      want: [],
    },
    {
      claim: 'taking out the middle leaves two ends',
      got: subtractIntervals([ALL_DAYS], [span('2020-01-01/2021-01-01')]),
      want: ['/2020-01-01', '2021-01-01/'],
    },
    {
      claim: 'taking out everything leaves nothing',
      got: subtractIntervals([span('2020-01-01/2021-01-01')], [ALL_DAYS]),
      want: [],
    },
    {
      claim: 'the gap between two posts, and the one before the end of the window',
      got: findGaps(
        [span('2019-01-01/2020-02-01'), span('2020-03-01/2020-06-01')],
        span('2020-01-01/2020-07-01'),
      ),
      want: ['2020-02-01/2020-03-01', '2020-06-01/2020-07-01'],
    },
    {
      claim: 'nothing covered: the whole window is the gap',
      got: findGaps([], span('2020-01-01/')),
      want: ['2020-01-01/'],
    },
  ];

  it.each(cases)('$claim', ({ got, want }) => {
    expect(got).toEqual(want.map(span));
  });

  it('counts a day once however many posts hold it', () => {
    expect(countDays([span('2020-01-01/2020-02-01')])).toBe(31);
    expect(countDays([span('2020-01-01/2020-02-01'), span('2020-01-15/2020-03-01')])).toBe(60);
    expect(countDays([])).toBe(0);
    expect(countDays([span('2020-01-01/')])).toBe(Number.POSITIVE_INFINITY);
    expect(countDays([span('/2020-01-01')])).toBe(Number.POSITIVE_INFINITY);
  });
});
