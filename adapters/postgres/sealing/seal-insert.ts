import type { PersonKeys } from '@testamur/services/privacy';
import {
  ColumnNode,
  ColumnUpdateNode,
  type InsertQueryNode,
  type OperationNode,
  PrimitiveValueListNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
} from 'kysely';
import { lookupOf, type RowGiven, sealValue } from './seal-value.ts';
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts';
import { columnName, tablesOf } from './walk-nodes.ts';

/** Rows are sealed one by one; a search column is added behind the others. */
export function sealInsert(keys: PersonKeys, node: InsertQueryNode): InsertQueryNode {
  const table = SEALED_TABLES.get(tablesOf(node)[0]?.table ?? '');
  if (!table) return node;
  const names = (node.columns ?? []).map((column) => column.column.name);
  if (!names.some((name) => name in table.columns)) return node;
  if (!node.values || !ValuesNode.is(node.values))
    throw new Error(`${table.name} has sealed columns: insert values into it, not a query.`);
  const looked = names.filter((name) => name in table.lookups);
  const rows = node.values.values.map((row) =>
    PrimitiveValueListNode.is(row) ? row.values : row.values.map((one) => plainOf(one, table)),
  );
  const given =
    (row: readonly unknown[]): RowGiven =>
    (column) =>
      row[names.indexOf(column)];
  const sealed = rows.map((row) => [
    ...row.map((value, index) => {
      const column = names[index] ?? '';
      return column in table.columns ? sealValue(keys, { table, column, row: given(row) }, value) : value;
    }),
    ...looked.map((column) => lookupOf(keys, table, column, given(row)(column))?.value),
  ]);
  const conflict = node.onConflict && sealConflict(keys, table, node.onConflict, rows.map(given));
  return {
    ...node,
    columns: [...(node.columns ?? []), ...looked.map((name) => ColumnNode.create(table.lookups[name] ?? ''))],
    values: ValuesNode.create(sealed.map(listOf)),
    ...(conflict ? { onConflict: conflict } : {}),
  };
}

/** A value that the database itself works out stays a node; a sealed column takes none. */
const plainOf = (node: OperationNode, table: SealedTable): unknown => {
  if (ValueNode.is(node)) return node.value;
  if (node.kind === 'DefaultInsertValueNode') return undefined;
  throw new Error(`${table.name} has sealed columns: insert plain values into it.`);
};

const listOf = (row: readonly unknown[]) =>
  row.includes(undefined)
    ? ValueListNode.create(
        row.map((value) =>
          value === undefined
            ? ({ kind: 'DefaultInsertValueNode' } as OperationNode)
            : ValueNode.create(value),
        ),
      )
    : PrimitiveValueListNode.create(row);

/** `ON CONFLICT … DO UPDATE` writes the row whose key was given. */
function sealConflict(
  keys: PersonKeys,
  table: SealedTable,
  conflict: NonNullable<InsertQueryNode['onConflict']>,
  rows: readonly RowGiven[],
): NonNullable<InsertQueryNode['onConflict']> {
  const updates = conflict.updates ?? [];
  const touched = updates.filter((one) => (columnName(one.column)?.column ?? '') in table.columns);
  if (touched.length === 0) return conflict;
  const [row] = rows;
  if (rows.length !== 1 || !row)
    throw new Error(`${table.name} has sealed columns: upsert one row at a time.`);
  return { ...conflict, updates: sealUpdates(keys, table, updates, row) };
}

/** Each column that is set, sealed where it has to be, with its search column beside it. */
export function sealUpdates(
  keys: PersonKeys,
  table: SealedTable,
  updates: readonly ColumnUpdateNode[],
  row: RowGiven,
): readonly ColumnUpdateNode[] {
  return updates.flatMap((update) => {
    const column = columnName(update.column)?.column ?? '';
    if (!(column in table.columns)) return [update];
    if (!ValueNode.is(update.value)) throw new Error(`${table.name}.${column} is sealed: set a plain value.`);
    const { value } = update.value;
    const lookup = lookupOf(keys, table, column, value);
    return [
      ColumnUpdateNode.create(
        update.column,
        ValueNode.create(sealValue(keys, { table, column, row }, value)),
      ),
      ...(lookup
        ? [ColumnUpdateNode.create(ColumnNode.create(lookup.column), ValueNode.create(lookup.value))]
        : []),
    ];
  });
}
