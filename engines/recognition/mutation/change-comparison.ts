/** A comparison flipped at its edge, its literal one step aside, another code, a set without a member. */
import type { Node, Scalar } from '../language/nodes.ts';
import { besideDay, besideNumber, withoutOne } from './change-literals.ts';
import type { NodeChange } from './mutant.ts';

const FLIPS: Readonly<Record<string, string>> = {
  atLeast: 'moreThan',
  moreThan: 'atLeast',
  atMost: 'lessThan',
  lessThan: 'atMost',
  onOrAfter: 'after',
  after: 'onOrAfter',
  onOrBefore: 'before',
  before: 'onOrBefore',
};
const SETS = ['in', 'notIn', 'includesAny', 'onlyFrom'];

export function changeComparison(
  node: Node & { readonly fact: string },
  otherCode: (code: string) => string | undefined,
): readonly NodeChange[] {
  const { fact } = node;
  return Object.entries(node as unknown as Readonly<Record<string, unknown>>).flatMap(
    ([name, operand]): readonly NodeChange[] => {
      const put = (change: string, value: unknown, operator = name): NodeChange => ({
        change: `${operator === name ? `${name} ` : ''}${change}`,
        node: { fact, [operator]: value } as unknown as Node,
      });
      const flip = FLIPS[name];
      if (flip !== undefined)
        return [
          put(`${name} → ${flip}`, operand, flip),
          ...besideBound(operand).map(({ change, value }) => put(change, value)),
        ];
      if (name === 'between') return changeBetween(operand as readonly [number, number], put);
      if (SETS.includes(name) && Array.isArray(operand))
        return withoutOne(operand as readonly string[], (code) => code).map(({ change, value }) =>
          put(change, value),
        );
      if (!['equals', 'notEquals', 'includes'].includes(name)) return [];
      if (typeof operand === 'number')
        return besideNumber(operand).map(({ change, value }) => put(change, value));
      if (typeof operand !== 'string') return [];
      if (isDay(operand)) return besideDay(operand).map(({ change, value }) => put(change, value));
      const other = otherCode(operand);
      return other === undefined ? [] : [put(`${operand} → ${other}`, other)];
    },
  );
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

function besideBound(operand: unknown): readonly { readonly change: string; readonly value: Scalar }[] {
  if (typeof operand === 'number') return besideNumber(operand);
  return typeof operand === 'string' ? besideDay(operand) : [];
}

const changeBetween = (
  [low, high]: readonly [number, number],
  put: (change: string, value: unknown) => NodeChange,
): readonly NodeChange[] => [
  ...besideNumber(low).map(({ change, value }) => put(change, [value, high])),
  ...besideNumber(high).map(({ change, value }) => put(change, [low, value])),
];
