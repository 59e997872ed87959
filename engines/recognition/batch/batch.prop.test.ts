import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, FactValue } from '../language/facts.ts';
import { literalDay } from '../language/literals.ts';
import type { Node } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { resolveLaw } from '../query/resolve-query.ts';
import { referenceEvaluator } from '../reference/reference-evaluator.ts';
import { pack, rule, SILENT, VOCABULARY, version } from '../small-law.fixture.ts';
import { compileBatch } from './compile-batch.ts';
import { countBits, type Planes, truthIn } from './planes.ts';

const COUNTRIES = ['AA', 'BB', 'CC'] as const;
const DAYS = ['2010-01-01', '2015-06-30', '2020-02-29'] as const;
const FLAGS = ['person.a', 'person.b', 'person.c', 'pmq.accredited'] as const;
const DATES = ['person.birthDate', 'pmq.graduatedOn', 'pmq.enrolledOn', 'application.on'] as const;
const NUMBERS = ['pmq.hours', 'pmq.years'] as const;
const SETS = ['person.citizenships', 'pmq.teachingCountries'] as const;

const pick = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const number = pick([4, 5, 5.5, 6]);
const codes = fc.uniqueArray(pick(COUNTRIES), { maxLength: 3 });
const set = fc.oneof(codes, fc.constant({ group: 'union' }));

const bound = (name: string, literal: fc.Arbitrary<unknown>, facts: readonly string[]): fc.Arbitrary<Node> =>
  fc.record({ fact: pick(facts), [name]: literal }) as unknown as fc.Arbitrary<Node>;
const otherDay = fc.oneof(pick(DAYS), fc.record({ fact: pick(DATES) }));

const leaf: fc.Arbitrary<Node> = fc.oneof(
  bound('equals', fc.oneof(fc.boolean(), fc.record({ fact: pick(FLAGS) })), FLAGS),
  bound('notEquals', fc.oneof(fc.boolean(), fc.record({ fact: pick(FLAGS) })), FLAGS),
  ...['equals', 'notEquals', 'onOrAfter', 'after', 'onOrBefore', 'before'].map((name) =>
    bound(name, otherDay, DATES),
  ),
  ...['equals', 'notEquals'].map((name) =>
    bound(name, fc.oneof(number, fc.record({ fact: pick(NUMBERS) })), NUMBERS),
  ),
  ...['atLeast', 'moreThan', 'atMost', 'lessThan'].map((name) => bound(name, number, NUMBERS)),
  bound('between', pick([[4, 5] as const, [5, 5.5] as const, [5, 5] as const]), NUMBERS),
  ...['in', 'notIn'].map((name) => bound(name, set, ['pmq.country'])),
  bound('equals', pick(['AA', 'BB']), ['pmq.country']),
  bound('equals', fc.constant('sch-1'), ['pmq.school']),
  ...['includesAny', 'onlyFrom'].map((name) => bound(name, set, SETS)),
  bound('includes', fc.oneof(pick(COUNTRIES), fc.constant({ fact: 'pmq.country' })), SETS),
  fc.constant<Node>({ notResearched: 'what nobody knows' }),
  fc.constant<Node>({ rule: 'xx.other' }),
  fc.constant<Node>({ some: { list: 'exams', where: { fact: 'its.exam', equals: 'one' } } }),
  fc.constant<Node>({
    withinPeriod: {
      from: { fact: 'pmq.enrolledOn' },
      to: { fact: 'pmq.graduatedOn' },
      period: 'P5Y',
      rounding: 'clamp',
      inclusive: true,
    },
  }),
);

const { node } = fc.letrec<{ node: Node }>((tie) => {
  const parts = fc.array(tie('node'), { minLength: 1, maxLength: 4 });
  const counted = fc.record({ n: pick([1, 2, 3]), of: parts });
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
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
});

const appliesTo = fc.record(
  {
    anchor: pick(['application.on', 'pmq.graduatedOn'] as const),
    from: pick(['2012-01-01', '2015-06-30']),
    to: pick(['2015-06-30', '2018-01-01']),
  },
  { requiredKeys: ['anchor'] },
);

