/** A change of one text file as a unified diff that `git apply` takes. */

export type FileChange = { readonly path: string; readonly before: string; readonly after: string };

const CONTEXT = 3;
const NO_NEWLINE = '\\ No newline at end of file';

/** One block, from the first line that differs to the last. Nothing where nothing differs. */
export function writePatch({ path, before, after }: FileChange): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const first = countSame(old, now);
  const same = Math.min(
    countSame(old.slice(first).toReversed(), now.slice(first).toReversed()),
    Math.min(old.length, now.length) - first,
  );
  const start = Math.max(0, first - CONTEXT);
  const trail = Math.min(CONTEXT, same);
  const [oldEnd, nowEnd] = [old.length - same, now.length - same];
  const lines = [
    ...old.slice(start, first).map((line) => ` ${line}`),
    ...alignLines(old.slice(first, oldEnd), now.slice(first, nowEnd)),
    ...old.slice(oldEnd, oldEnd + trail).map((line) => ` ${line}`),
  ];
  return [
    `diff --git a/${path} b/${path}`,
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${rangeOf(start, oldEnd + trail)} +${rangeOf(start, nowEnd + trail)} @@`,
    ...lines.map(endLine),
    '',
  ].join('\n');
}

/** Lines that both have stay; by the longest sequence of them. */
function alignLines(old: readonly string[], now: readonly string[]): readonly string[] {
  const length = old.map(() => new Uint32Array(now.length + 1));
  length.push(new Uint32Array(now.length + 1));
  const at = (row: number, column: number): number => length[row]?.[column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      (length[row] as Uint32Array)[column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const told: string[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const isSame = row < old.length && old[row] === now[column];
    const isGone = row < old.length && (column === now.length || at(row + 1, column) >= at(row, column + 1));
    told.push(isSame ? ` ${old[row]}` : isGone ? `-${old[row]}` : `+${now[column]}`);
    if (isSame || isGone) row += 1;
    if (isSame || !isGone) column += 1;
  }
  return told;
}

/** Each with its newline, so that a last line without one is another line than the same with it. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const endLine = (line: string): string =>
  line.endsWith('\n') ? line.slice(0, -1) : `${line}\n${NO_NEWLINE}`;

/** Lines are counted from 1; a range without lines names the one before it. */
const rangeOf = (start: number, end: number): string =>
  end === start ? `${start},0` : `${start + 1},${end - start}`;

function countSame(a: readonly string[], b: readonly string[]): number {
  const differ = a.findIndex((line, index) => line !== b[index]);
  return differ === -1 ? a.length : differ;
}
