import { expect, it } from 'vitest';
import type { Node } from '../language/nodes.ts';
import type { RuleVersion } from '../language/pack.ts';
import { rule, VOCABULARY, version } from '../small-law.fixture.ts';
import { mutateRule } from './mutate-rule.ts';

const WORDS = { vocabulary: VOCABULARY, tables: new Map() };
const changesOf = (when: Node, more: Partial<RuleVersion> = {}): readonly string[] =>
  mutateRule(rule('xx.rule', version(when, more)), WORDS).map(({ id }) => id.replace(/^1 \/?/, ''));
const A: Node = { fact: 'person.a', equals: true };
const B: Node = { fact: 'person.b', equals: true };

const operators: readonly (readonly [string, Node, readonly string[]])[] = [
  ['a yes', A, ['when negate']],
  [
    'both',
    { all: [A, B] },
    ['when all → any', 'when drop 0', 'when drop 1', 'when/all/0 negate', 'when/all/1 negate'],
  ],
  [
    'either, one with a name',
    { any: [{ id: 'first', ...A }, B] },
    ['when any → all', 'when drop first', 'when drop 1', 'when/any/0 negate', 'when/any/1 negate'],
  ],
  ['all of one', { all: [A] }, ['when/all/0 negate']],
  ['not', { not: A }, ['when drop not', 'when/not negate']],
  [
    'two of three',
    { atLeast: { n: 2, of: [A, B, { rule: 'xx.other' }] } },
    [
      'when 2 → 1',
      'when 2 → 3',
      'when drop 0',
      'when drop 1',
      'when drop 2',
      'when/atLeast/of/0 negate',
      'when/atLeast/of/1 negate',
      'when/atLeast/of/2 negate',
    ],
  ],
  [
    'if, then, else',
    { if: A, then: B, else: { not: B } },
    [
      'when drop if',
      'when drop then',
      'when drop else',
      'when/if negate',
      'when/then negate',
      'when/else drop not',
      'when/else/not negate',
    ],
  ],
  ['unless', { unless: A, then: B }, ['when drop unless', 'when/unless negate', 'when/then negate']],
  [
    'a number',
    { fact: 'pmq.years', atLeast: 6 },
    ['when atLeast → moreThan', 'when atLeast 6 → 5', 'when atLeast 6 → 7', 'when negate'],
  ],
  [
    'a mark with halves',
    { fact: 'pmq.years', moreThan: 6.5 },
    ['when moreThan → atLeast', 'when moreThan 6.5 → 6', 'when moreThan 6.5 → 7', 'when negate'],
  ],
  [
    'between',
    { fact: 'pmq.years', between: [5, 6] },
    ['when between 5 → 4', 'when between 5 → 6', 'when between 6 → 5', 'when between 6 → 7', 'when negate'],
  ],
  [
    'a day',
    { fact: 'pmq.enrolledOn', onOrAfter: '2020-03-01' },
    [
      'when onOrAfter → after',
      'when onOrAfter 2020-03-01 → 2020-02-29',
      'when onOrAfter 2020-03-01 → 2020-03-02',
      'when negate',
    ],
  ],
  [
    'a day of the person',
    { fact: 'pmq.enrolledOn', before: { fact: 'pmq.graduatedOn' } },
    ['when before → onOrBefore', 'when negate'],
  ],
  ['a code', { fact: 'pmq.country', equals: 'AA' }, ['when equals AA → BB', 'when negate']],
  ['the last code', { fact: 'pmq.country', equals: 'CC' }, ['when equals CC → AA', 'when negate']],
  ['a set', { fact: 'pmq.country', in: ['AA', 'BB'] }, ['when in drop AA', 'when in drop BB', 'when negate']],
  ['a group is one thing', { fact: 'pmq.country', in: { group: 'union' } }, ['when negate']],
  [
    'within a period',
    {
      withinPeriod: {
        from: { fact: 'pmq.enrolledOn' },
        to: '2026-01-01',
        period: 'P2Y6M',
        rounding: 'clamp',
        inclusive: true,
      },
    },
    [
      'when period P2Y6M → P2Y5M',
      'when period P2Y6M → P2Y7M',
      'when rounding → next-day',
      'when inclusive → false',
      'when to 2026-01-01 → 2025-12-31',
      'when to 2026-01-01 → 2026-01-02',
      'when negate',
    ],
  ],
  [
    'some',
    { some: { list: 'exams', where: { fact: 'its.exam', equals: 'one' } } },
    ['when some → every', 'when negate', 'when/some/where equals one → two', 'when/some/where negate'],
  ],
  [
    'every',
    {
      every: {
        list: 'exams',
        where: { fact: 'its.exam', equals: 'one' },
        satisfies: { fact: 'its.result', equals: 'pass' },
      },
    },
    [
      'when every → some',
      'when drop where',
      'when negate',
      'when/every/where equals one → two',
      'when/every/where negate',
      'when/every/satisfies equals pass → fail',
      'when/every/satisfies negate',
    ],
  ],
  [
    'a count',
    { count: { list: 'exams', atMost: 4 } },
    ['when atMost 4 → 3', 'when atMost 4 → 5', 'when negate'],
  ],
  ['no less than none', { count: { list: 'exams', atMost: 0 } }, ['when atMost 0 → 1', 'when negate']],
  [
    'a sum in a window',
    {
      sumDuration: {
        list: 'practice',
        from: 'from',
        to: 'to',
        weight: 'fte',
        measure: 'total',
        window: { endsOn: { fact: 'application.on' }, period: 'P5Y', rounding: 'clamp' },
        atLeast: 'P3Y',
      },
    },
    [
      'when atLeast P3Y → P2Y',
      'when atLeast P3Y → P4Y',
      'when measure → longest',
      'when drop weight',
      'when drop window',
      'when window P5Y → P4Y',
      'when window P5Y → P6Y',
      'when negate',
    ],
  ],
  [
    'an exam window',
    {
      examWindow: {
        list: 'exams',
        parts: [
          { fact: 'its.exam', equals: 'one' },
          { fact: 'its.exam', equals: 'two' },
        ],
        field: 'takenOn',
        within: 'P7Y',
        rounding: 'clamp',
        inclusive: true,
      },
    },
    [
      'when within P7Y → P6Y',
      'when within P7Y → P8Y',
      'when rounding → next-day',
      'when inclusive → false',
      'when ordered → true',
      'when drop 0',
      'when drop 1',
      'when negate',
      'when/examWindow/parts/0 equals one → two',
      'when/examWindow/parts/0 negate',
      'when/examWindow/parts/1 equals two → three',
      'when/examWindow/parts/1 negate',
    ],
  ],
  [
    'the latest day',
    { fact: 'pmq.enrolledOn', after: { latest: { list: 'exams', field: 'takenOn' } } },
    ['when after → onOrAfter', 'when negate', 'when/after latest → earliest'],
  ],
  ['a cure', { ...A, cure: ['step.xx.one'] }, ['when negate', 'when drop cure']],
  ['what nobody has researched', { notResearched: '?' }, []],
];
it.each(operators)('%s', (_name, when, changes) => {
  expect(changesOf(when)).toEqual(changes);
});

