/** Comma-separated values (RFC 4180) with the place of every cell; semicolons and tabs separate too, where the first line uses them. */

export type Cell = { readonly text: string; readonly line: number; readonly column: number };
export type CsvRow = { readonly line: number; readonly cells: readonly Cell[] };
export type CsvText = {
  readonly rows: readonly CsvRow[];
  /** A quotation mark that nothing closes: the rows end before it. */
  readonly unclosed?: Pick<Cell, 'line' | 'column'>;
};

export function parseCsv(given: string): CsvText {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: Cell[] = [];
  let [at, line, lineStart] = [0, 1, 0];
  while (at <= text.length) {
    const place = { line, column: at - lineStart + 1 };
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    if (quoted === 'unclosed') return { rows, unclosed: place };
    const end = endOf(text, quoted?.end ?? at, separator);
    const value = quoted === undefined ? text.slice(at, end) : quoted.text + text.slice(quoted.end, end);
    cells.push({ text: value.replace(/\r$/, '').trim(), ...place });
    for (const mark of text.slice(at, end).matchAll(/\n/g)) {
      line += 1;
      lineStart = at + mark.index + 1;
    }
    at = end + 1;
    if (text[end] === separator) continue;
    const [first] = cells;
    if (first !== undefined && (cells.length > 1 || first.text !== ''))
      rows.push({ line: first.line, cells });
    cells = [];
    line += 1;
    lineStart = at;
  }
  return { rows };
}

function endOf(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return end;
}

function readQuoted(
  text: string,
  from: number,
): { readonly text: string; readonly end: number } | 'unclosed' {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return { text: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
    at += 1;
  }
  return 'unclosed';
}

/** The one that stands most often in the first line. */
function separatorOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string): number => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
