import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDay, type Day } from '../../kernel/index.ts';
import { type Bound, isInSpan, isOver, type Span, turningDays } from './span.ts';

const day = fc.integer({ min: -30, max: 30 }).map(asDay);
const bound: fc.Arbitrary<Bound> = fc.oneof(
  fc.constant({}),
  day.map((earliest) => ({ earliest })),
  day.map((latest) => ({ latest })),
  fc.tuple(day, fc.nat(10)).map(([earliest, more]) => ({ earliest, latest: asDay(earliest + more) })),
);
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.option(bound, { nil: undefined }), fc.option(bound, { nil: undefined }))
  .map(([from, to]) => ({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }));

const FAR = 60;
/** Every exact span that the bounds allow, days beyond the reach of the test standing for "very early" and "very late". */
function completions({ from, to }: Span): readonly (readonly [number, number])[] {
  const range = (at: Bound | undefined, none: number): readonly number[] => {
    if (at === undefined) return [none];
    const least = at.earliest ?? -FAR;
    const most = at.latest ?? FAR;
    return Array.from({ length: most - least + 1 }, (_, step) => least + step);
  };
  return range(from, -FAR).flatMap((start) => range(to, FAR).map((end) => [start, end] as const));
}

describe('isInSpan', () => {
  it('is true or false exactly when every span that the bounds allow says so', () => {
    fc.assert(
      fc.property(span, day, (rough, on) => {
        const answers = new Set(completions(rough).map(([start, end]) => start <= on && on < end));
        // Beginning and end are judged apart, so a certain answer is always right; and where only one is rough, complete.
        const truth = isInSpan(rough, on);
        if (truth !== 'unknown') expect(answers).toEqual(new Set([truth === 'true']));
        if (rough.from === undefined || rough.to === undefined)
          expect(truth === 'unknown').toBe(answers.size > 1);
      }),
    );
  });

  it('changes only on turning days', () => {
    fc.assert(
      fc.property(span, day, (rough, on) => {
        const before = isInSpan(rough, asDay(on - 1));
        if (isInSpan(rough, on) !== before) expect(turningDays([rough])).toContain(on);
      }),
    );
  });

  it('a span that is over holds no later day', () => {
    fc.assert(
      fc.property(span, day, fc.nat(20), (rough, on, later) => {
        if (isOver(rough, on)) expect(isInSpan(rough, asDay(on + later) as Day)).toBe('false');
      }),
    );
  });
});
