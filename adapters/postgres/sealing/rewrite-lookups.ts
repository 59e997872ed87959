import type { PersonKeys } from '@testamur/services/privacy';
import {
  type BinaryOperationNode,
  ColumnNode,
  type OperationNode,
  OperationNodeTransformer,
  ReferenceNode,
  type RootOperationNode,
  ValueNode,
} from 'kysely';
import { hashFor } from './seal-value.ts';
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts';
import { columnName, tablesOf } from './walk-nodes.ts';

/** A condition `mail = …` becomes one on the keyed hash; any other comparison with a sealed column would never hold, and throws. */
export function rewriteLookups(keys: PersonKeys, root: RootOperationNode): RootOperationNode {
  const tables = tablesOf(root).flatMap(({ table, name }) => {
    const sealed = SEALED_TABLES.get(table);
    return sealed ? [{ name, sealed }] : [];
  });
  return tables.length === 0 ? root : new Rewriter(keys, tables).transformNode(root);
}

type InScope = readonly { readonly name: string; readonly sealed: SealedTable }[];

class Rewriter extends OperationNodeTransformer {
  readonly #keys: PersonKeys;
  readonly #tables: InScope;

  constructor(keys: PersonKeys, tables: InScope) {
    super();
    this.#keys = keys;
    this.#tables = tables;
  }

  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const named = columnName(node.leftOperand);
    const table =
      named && this.#tables.find(({ name }) => named.table === undefined || named.table === name)?.sealed;
    if (!named || !table || !(named.column in table.columns)) return super.transformBinaryOperation(node);
    const operator = (node.operator as OperationNode & { readonly operator?: unknown }).operator;
    if (operator === 'is' || operator === 'is not') return super.transformBinaryOperation(node);
    const lookup = table.lookups[named.column];
    const value = ValueNode.is(node.rightOperand) ? node.rightOperand.value : undefined;
    if (operator !== '=' || lookup === undefined || typeof value !== 'string')
      throw new Error(`${table.name}.${named.column} is sealed and cannot be compared like this.`);
    const column = ColumnNode.create(lookup);
    const reference = ReferenceNode.is(node.leftOperand) ? { ...node.leftOperand, column } : column;
    return {
      ...node,
      leftOperand: reference,
      rightOperand: ValueNode.create(hashFor(this.#keys, table.name, named.column, value)),
    };
  }
}
