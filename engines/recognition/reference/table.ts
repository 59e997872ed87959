/** `table`: true when some row satisfies `where`. A table is complete: what is in no row is not in the law. */
import type { Node } from '../language/nodes.ts';
import { combineAny } from './logic.ts';
import type { LeafAnswer, Outcome } from './outcome.ts';
import type { Scope } from './scope.ts';

export function evaluateTable(
  { name, where }: { readonly name: string; readonly where: Node },
  scope: Scope,
): LeafAnswer {
  const table = scope.law.tables.get(name);
  if (table === undefined) throw new Error(`No table ${name}; lint refuses the pack.`);
  const rows = table.rows.map(
    (row, index): Outcome =>
      scope.interpreter.evaluateNode(
        where,
        { ...scope, row, tried: scope.tried ?? new Map() },
        `${name}/${index}`,
      ),
  );
  const applicable = rows.map(
    (row): Outcome =>
      row.truth === 'notApplicable'
        ? { ...row, truth: 'false', standing: 'final', strength: row.strength ?? 4 }
        : row,
  );
  const combined = combineAny(applicable);
  if (combined.truth === 'unknown')
    return { truth: 'unknown', reasons: combined.reasons, missing: combined.missing };
  return { truth: combined.truth === 'true' ? 'true' : 'false', strength: combined.strength ?? 4 };
}