it('the bounds of a version are dropped and moved by a day', () => {
  const bounded = changesOf(
    { notResearched: '?' },
    { inForce: { from: '2020-01-01' }, appliesTo: { anchor: 'pmq.graduatedOn', to: '2024-03-01' } },
  );
  expect(bounded).toEqual([
    'inForce/from drop',
    'inForce/from 2020-01-01 → 2019-12-31',
    'inForce/from 2020-01-01 → 2020-01-02',
    'appliesTo/to drop',
    'appliesTo/to 2024-03-01 → 2024-02-29',
    'appliesTo/to 2024-03-01 → 2024-03-02',
  ]);
});

it('a bound that names only a year is dropped, not moved', () => {
  expect(changesOf({ notResearched: '?' }, { inForce: { from: '2020' } })).toEqual(['inForce/from drop']);
});

it('each mutant differs from the rule and from every other, in one place', () => {
  const original = rule(
    'xx.rule',
    version({ all: [A, { any: [A, B] }, { fact: 'pmq.years', between: [5, 6] }], cure: ['step.xx.one'] }),
  );
  const texts = mutateRule(original, WORDS).map(({ mutated }) => JSON.stringify(mutated));
  expect(new Set([...texts, JSON.stringify(original)]).size).toBe(texts.length + 1);
});

it('a leaf that is negated keeps its cure: only its truth changes', () => {
  const [negated] = mutateRule(rule('xx.rule', version({ ...A, id: 'a', cure: ['step.xx.one'] })), WORDS);
  expect(negated?.mutated.versions[0]?.when).toMatchObject({ id: 'a', cure: ['step.xx.one'], not: A });
});
