/** Some becomes every, counts one more or less, sums a unit longer or shorter. */
import type { Node } from '../language/nodes.ts';
import { besideNumber, besidePeriod } from './change-literals.ts';
import type { NodeChange } from './mutant.ts';

export function changeList(node: Node): readonly NodeChange[] {
  if ('some' in node)
    return node.some.where === undefined
      ? []
      : [{ change: 'some → every', node: { every: { list: node.some.list, satisfies: node.some.where } } }];
  if ('every' in node) {
    const { list, where, satisfies } = node.every;
    return [
      {
        change: 'every → some',
        node: { some: { list, where: where === undefined ? satisfies : { all: [where, satisfies] } } },
      },
      ...(where === undefined ? [] : [{ change: 'drop where', node: { every: { list, satisfies } } }]),
    ];
  }
  if ('count' in node) return changeCount(node.count);
  return 'sumDuration' in node ? changeSum(node.sumDuration) : [];
}

type Count = Extract<Node, { count: unknown }>['count'];

const changeCount = (count: Count): readonly NodeChange[] =>
  (['atLeast', 'atMost'] as const).flatMap((name) => {
    const bound = count[name];
    return bound === undefined
      ? []
      : besideNumber(bound)
          .filter(({ value }) => value >= 0)
          .map(({ change, value }) => ({
            change: `${name} ${change}`,
            node: { count: { ...count, [name]: value } },
          }));
  });

type Sum = Extract<Node, { sumDuration: unknown }>['sumDuration'];

function changeSum(sum: Sum): readonly NodeChange[] {
  const put = (change: string, part: Partial<Sum>): NodeChange => ({
    change,
    node: { sumDuration: { ...sum, ...part } },
  });
  const { weight: _weight, ...unweighted } = sum;
  const { window, ...unbounded } = sum;
  return [
    ...besidePeriod(sum.atLeast).map(({ change, value }) => put(`atLeast ${change}`, { atLeast: value })),
    put(`measure → ${sum.measure === 'total' ? 'longest' : 'total'}`, {
      measure: sum.measure === 'total' ? 'longest' : 'total',
    }),
    ...(sum.weight === undefined ? [] : [{ change: 'drop weight', node: { sumDuration: unweighted } }]),
    ...(window === undefined
      ? []
      : [
          { change: 'drop window', node: { sumDuration: unbounded } },
          ...besidePeriod(window.period).map(({ change, value }) =>
            put(`window ${change}`, { window: { ...window, period: value } }),
          ),
        ]),
  ];
}
