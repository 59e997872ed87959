/** Random nodes of every operator and random people, over the fictional vocabulary. */
import fc from 'fast-check';
import type { Entry, Facts, FactValue, ListValue, Strength } from './language/facts.ts';
import { literalDay } from './language/literals.ts';
import type { Node } from './language/nodes.ts';

const pick = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

export const FLAGS = ['person.a', 'person.b', 'person.c'] as const;
export const NUMBERS = ['pmq.hours', 'pmq.years'] as const;
export const DAYS = ['pmq.graduatedOn', 'pmq.enrolledOn', 'application.on'] as const;
export const CODES = ['pmq.country'] as const;
const COUNTRIES = ['AA', 'BB', 'CC'] as const;
const LITERAL_DAYS = ['2010-01-01', '2015-06-30', '2020-02-29'] as const;

const strength = pick<Strength>([1, 2, 3, 4]);

const compared = (
  facts: readonly string[],
  names: readonly string[],
  literal: fc.Arbitrary<unknown>,
): fc.Arbitrary<Node> =>
  fc
    .record({ fact: pick(facts), name: pick(names), literal })
    .map(({ fact, name, literal: value }) => ({ fact, [name]: value }) as unknown as Node);

const scalarLeaf: fc.Arbitrary<Node> = fc.oneof(
  compared(FLAGS, ['equals', 'notEquals'], fc.boolean()),
  compared(NUMBERS, ['equals', 'atLeast', 'moreThan', 'atMost', 'lessThan'], pick([4, 5, 6])),
  compared(DAYS, ['onOrAfter', 'after', 'onOrBefore', 'before', 'equals'], pick(LITERAL_DAYS)),
  compared(CODES, ['equals', 'notEquals'], pick(COUNTRIES)),
  compared(CODES, ['in', 'notIn'], fc.subarray([...COUNTRIES], { minLength: 1 })),
  compared(['pmq.graduatedOn'], ['onOrAfter', 'before'], fc.constant({ fact: 'pmq.enrolledOn' })),
  pick(['P1Y', 'P5Y']).map(
    (period): Node => ({
      withinPeriod: {
        from: { fact: 'pmq.enrolledOn' },
        to: { fact: 'pmq.graduatedOn' },
        period,
        rounding: 'clamp',
        inclusive: true,
      },
    }),
  ),
);

const itsExam: fc.Arbitrary<Node> = compared(['its.exam'], ['equals'], pick(['one', 'two']));
const itsDay: fc.Arbitrary<Node> = compared(['its.takenOn'], ['onOrAfter', 'before'], pick(LITERAL_DAYS));
const where = fc.oneof(
  itsExam,
  fc.tuple(itsExam, itsDay).map((all): Node => ({ all })),
  fc.tuple(itsExam, itsDay).map((any): Node => ({ any })),
  itsDay.map((not): Node => ({ not })),
);

const listLeaf: fc.Arbitrary<Node> = fc.oneof(
  where.map((test): Node => ({ some: { list: 'exams', where: test } })),
  fc.record({ test: where, n: pick([1, 2]) }).map(
    ({ test, n }): Node => ({
      count: { list: 'exams', where: test, atLeast: n },
    }),
  ),
  fc.record({ test: where, n: pick([0, 1]) }).map(
    ({ test, n }): Node => ({
      count: { list: 'exams', where: test, atMost: n },
    }),
  ),
  fc.tuple(where, where).map(
    ([test, satisfies]): Node => ({
      every: { list: 'exams', where: test, satisfies },
    }),
  ),
  fc.tuple(where, fc.boolean()).map(([test, latest]): Node => {
    const day = { list: 'exams', where: test, field: 'takenOn' };
    return { fact: 'pmq.graduatedOn', after: latest ? { latest: day } : { earliest: day } };
  }),
  fc.boolean().map(
    (ordered): Node => ({
      examWindow: {
        list: 'exams',
        field: 'takenOn',
        within: 'P5Y',
        rounding: 'clamp',
        inclusive: true,
        ordered,
        parts: [
          { fact: 'its.exam', equals: 'one' },
          { fact: 'its.exam', equals: 'two' },
        ],
      },
    }),
  ),
);

