/** A table for a screen. Columns are as wide as their longest cell while there is room; then the widest are wrapped; a screen too narrow gets a list. */
import { cleanText, wrapText } from './wrap.ts';

export type Cell = { readonly text: string; readonly paint?: (text: string) => string };
type Row = readonly Cell[];

const GAP = '  ';
/** A column is not made narrower than this: one word to a line reads badly. */
const NARROWEST = 14;

export function drawTable(head: readonly string[], rows: readonly Row[], width: number): string {
  const cells = rows.map((row) => row.map((cell) => ({ ...cell, text: cleanText(cell.text) })));
  const natural = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => row[column]?.text.length ?? 0)),
  );
  const widths = fitWidths(natural, width - GAP.length * (head.length - 1));
  if (widths === undefined) return drawList(head, cells);
  const rule = '─'.repeat(widths.reduce((sum, each) => sum + each, GAP.length * (head.length - 1)));
  const draw = (row: Row): string => drawRow(row, widths);
  return [draw(head.map((text) => ({ text }))), rule, ...cells.map(draw)].join('\n');
}

/** Takes from the widest column, one by one, until they fit. */
function fitWidths(natural: readonly number[], width: number): readonly number[] | undefined {
  const widths = [...natural];
  for (let over = widths.reduce((sum, each) => sum + each, 0) - width; over > 0; over -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) return undefined;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function drawRow(row: Row, widths: readonly number[]): string {
  const lines = row.map(({ text }, column) => wrapText(text, widths[column] ?? NARROWEST));
  const height = Math.max(...lines.map((each) => each.length));
  return Array.from({ length: height }, (_, index) =>
    row
      .map(({ paint }, column) => {
        const padded = (lines[column]?.[index] ?? '').padEnd(
          column === row.length - 1 ? 0 : (widths[column] ?? 0),
        );
        return paint === undefined || padded.trim() === '' ? padded : paint(padded);
      })
      .join(GAP)
      .trimEnd(),
  ).join('\n');
}

/** One cell below the other, the first without its heading. */
function drawList(head: readonly string[], rows: readonly Row[]): string {
  const show = ({ text, paint }: Cell): string => (paint === undefined ? text : paint(text));
  const lines = (row: Row): readonly string[] =>
    row.flatMap((cell, column) => {
      if (cell.text === '') return [];
      return [column === 0 ? show(cell) : `  ${head[column] ?? ''}: ${show(cell)}`];
    });
  return rows.map((row) => lines(row).join('\n')).join('\n');
}