const versions = fc
  .array(fc.record({ when: node, by: fc.option(appliesTo, { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ when, by }, index): RuleVersion => {
      return version(when, { version: String(index), ...(by === undefined ? {} : { appliesTo: by }) });
    }),
  );

const known = (value: boolean | string | readonly string[]): FactValue => ({
  state: 'known',
  value,
  strength: 2,
});
const range = ([a, b]: readonly number[]): FactValue => ({
  state: 'range',
  lo: Math.min(a ?? 0, b ?? 0),
  hi: Math.max(a ?? 0, b ?? 0),
  strength: 1,
});
const maybe = (value: fc.Arbitrary<FactValue>): fc.Arbitrary<FactValue> =>
  fc.oneof(
    { weight: 6, arbitrary: value },
    { weight: 2, arbitrary: fc.constant<FactValue>({ state: 'unknown' }) },
    { weight: 1, arbitrary: fc.constant<FactValue>({ state: 'disputed', claims: ['one', 'another'] }) },
  );
const near = pick(
  [...DAYS, '2012-01-01', '2018-01-01'].flatMap((each) => [-1, 0, 1].map((by) => literalDay(each) + by)),
);
const day = fc.oneof(
  near.map((at) => range([at, at])),
  fc.tuple(near, near).map(range),
);
const amount = fc.oneof(
  number.map((at) => range([at, at])),
  fc.tuple(number, number).map(range),
);

const facts: fc.Arbitrary<Facts> = fc
  .record({
    ...Object.fromEntries(FLAGS.map((fact) => [fact, maybe(fc.boolean().map(known))])),
    ...Object.fromEntries(DATES.map((fact) => [fact, maybe(day)])),
    ...Object.fromEntries(NUMBERS.map((fact) => [fact, maybe(amount)])),
    ...Object.fromEntries(SETS.map((fact) => [fact, maybe(codes.map(known))])),
    'pmq.country': maybe(pick(['AA', 'BB', 'DD']).map(known)),
    'pmq.school': maybe(pick(['sch-1', 'sch-2', 'by-hand:AA:x']).map(known)),
  })
  .map((scalars) => ({ scalars: new Map(Object.entries(scalars)), lists: new Map() }));

const on = literalDay('2019-01-01');
const lawOf = (all: readonly RuleVersion[], other: Node) =>
  resolveLaw([pack([rule('xx.rule', ...all), rule('xx.other', version(other))])], VOCABULARY, [], {
    on,
    knownOn: on,
  });

describe('judging by columns', () => {
  it('says of everybody what the reference says, whatever the rule', () => {
    fc.assert(
      fc.property(
        versions,
        leaf,
        fc.array(facts, { minLength: 1, maxLength: 70 }),
        (all, other, everybody) => {
          fc.pre(!('rule' in other));
          const law = lawOf(all, other);
          const batch = compileBatch(law, VOCABULARY);
          const people = everybody.map((each) => ({ facts: each, registry: SILENT }));
          const found = batch.evaluate(batch.layOut(people)).get('xx.rule') as Planes;
          const ask = referenceEvaluator(law, VOCABULARY);
          const truths = everybody.map((each) => ask(each, SILENT)('xx.rule').truth);
          expect(everybody.map((_, row) => truthIn(found, row))).toEqual(truths);
          expect(countBits(found.yes)).toBe(truths.filter((truth) => truth === 'true').length);
          expect(countBits(found.notApplicable)).toBe(
            truths.filter((truth) => truth === 'notApplicable').length,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('joins the blocks of a large population without losing anybody', () => {
    const when: Node = {
      all: [{ fact: 'pmq.hours', atLeast: 5 }, { not: { fact: 'person.a', equals: true } }],
    };
    const law = lawOf([version(when)], { fact: 'person.b', equals: true });
    const batch = compileBatch(law, VOCABULARY);
    const hours = (row: number): number => (row * 7) % 11;
    const people = Array.from({ length: 3 * 8_192 + 45 }, (_, row) => ({
      registry: SILENT,
      facts: {
        scalars: new Map([
          ['pmq.hours', range([hours(row), hours(row)])],
          ...(row % 3 === 0 ? [] : [['person.a', known(row % 3 === 1)] as const]),
        ]),
        lists: new Map(),
      },
    }));
    const found = batch.evaluate(batch.layOut(people), ['xx.rule']).get('xx.rule') as Planes;
    const expected = people.map((_, row) =>
      hours(row) < 5 || row % 3 === 1 ? 'false' : row % 3 === 0 ? 'unknown' : 'true',
    );
    expect(people.map((_, row) => truthIn(found, row))).toEqual(expected);
    expect(countBits(found.no)).toBe(expected.filter((truth) => truth === 'false').length);
  });

  it('settles in the second stage what no column can, and says how often it asked', () => {
    const when: Node = {
      any: [
        { fact: 'person.a', equals: true },
        { fact: 'person.a', equals: false },
      ],
    };
    const law = lawOf([version(when)], { fact: 'person.b', equals: true });
    const batch = compileBatch(law, VOCABULARY);
    const nobody = { facts: { scalars: new Map(), lists: new Map() }, registry: SILENT };
    const run = batch.open(batch.layOut([nobody, nobody]));
    run.askRows();
    run.firstStage();
    expect(truthIn(run.verdicts.get('xx.rule') as Planes, 1)).toBe('unknown');
    expect(run.secondStage()).toBe(2);
    expect(truthIn(run.verdicts.get('xx.rule') as Planes, 1)).toBe('true');
  });

  it('leaves a rule that refers to itself unknown', () => {
    const law = lawOf([version({ any: [{ rule: 'xx.other' }, { fact: 'person.a', equals: true }] })], {
      rule: 'xx.rule',
    });
    const batch = compileBatch(law, VOCABULARY);
    const nobody = { facts: { scalars: new Map(), lists: new Map() }, registry: SILENT };
    expect(truthIn(batch.evaluate(batch.layOut([nobody])).get('xx.rule') as Planes, 0)).toBe('unknown');
  });
});
