/** `table`: true when some row satisfies `where`. A table is complete: what is in no row is not in the law. */
import { literalDay } from '../language/literals.ts';
import type { Node, Scalar } from '../language/nodes.ts';
import { type CompiledLeaf, type Place, sortedUnion } from './compiled-node.ts';
import { withRow } from './frame.ts';
import { codeSlot } from './layout.ts';
import { FULL, known, reasonsOf, strengthOf, T, truthOf, U, unknown } from './packed.ts';

type TableNode = Extract<Node, { table: unknown }>['table'];

export function compileTable({ name, where }: TableNode, place: Place): CompiledLeaf {
  const { compiler, grade } = place;
  const table = compiler.law.tables.get(name);
  if (table === undefined) throw new Error(`No table ${name}; lint refuses the pack.`);
  const columns = Object.keys(table.columns);
  const test = compiler.compileTest(where, { ...place, columns });
  const rows = table.rows.map((row) =>
    columns.map((column) => cellNumber(row[column], table.columns[column], place)),
  );
  return {
    missing: (frame) =>
      sortedUnion(
        rows
          .filter((row) => truthOf(withRow(frame, row, test.evaluate)) === U)
          .map((row) => withRow(frame, row, test.missing)),
      ),
    evaluate: (frame) => {
      let [open, reasons, strongest, weakest] = [0, 0, 0, FULL];
      for (const row of rows) {
        const packed = withRow(frame, row, test.evaluate);
        const truth = truthOf(packed);
        const strength = strengthOf(packed) === 0 ? FULL : strengthOf(packed);
        if (truth === T) strongest = Math.max(strongest, strength);
        else if (truth === U) {
          open += 1;
          reasons |= reasonsOf(packed);
        } else weakest = Math.min(weakest, strength);
      }
      if (strongest > 0) return known(true, strongest, grade);
      return open > 0 ? unknown(reasons) : known(false, weakest, grade);
    },
  };
}

function cellNumber(
  cell: Scalar | null | undefined,
  type: string | undefined,
  { compiler: { layout } }: Place,
): number | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (type === 'day') return literalDay(String(cell));
  return typeof cell === 'string' ? codeSlot(cell, layout) : Number(cell);
}