export const arbitraryLeaf: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: scalarLeaf },
  { weight: 2, arbitrary: listLeaf },
);

export const arbitraryNode: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => {
  const parts = fc.array(tie('node'), { minLength: 1, maxLength: 3 });
  const counted = fc.record({ n: pick([1, 2]), of: parts });
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      arbitraryLeaf,
      fc.record({ all: parts }),
      fc.record({ any: parts }),
      fc.record({ not: tie('node') }),
      fc.record({ atLeast: counted }),
      fc.record({ exactly: counted }),
      fc.record({ if: tie('node'), then: tie('node') }),
      fc.record({ if: tie('node'), then: tie('node'), else: tie('node') }),
      fc.record({ unless: tie('node'), then: tie('node') }),
    ),
  };
}).node;

const range = (points: readonly number[]): fc.Arbitrary<FactValue> =>
  fc
    .record({ at: pick(points), by: pick([-1, 0, 0, 1]), width: pick([0, 0, 0, 1, 400]), strength })
    .map(({ at, by, width, strength: held }) => ({
      state: 'range',
      lo: at + by,
      hi: at + by + width,
      strength: held,
    }));
const known = (values: readonly (boolean | string)[]): fc.Arbitrary<FactValue> =>
  fc.record({ state: fc.constant('known' as const), value: pick(values), strength });

const arbitraryDay = range(LITERAL_DAYS.map(literalDay));

/** A value that the fact may have, never unknown. */
export function arbitraryValue(fact: string): fc.Arbitrary<FactValue> {
  if ((FLAGS as readonly string[]).includes(fact)) return known([true, false]);
  if ((NUMBERS as readonly string[]).includes(fact)) return range([4, 5, 6]);
  if ((DAYS as readonly string[]).includes(fact) || fact === 'exams.takenOn') return arbitraryDay;
  if (fact === 'exams.exam') return known(['one', 'two', 'three']);
  return known(COUNTRIES);
}

export const SCALARS = [...FLAGS, ...NUMBERS, ...DAYS, ...CODES] as const;

const maybe = (value: fc.Arbitrary<FactValue>): fc.Arbitrary<FactValue> =>
  fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 4, arbitrary: fc.constant<FactValue>({ state: 'unknown' }) },
    { weight: 1, arbitrary: fc.constant<FactValue>({ state: 'disputed', claims: ['this', 'that'] }) },
  );

const withoutUnknown = (fields: Readonly<Record<string, FactValue>>): ReadonlyMap<string, FactValue> =>
  new Map(Object.entries(fields).filter(([, { state }]) => state !== 'unknown'));

const arbitraryEntry: fc.Arbitrary<Entry> = fc
  .record({ exam: maybe(arbitraryValue('exams.exam')), takenOn: maybe(arbitraryDay) })
  .map((fields) => ({ id: '', fields: withoutUnknown(fields) }));

export const arbitraryExams: fc.Arbitrary<ListValue> = fc
  .record({
    entries: fc.array(arbitraryEntry, { maxLength: 3 }),
    complete: fc.boolean(),
    completeFor: fc.subarray(['one', 'two']),
    strength,
  })
  .map((list) => ({ ...list, entries: list.entries.map((entry, index) => ({ ...entry, id: `e${index}` })) }));

export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    scalars: fc.tuple(...SCALARS.map((fact) => maybe(arbitraryValue(fact)))),
    exams: arbitraryExams,
  })
  .map(({ scalars, exams }) => ({
    scalars: withoutUnknown(
      Object.fromEntries(SCALARS.map((fact, index) => [fact, scalars[index] as FactValue])),
    ),
    lists: new Map([['exams', exams]]),
  }));
