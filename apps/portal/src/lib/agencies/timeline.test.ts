import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { isInSpan, type Span } from '@testamur/engines/recognition/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOver, placeOf, stretchesOf } from './timeline.ts';

const on = (text: string): Day => expectOk(parseDay(text), text);
const axis = axisOver([on('2020-05-01'), on('2023-12-31')]);

describe('a timeline', () => {
  it('covers whole years around its days', () => {
    expect(axis).toEqual({ first: on('2020-01-01'), end: on('2024-01-01'), years: [2020, 2021, 2022, 2023] });
  });

  it.each([
    ['2020-01-01', 0],
    ['2022-01-01', 50.03],
    ['2024-01-01', 100],
    ['2010-01-01', 0],
    ['2040-01-01', 100],
  ])('places %s at %d per cent', (day, place) => {
    expect(placeOf(axis, on(day))).toBe(place);
  });

  it.each<[string, Span, readonly [boolean, number][]]>([
    ['a span that always was', {}, [[true, 100]]],
    [
      'a start that is known only from one side',
      { from: { latest: on('2022-01-01') } },
      [
        [false, 50.03],
        [true, 49.97],
      ],
    ],
    [
      'an end that is not known at all',
      { from: { earliest: on('2020-01-01'), latest: on('2020-01-01') }, to: {} },
      [[false, 100]],
    ],
    [
      'an end that is known from one side',
      { to: { earliest: on('2022-01-01') } },
      [
        [true, 50.03],
        [false, 49.97],
      ],
    ],
  ])('draws %s', (_name, span, stretches) => {
    expect(stretchesOf(span, axis).map(({ certain, width }) => [certain, width])).toEqual(stretches);
  });

  const days = fc.integer({ min: on('2020-01-01'), max: on('2023-12-31') }).map((value) => value as Day);
  const bound = fc.oneof(
    fc.constant(undefined),
    fc
      .record({ earliest: days, latest: days }, { requiredKeys: [] })
      .filter(({ earliest, latest }) => earliest === undefined || latest === undefined || earliest <= latest),
  );

  it('never draws as certain what the engine does not call true, nor leaves out a day that it does', () => {
    fc.assert(
      fc.property(bound, bound, days, (from, to, day) => {
        const span: Span = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
        fc.pre(from?.earliest === undefined || to?.latest === undefined || from.earliest < to.latest);
        fc.pre(from?.latest === undefined || to?.earliest === undefined || from.latest <= to.earliest);
        const x = placeOf(axis, day);
        const at = stretchesOf(span, axis).filter(
          (each) => x >= each.x + 0.02 && x <= each.x + each.width - 0.02,
        );
        const truth = isInSpan(span, day);
        for (const { certain } of at) expect(certain).toBe(truth === 'true');
        const solid = stretchesOf(span, axis).filter(({ certain }) => certain);
        const drawn = solid.some((each) => x >= each.x - 0.02 && x <= each.x + each.width + 0.02);
        if (truth === 'true') expect(drawn).toBe(true);
      }),
    );
  });
});
