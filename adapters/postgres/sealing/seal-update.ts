import type { PersonKeys } from '@testamur/services/privacy';
import type { UpdateQueryNode } from 'kysely';
import { sealUpdates } from './seal-insert.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { equalitiesOf, tablesOf } from './walk-nodes.ts';

/** A sealed column is set in one row, which the statement names by its whole key; in a tenant of a person the tenant is the owner. */
export function sealUpdate(keys: PersonKeys, node: UpdateQueryNode): UpdateQueryNode {
  const table = SEALED_TABLES.get(tablesOf(node)[0]?.table ?? '');
  if (!table || !node.updates) return node;
  const named = equalitiesOf(node.where);
  // Own tenants: the database holds person_id = organisation_id there by a constraint.
  const isOwn = table.owner === 'person_id' && !table.key.includes('person_id');
  const row = (column: string) =>
    named.get(column) ?? (isOwn && column === 'person_id' ? named.get('organisation_id') : undefined);
  return { ...node, updates: sealUpdates(keys, table, node.updates, row) };
}
