import { isMap, isSeq, type Node, parseDocument } from 'yaml';

/**
 * The text with one more entry at the end of the list at a path, as its author would have written it: nothing else of the text changes.
 * `entry` is YAML of one line. Undefined where the text cannot be read, or holds no list there.
 *
 * @example appendEntry('cite: [a]\n', ['cite'], 'b') // 'cite: [a, b]\n'
 */
export function appendEntry(
  text: string,
  path: readonly (string | number)[],
  entry: string,
): string | undefined {
  const document = parseDocument(text, { version: '1.2' });
  const list = document.errors.length > 0 ? undefined : document.getIn(path, true);
  if (!isSeq(list) || list.range == null) return undefined;
  const [start, end] = list.range;
  if (list.flow === true) {
    const inside = text.slice(start + 1, end - 1).trimEnd();
    const comma = inside.trim() === '' || inside.endsWith(',') ? '' : ',';
    const gap = inside.trim() === '' ? '' : ' ';
    return `${text.slice(0, start + 1)}${inside}${comma}${gap}${entry}${text.slice(start + 1 + inside.length)}`;
  }
  const last = list.items.at(-1) as Node | undefined;
  if (last?.range == null) return undefined;
  const dash = text.lastIndexOf('-', (list.items[0] as Node).range?.[0] ?? start);
  const column = dash - (text.lastIndexOf('\n', dash) + 1);
  const newline = text.indexOf('\n', isMap(last) || isSeq(last) ? last.range[1] - 1 : last.range[1]);
  const at = newline === -1 ? text.length : newline;
  return `${text.slice(0, at)}\n${' '.repeat(column)}- ${entry}${text.slice(at)}`;
}
