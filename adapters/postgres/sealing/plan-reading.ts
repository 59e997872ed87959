import type { OperationNode, RootOperationNode } from 'kysely';
import { SEALED_TABLES, type SealedTable } from './sealed-tables.ts';
import { columnName, equalitiesOf, type TableInScope, tablesOf } from './walk-nodes.ts';

/** One sealed column of a result: under which name it comes, and where the parts of its row's key are found: in the result or in the conditions. */
export type Reading = {
  readonly table: string;
  readonly column: string;
  readonly as: 'text' | 'json';
  readonly result: string;
  readonly key: readonly KeyPart[];
};
export type KeyPart = { readonly result: string } | { readonly value: string };

/** What a statement will give back that is sealed. */
export function planReading(root: RootOperationNode): readonly Reading[] {
  const tables = tablesOf(root);
  const selections = selectionsOf(root);
  if (selections.length === 0) return [];
  const isOnlyOne = tables.length === 1;
  const named = isOnlyOne && 'where' in root ? equalitiesOf(root.where) : new Map<string, unknown>();
  return tables.flatMap((scope) => {
    const table = SEALED_TABLES.get(scope.table);
    return table ? readOne(table, listResults(selections, scope, isOnlyOne), named) : [];
  });
}

function readOne(
  table: SealedTable,
  results: Results,
  named: ReadonlyMap<string, unknown>,
): readonly Reading[] {
  const sealed = Object.entries(table.columns).flatMap(([column, as]) => {
    const result = results(column);
    return result === undefined ? [] : [{ column, as, result }];
  });
  if (sealed.length === 0) return [];
  const key = table.key.flatMap((column): readonly KeyPart[] => {
    const result = results(column);
    if (result !== undefined) return [{ result }];
    const value = named.get(column);
    return typeof value === 'string' ? [{ value }] : [];
  });
  if (key.length < table.key.length)
    throw new Error(
      `${table.name}.${sealed[0]?.column} is sealed: select ${table.key.join(', ')} of its row with it.`,
    );
  return sealed.map((one) => ({ table: table.name, ...one, key }));
}

function selectionsOf(root: RootOperationNode): readonly OperationNode[] {
  if (root.kind === 'SelectQueryNode') return (root.selections ?? []).map((one) => one.selection);
  if (root.kind === 'InsertQueryNode' || root.kind === 'UpdateQueryNode' || root.kind === 'DeleteQueryNode')
    return (root.returning?.selections ?? []).map((one) => one.selection);
  return [];
}

type Results = (column: string) => string | undefined;

/** Under which name a column of one table comes back, if it does. */
function listResults(selections: readonly OperationNode[], scope: TableInScope, isOnlyOne: boolean): Results {
  return (column) => {
    for (const selection of selections) {
      const aliased = selection.kind === 'AliasNode' ? (selection as AliasLike) : undefined;
      const found = columnName(aliased?.node ?? selection);
      if (!found || !(found.table === undefined ? isOnlyOne : found.table === scope.name)) continue;
      if (found.column === '*') return column;
      if (found.column === column) return aliased?.alias.name ?? column;
    }
    return undefined;
  };
}

type AliasLike = OperationNode & { readonly node: OperationNode; readonly alias: { readonly name: string } };
