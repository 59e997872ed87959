/** What the rules compare some facts with: sets of codes, days, periods. Two codes that are in the same sets are alike to them. */
import type { Node, PreparedLaw, ResolvedRule } from '@testamur/engines/recognition';
import { walkNodes } from '@testamur/engines/recognition';

type Loose = Readonly<Record<string, unknown>>;

/** A node with the rules' tables in reach: what `row.x` means at it. */
export type Placed = { readonly node: Loose; readonly table: string | undefined };

export const nodesOf = (rules: readonly ResolvedRule[]): readonly Placed[] =>
  rules.flatMap(({ versions }) =>
    versions.flatMap(({ when }) =>
      walkNodes(when).map(({ node, place }) => ({ node: node as Node & Loose, table: place.table })),
    ),
  );

/** The other side of a comparison with one of the facts, on whichever side it stands. */
export function comparedWith({ node }: Placed, facts: ReadonlySet<string>): readonly unknown[] {
  const { fact } = node;
  if (typeof fact !== 'string') return [];
  const sides = Object.entries(node).filter(([key]) => COMPARISONS.has(key));
  if (facts.has(fact)) return sides.map(([, side]) => side);
  return sides.filter(([, side]) => facts.has(factIn(side) ?? '')).map(() => ({ fact }));
}

const COMPARISONS = new Set([
  ...['equals', 'notEquals', 'in', 'notIn', 'includes', 'includesAny', 'onlyFrom'],
  ...['onOrAfter', 'after', 'onOrBefore', 'before'],
]);

export function factIn(side: unknown): string | undefined {
  const fact = typeof side === 'object' && side !== null ? (side as Loose)['fact'] : undefined;
  return typeof fact === 'string' ? fact : undefined;
}

/** The codes of one side: a literal, a list, a group on the law date, or each cell of a column by itself. */
export function codeSetsOf(
  side: unknown,
  table: string | undefined,
  { law }: PreparedLaw,
): readonly string[][] {
  if (typeof side === 'string') return [[side]];
  if (Array.isArray(side)) return [side.map(String)];
  const { group } = side as Loose;
  if (typeof group === 'string') return [[...(law.groups.get(group) ?? [])].map(String)];
  return cellsOf(side, table, law).map((cell) => [cell]);
}

/** The cells of the column that a side names. */
export function cellsOf(
  side: unknown,
  table: string | undefined,
  law: PreparedLaw['law'],
): readonly string[] {
  const column = /^row\.(.*)$/.exec(factIn(side) ?? '')?.[1];
  if (column === undefined || table === undefined) return [];
  const rows = law.tables.get(table)?.rows ?? [];
  return [...new Set(rows.flatMap((row) => (row[column] == null ? [] : [String(row[column])])))];
}
