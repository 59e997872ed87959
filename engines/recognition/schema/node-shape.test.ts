import { describe, expect, it } from 'vitest';
import { nodeShape } from './node-shape.ts';

const problemsOf = (node: unknown): readonly string[] => {
  const found: string[] = [];
  nodeShape(
    node,
    ['when'],
    (code, at, message, mend) => void found.push(`${code} ${at.join('/')} ${message} ${mend}`),
  );
  return found;
};

const A = { fact: 'person.a', equals: true };
const window = { rounding: 'clamp', inclusive: true };

describe('nodes of every operator', () => {
  const sound: readonly unknown[] = [
    { all: [A] },
    { any: [A, A] },
    { not: A },
    { atLeast: { n: 2, of: [A, A] } },
    { exactly: { n: 1, of: [A] } },
    { if: A, then: A },
    { if: A, then: A, else: A },
    { unless: A, then: A },
    { fact: 'pmq.years', atLeast: 5.5 },
    { fact: 'pmq.years', between: [5, 6] },
    { fact: 'pmq.enrolledOn', before: '2020-01-01' },
    { fact: 'pmq.enrolledOn', before: { fact: 'pmq.graduatedOn' } },
    { fact: 'pmq.enrolledOn', before: { earliest: { list: 'exams', field: 'takenOn', where: A } } },
    { fact: 'pmq.country', in: { group: 'eu' } },
    { fact: 'pmq.country', in: ['AA'] },
    { fact: 'person.citizenships', includes: { fact: 'pmq.country' } },
    { withinPeriod: { from: { fact: 'x' }, to: '2026-01-01', period: 'P2Y', ...window } },
    {
      asOf: {
        join: 'accredited',
        subject: 'pmq.school',
        on: { fact: 'pmq.graduatedOn' },
        recognisedBy: 'wfme',
        otherwise: 'pmq.accredited',
      },
    },
    { some: { list: 'exams' } },
    { every: { list: 'exams', where: A, satisfies: A } },
    { count: { list: 'exams', atMost: 3 } },
    {
      sumDuration: {
        list: 'practice',
        from: 'from',
        to: 'to',
        measure: 'total',
        window: { endsOn: { fact: 'x' }, period: 'P5Y', rounding: 'clamp' },
        atLeast: 'P3Y',
      },
    },
    { examWindow: { list: 'exams', parts: [A], field: 'takenOn', within: 'P7Y', ordered: true, ...window } },
    { table: { name: 'eu.table', where: A } },
    { rule: 'gb.plab.plab1' },
    { notResearched: 'which?' },
    {
      ...A,
      id: 'a',
      label: 'A',
      cure: ['step.xx.one'],
      waiver: 'may',
      cite: [{ source: 's', locator: 'whole page', seen: 'undated' }],
    },
  ];
  it.each(sound)('%j', (node) => {
    expect(problemsOf(node)).toEqual([]);
  });
});

describe('faults', () => {
  const faults: readonly (readonly [unknown, RegExp])[] = [
    ['a text', /^PACK_OPERATOR when Expected a condition, found the text "a text"/],
    [{}, /^PACK_OPERATOR when This condition has no operator/],
    [{ al: [A] }, /^PACK_KEY_UNKNOWN when\/al .*Did you mean all\?/],
    [{ all: [A], any: [A] }, /^PACK_OPERATOR when .*all and any/],
    [{ all: [] }, /^PACK_EMPTY when\/all/],
    [{ all: A }, /^PACK_TYPE when\/all Expected a list/],
    [
      { all: [A, { fact: 'x', equal: true }] },
      /^PACK_KEY_UNKNOWN when\/all\/1\/equal .*Did you mean equals\?/,
    ],
    [{ fact: 'x' }, /^PACK_OPERATOR when A fact takes one comparison; this one has none/],
    [{ fact: 'x', atLeast: 1, atMost: 2 }, /^PACK_OPERATOR when .*atLeast and atMost/],
    [{ fact: 'x', atLeast: '5' }, /^PACK_TYPE when\/atLeast Expected a number/],
    [{ fact: 'x', between: [1] }, /^PACK_EMPTY when\/between/],
    [{ fact: 'x', between: [1, 2, 3] }, /^PACK_VALUE when\/between/],
    [{ fact: 'x', before: '2020-02-30' }, /^PACK_DATE when\/before/],
    [{ fact: 'x', before: '2020' }, /^PACK_DATE when\/before/],
    [{ fact: 'x', in: [] }, /^PACK_EMPTY when\/in/],
    [
      { fact: 'x', in: { group: 'eu', grup: 'x' } },
      /^PACK_KEY_UNKNOWN when\/in\/grup .*Did you mean group\?/,
    ],
    [{ fact: 'x', equals: null }, /^PACK_TYPE when\/equals .*found nothing/],
    [{ if: A }, /^PACK_KEY_MISSING when The key then is missing/],
    [{ unless: A, then: A, else: A }, /^PACK_KEY_UNKNOWN when\/else/],
    [
      { withinPeriod: { from: { fact: 'x' }, to: { fact: 'y' }, period: 'P2Y', inclusive: true } },
      /^PACK_KEY_MISSING when\/withinPeriod The key rounding is missing/,
    ],
    [
      { withinPeriod: { from: { fact: 'x' }, to: { fact: 'y' }, period: '2Y', ...window } },
      /^PACK_PERIOD when\/withinPeriod\/period/,
    ],
    [
      { withinPeriod: { from: { fact: 'x' }, to: { fact: 'y' }, period: 'P0D', ...window } },
      /^PACK_PERIOD when\/withinPeriod\/period P0D is no time at all/,
    ],
    [
      {
        withinPeriod: {
          from: { fact: 'x' },
          to: { fact: 'y' },
          period: 'P2Y',
          rounding: 'clam',
          inclusive: true,
        },
      },
      /^PACK_VALUE when\/withinPeriod\/rounding .*Did you mean clamp\?/,
    ],
    [{ count: { list: 'exams' } }, /^PACK_KEY_MISSING when\/count A count needs atLeast or atMost/],
    [{ count: { list: 'exams', atLeast: 1.5 } }, /^PACK_TYPE when\/count\/atLeast Expected a whole number/],
    [{ some: { list: 'exams', were: A } }, /^PACK_KEY_UNKNOWN when\/some\/were .*Did you mean where\?/],
    [{ asOf: { join: 'listed', subject: 's', on: '2020-01-01' } }, /^PACK_VALUE when\/asOf\/join/],
    [{ ...A, cure: 'step.xx.one' }, /^PACK_TYPE when\/cure Expected a list/],
    [{ ...A, cite: [{ source: 's', seen: 'undated' }] }, /^PACK_KEY_MISSING when\/cite\/0 The key locator/],
    [{ ...A, cite: [{ source: 's', locator: 'l', seen: 'yesterday' }] }, /^PACK_DATE when\/cite\/0\/seen/],
  ];
  it.each(faults)('%j', (node, line) => {
    const [first, ...more] = problemsOf(node);
    expect(first).toMatch(line);
    expect(more).toEqual([]);
  });
});
