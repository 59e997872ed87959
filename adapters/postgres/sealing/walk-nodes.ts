import type { OperationNode, RootOperationNode } from 'kysely';

export type TableInScope = { readonly table: string; readonly name: string };
export type ColumnNamed = { readonly table: string | undefined; readonly column: string };

type Loose = OperationNode & Readonly<Record<string, unknown>>;
const part = (node: OperationNode | undefined, name: string): Loose | undefined =>
  (node as Loose | undefined)?.[name] as Loose | undefined;

/** The tables that a statement reads or writes at its own level, with the names that they have in it. */
export function tablesOf(root: RootOperationNode): readonly TableInScope[] {
  const loose = root as Loose;
  const froms = (part(loose, 'from')?.['froms'] ?? []) as readonly OperationNode[];
  const joins = ((loose['joins'] ?? []) as readonly OperationNode[]).map((join) => part(join, 'table'));
  return [part(loose, 'into'), part(loose, 'table'), ...froms, ...joins].flatMap((node) => nameTable(node));
}

function nameTable(node: OperationNode | undefined): readonly TableInScope[] {
  if (node?.kind === 'AliasNode') {
    const alias = part(node, 'alias')?.['name'];
    return nameTable(part(node, 'node')).map(({ table }) => ({ table, name: String(alias) }));
  }
  if (node?.kind !== 'TableNode') return [];
  const table = String(part(part(node, 'table'), 'identifier')?.['name']);
  return [{ table, name: table }];
}

/** The column that a node names; `*` for all. */
export function columnName(node: OperationNode | undefined): ColumnNamed | undefined {
  if (node?.kind === 'SelectAllNode') return { table: undefined, column: '*' };
  if (node?.kind === 'ColumnNode')
    return { table: undefined, column: String(part(node, 'column')?.['name']) };
  if (node?.kind !== 'ReferenceNode') return undefined;
  const inner = columnName(part(node, 'column'));
  const table = nameTable(part(node, 'table'))[0]?.name;
  return inner && { table, column: inner.column };
}

/** What `column = value` says in the conditions that must all hold. */
export function equalitiesOf(node: OperationNode | undefined): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (one: OperationNode | undefined): void => {
    if (one === undefined) return;
    if (one.kind === 'WhereNode') return visit(part(one, 'where'));
    if (one.kind === 'ParensNode') return visit(part(one, 'node'));
    if (one.kind === 'AndNode') {
      visit(part(one, 'left'));
      return visit(part(one, 'right'));
    }
    if (one.kind !== 'BinaryOperationNode' || part(one, 'operator')?.['operator'] !== '=') return;
    const column = columnName(part(one, 'leftOperand'))?.column;
    const value = part(one, 'rightOperand');
    if (column !== undefined && value?.kind === 'ValueNode') found.set(column, value['value']);
  };
  visit(node);
  return found;
}
