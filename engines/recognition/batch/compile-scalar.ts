/** Comparisons of one fact, over its whole column. `docs/semantics.md` section 8. */
import { literalDay } from '../language/literals.ts';
import type { CodeSet, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { ResolvedLaw } from '../query/resolve-query.ts';
import type { PlaneNode } from './block.ts';
import type { ColumnPlan } from './columns.ts';
import {
  compareFlags,
  compareMembers,
  compareSameCodes,
  compareSameFlags,
  compareSets,
} from './compare-codes.ts';
import {
  compareBetween,
  compareEqual,
  compareNumbers,
  compareSameNumbers,
  compareTwo,
} from './compare-numbers.ts';

export type ScalarCompiler = {
  readonly law: ResolvedLaw;
  /** The column of a fact; undefined where it has none. */
  readonly columnOf: (fact: string) => ColumnPlan | undefined;
  readonly codeOf: (code: string) => number;
};

type Comparison = Extract<Node, FactRef>;

/** Undefined where the comparison needs more than columns: then the closures answer. */
export function compileScalar(node: Comparison, compiler: ScalarCompiler): PlaneNode | undefined {
  const column = compiler.columnOf(node.fact);
  if (column === undefined) return undefined;
  if ('equals' in node) return equality(column, node.equals, 'equal', compiler);
  if ('notEquals' in node) return equality(column, node.notEquals, 'different', compiler);
  if (column.kind === 'numbers') return ofNumbers(column, node, compiler);
  if (column.kind === 'codes' && 'in' in node)
    return compareMembers(column.number, codesOf(node.in, compiler), 'inside');
  if (column.kind === 'codes' && 'notIn' in node)
    return compareMembers(column.number, codesOf(node.notIn, compiler), 'outside');
  return column.kind === 'sets' ? ofSets(column, node, compiler) : undefined;
}

type Wanted = 'equal' | 'different';

function equality(
  column: ColumnPlan,
  literal: Scalar | FactRef,
  wanted: Wanted,
  compiler: ScalarCompiler,
): PlaneNode | undefined {
  if (typeof literal === 'object') return sameFacts(column, compiler.columnOf(literal.fact), wanted);
  const { kind, number } = column;
  if (kind === 'flags' && typeof literal === 'boolean')
    return compareFlags(number, literal === (wanted === 'equal') ? 'set' : 'clear');
  if (kind === 'codes' && typeof literal === 'string')
    return compareMembers(number, [compiler.codeOf(literal)], wanted === 'equal' ? 'inside' : 'outside');
  if (kind !== 'numbers' || typeof literal === 'boolean') return undefined;
  return compareEqual(number, typeof literal === 'string' ? literalDay(literal) : literal, wanted);
}

function sameFacts(left: ColumnPlan, right: ColumnPlan | undefined, wanted: Wanted): PlaneNode | undefined {
  if (right === undefined || left.kind !== right.kind) return undefined;
  if (left.kind === 'numbers') return compareSameNumbers(left.number, right.number, wanted);
  if (left.kind === 'codes') return compareSameCodes(left.number, right.number, wanted);
  return left.kind === 'flags' ? compareSameFlags(left.number, right.number, wanted) : undefined;
}

function ofNumbers(column: ColumnPlan, node: Comparison, compiler: ScalarCompiler): PlaneNode | undefined {
  if ('between' in node) return compareBetween(column.number, node.between);
  const parts: Readonly<Record<string, unknown>> = node;
  const found = ORDERS.find(([name]) => parts[name] !== undefined);
  if (found === undefined) return undefined;
  const [name, order] = found;
  const bound = parts[name];
  if (typeof bound === 'number') return compareNumbers(column.number, bound, order);
  if (typeof bound === 'string') return compareNumbers(column.number, literalDay(bound), order);
  if (typeof bound !== 'object' || bound === null || !('fact' in bound)) return undefined;
  const other = compiler.columnOf(String(bound.fact));
  return other?.kind === 'numbers' ? compareTwo(column.number, other.number, order) : undefined;
}

const ORDERS = [
  ['atLeast', 'atLeast'],
  ['onOrAfter', 'atLeast'],
  ['moreThan', 'moreThan'],
  ['after', 'moreThan'],
  ['atMost', 'atMost'],
  ['onOrBefore', 'atMost'],
  ['lessThan', 'lessThan'],
  ['before', 'lessThan'],
] as const;

function ofSets(column: ColumnPlan, node: Comparison, compiler: ScalarCompiler): PlaneNode | undefined {
  const name = (codes: readonly string[]): readonly string[] => {
    for (const code of codes) column.named.add(code);
    return codes;
  };
  if ('includes' in node)
    return typeof node.includes === 'string'
      ? compareSets(column.number, name([node.includes]), 'some')
      : undefined;
  if ('includesAny' in node)
    return compareSets(column.number, name(membersOf(node.includesAny, compiler)), 'some');
  return 'onlyFrom' in node
    ? compareSets(column.number, name(membersOf(node.onlyFrom, compiler)), 'only')
    : undefined;
}

const membersOf = (set: CodeSet, { law }: ScalarCompiler): readonly string[] =>
  'group' in set ? [...(law.groups.get(set.group) ?? [])] : set;

const codesOf = (set: CodeSet, compiler: ScalarCompiler): readonly number[] =>
  membersOf(set, compiler).map(compiler.codeOf);
