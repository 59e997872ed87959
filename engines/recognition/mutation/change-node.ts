/** Every small change of one operator; the nodes below it are changed on their own. */
import type { Node } from '../language/nodes.ts';
import type { Place } from '../language/walk-nodes.ts';
import { isLogical } from '../language/walk-nodes.ts';
import { changeComparison } from './change-comparison.ts';
import { changeList } from './change-list.ts';
import { besideNumber, withoutOne } from './change-literals.ts';
import { changeTime } from './change-time.ts';
import type { NodeChange } from './mutant.ts';

/** Another code of the list of a fact, or nothing where the list has no other. */
export type OtherCode = (fact: string, place: Place, code: string) => string | undefined;

export function changeNode(node: Node, place: Place, otherCode: OtherCode): readonly NodeChange[] {
  const framed = (changes: readonly NodeChange[]): readonly NodeChange[] =>
    changes.map(({ change, node: changed }) => ({ change, node: { ...frameOf(node), ...changed } }));
  return [
    ...framed([
      ...changeLogic(node),
      ...changeTime(node),
      ...changeList(node),
      ...('fact' in node ? changeComparison(node, (code) => otherCode(node.fact, place, code)) : []),
    ]),
    ...negate(node),
    ...(node.cure === undefined ? [] : [{ change: 'drop cure', node: without(node, 'cure') }]),
  ];
}

function frameOf({ id, label, cite, cure, waiver }: Node): object {
  return Object.fromEntries(
    Object.entries({ id, label, cite, cure, waiver }).filter(([, value]) => value !== undefined),
  );
}

function without(node: Node, key: string): Node {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== key)) as Node;
}

/** What nobody has established has no opposite. */
const negate = (node: Node): readonly NodeChange[] =>
  isLogical(node) || 'notResearched' in node
    ? []
    : [{ change: 'negate', node: { ...frameOf(node), not: node } as Node }];

function changeLogic(node: Node): readonly NodeChange[] {
  if ('all' in node) return changeJoin('all', 'any', node.all);
  if ('any' in node) return changeJoin('any', 'all', node.any);
  if ('not' in node) return [{ change: 'drop not', node: node.not }];
  if ('atLeast' in node && typeof node.atLeast === 'object')
    return changeCount('atLeast', node.atLeast.n, node.atLeast.of);
  if ('exactly' in node) return changeCount('exactly', node.exactly.n, node.exactly.of);
  if ('if' in node) {
    return [
      { change: 'drop if', node: node.then },
      ...(node.else === undefined
        ? []
        : [
            { change: 'drop then', node: node.else },
            { change: 'drop else', node: { if: node.if, then: node.then } },
          ]),
    ];
  }
  return 'unless' in node ? [{ change: 'drop unless', node: node.then }] : [];
}

const changeJoin = (
  name: 'all' | 'any',
  other: 'all' | 'any',
  children: readonly Node[],
): readonly NodeChange[] =>
  children.length < 2
    ? []
    : [
        { change: `${name} → ${other}`, node: { [other]: children } as unknown as Node },
        ...withoutOne(children, (child, index) => child.id ?? String(index)).map(({ change, value }) => ({
          change,
          node: { [name]: value } as unknown as Node,
        })),
      ];

const changeCount = (name: 'atLeast' | 'exactly', n: number, of: readonly Node[]): readonly NodeChange[] => [
  ...besideNumber(n)
    .filter(({ value }) => value >= 1 && value <= of.length)
    .map(({ change, value }) => ({ change, node: { [name]: { n: value, of } } as unknown as Node })),
  ...withoutOne(of, (child, index) => child.id ?? String(index)).map(({ change, value }) => ({
    change,
    node: { [name]: { n, of: value } } as unknown as Node,
  })),
];
