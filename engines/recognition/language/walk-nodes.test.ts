import { expect, it } from 'vitest';
import type { Node } from './nodes.ts';
import { isLogical, walkNodes } from './walk-nodes.ts';

const leaf = (id: string): Node => ({ id, fact: 'person.a', equals: true });

/** One of each operator, its parts named in the order in which they are walked. */
const OPERATORS: readonly (readonly [Node, readonly string[], string])[] = [
  [{ all: [leaf('0'), leaf('1')] }, ['all/0', 'all/1'], ''],
  [{ any: [leaf('0')] }, ['any/0'], ''],
  [{ not: leaf('0') }, ['not'], ''],
  [{ atLeast: { n: 1, of: [leaf('0')] } }, ['atLeast/of/0'], ''],
  [{ exactly: { n: 1, of: [leaf('0')] } }, ['exactly/of/0'], ''],
  [{ if: leaf('0'), then: leaf('1'), else: leaf('2') }, ['if', 'then', 'else'], ''],
  [{ unless: leaf('0'), then: leaf('1') }, ['unless', 'then'], ''],
  [{ some: { list: 'exams', where: leaf('0') } }, ['some/where'], 'its exams'],
  [
    { every: { list: 'exams', where: leaf('0'), satisfies: leaf('1') } },
    ['every/where', 'every/satisfies'],
    'its exams',
  ],
  [{ count: { list: 'exams', where: leaf('0'), atLeast: 1 } }, ['count/where'], 'its exams'],
  [
    {
      sumDuration: {
        list: 'practice',
        where: leaf('0'),
        from: 'from',
        to: 'to',
        measure: 'total',
        atLeast: 'P1Y',
        window: {
          endsOn: { latest: { list: 'exams', field: 'takenOn', where: leaf('1') } },
          period: 'P1Y',
          rounding: 'clamp',
        },
      },
    },
    ['sumDuration/where', 'sumDuration/window/endsOn/latest/where'],
    'its practice',
  ],
  [
    {
      examWindow: {
        list: 'exams',
        parts: [leaf('0'), leaf('1')],
        field: 'takenOn',
        within: 'P7Y',
        rounding: 'clamp',
        inclusive: true,
      },
    },
    ['examWindow/parts/0', 'examWindow/parts/1'],
    'its exams',
  ],
  [{ table: { name: 'eu.table', where: leaf('0') } }, ['table/where'], 'table eu.table'],
  [
    {
      withinPeriod: {
        from: { earliest: { list: 'exams', field: 'takenOn', where: leaf('0') } },
        to: { fact: 'x' },
        period: 'P1Y',
        rounding: 'clamp',
        inclusive: true,
      },
    },
    ['withinPeriod/from/earliest/where'],
    'its exams',
  ],
  [
    { fact: 'x', after: { latest: { list: 'exams', field: 'takenOn', where: leaf('0') } } },
    ['after/latest/where'],
    'its exams',
  ],
  [
    {
      asOf: {
        join: 'accredited',
        subject: 's',
        on: { latest: { list: 'exams', field: 'takenOn', where: leaf('0') } },
      },
    },
    ['asOf/on/latest/where'],
    'its exams',
  ],
  [{ rule: 'x' }, [], ''],
  [{ notResearched: '?' }, [], ''],
];

it.each(OPERATORS)('%j', (node, paths, place) => {
  const [self, ...parts] = walkNodes(node);
  expect(self?.node).toBe(node);
  expect(parts.map(({ at }) => at.join('/'))).toEqual(paths);
  if (parts[0] !== undefined && place !== '')
    expect(
      `${parts[0].place.its === undefined ? '' : `its ${parts[0].place.its}`}${parts[0].place.table === undefined ? '' : `table ${parts[0].place.table}`}`,
    ).toBe(place);
  expect(isLogical(node)).toBe(place === '' && paths.length > 0);
});

it('a list in a list makes its entry outer', () => {
  const inner = walkNodes({
    every: { list: 'licences', satisfies: { some: { list: 'certificates', where: leaf('0') } } },
  }).at(-1);
  expect(inner?.place).toEqual({ its: 'certificates', outer: 'licences' });
});
