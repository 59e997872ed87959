/** A table for a screen: columns as wide as their longest cell, the last one wrapped into what is left. Too narrow a screen gets a list. */
import { cleanText, wrapText } from './wrap.ts';

export type Cell = { readonly text: string; readonly paint?: (text: string) => string };
type Row = readonly Cell[];

const GAP = '  ';
const LEAST_LAST = 16;

export function drawTable(head: readonly string[], rows: readonly Row[], width: number): string {
  const texts = [head, ...rows.map((row) => row.map((cell) => cleanText(cell.text)))];
  const widths = head
    .slice(0, -1)
    .map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const taken = widths.reduce((sum, each) => sum + each + GAP.length, 0);
  if (width - taken < LEAST_LAST) return drawList(head, rows);
  const last = Math.min(width - taken, Math.max(...texts.map((row) => row.at(-1)?.length ?? 0)));
  const draw = (row: Row): string => drawRow(row, widths, last);
  return [draw(head.map((text) => ({ text }))), '─'.repeat(taken + last), ...rows.map(draw)].join('\n');
}

function drawRow(row: Row, widths: readonly number[], last: number): string {
  const start = row.slice(0, -1).map(({ text, paint }, column) => {
    const padded = cleanText(text).padEnd(widths[column] ?? 0);
    return paint === undefined ? padded : paint(padded);
  });
  const end = row.at(-1);
  const indent = ' '.repeat(widths.reduce((sum, each) => sum + each + GAP.length, 0));
  const [first = '', ...more] = wrapText(end?.text ?? '', last).map((line) =>
    end?.paint === undefined ? line : end.paint(line),
  );
  return [[...start, first].join(GAP).trimEnd(), ...more.map((line) => indent + line)].join('\n');
}

/** One cell below the other, the first without its heading. */
function drawList(head: readonly string[], rows: readonly Row[]): string {
  const show = ({ text, paint }: Cell): string =>
    paint === undefined ? cleanText(text) : paint(cleanText(text));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? show(cell) : `  ${head[column] ?? ''}: ${show(cell)}`))
        .filter((_, column) => row[column]?.text !== '')
        .join('\n'),
    )
    .join('\n');
}
