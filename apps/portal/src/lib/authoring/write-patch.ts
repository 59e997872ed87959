/** A change of one text file as a unified diff that `git apply` takes. */

export type FileChange = { readonly path: string; readonly before: string; readonly after: string };

const CONTEXT = 3;
const NO_NEWLINE = '\\ No newline at end of file';

/** The change is told as one block, from the first line that differs to the last. Nothing where nothing differs. */
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
    ...old.slice(first, oldEnd).map((line) => `-${line}`),
    ...now.slice(first, nowEnd).map((line) => `+${line}`),
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
