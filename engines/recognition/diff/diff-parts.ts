/** Every difference between two parts of a pack, down to single values. Nothing is passed over: no difference means the same JSON. */
import type { Node } from '../language/nodes.ts';
import { isRecord } from '../schema/check.ts';
import type { Path } from '../schema/problem.ts';
import { align, nameOfPart, textOf } from './align.ts';
import { diffNodes } from './diff-nodes.ts';
import { between, type Difference } from './difference.ts';

export function diffParts(before: unknown, after: unknown, at: Path = []): readonly Difference[] {
  if (before === after || textOf(before) === textOf(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, at);
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after, at);
  return [between(before, after, at)];
}

function diffRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  at: Path,
): readonly Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    key === 'when' && isRecord(before[key]) && isRecord(after[key])
      ? diffNodes(before[key] as unknown as Node, after[key] as unknown as Node, [...at, key])
      : diffParts(before[key], after[key], [...at, key]),
  );
}

function diffLists(before: readonly unknown[], after: readonly unknown[], at: Path): readonly Difference[] {
  const { pairs, removed, added, moved } = align(before, after, [textOf, wordingOf, versionOf, nameOfPart]);
  const here = (value: unknown, index: number): Path => [...at, partLabel(value) ?? index];
  return [
    ...pairs.flatMap((pair) =>
      diffParts(pair.before.value, pair.after.value, here(pair.after.value, pair.after.index)),
    ),
    ...removed.map(({ value, index }) => between(value, undefined, here(value, index))),
    ...added.map(({ value, index }) => between(undefined, value, here(value, index))),
    ...(moved ? [{ kind: 'moved', at, before, after } as const] : []),
  ];
}

/** A wording of a version of a rule: the same version may have been recorded twice. */
function wordingOf(value: unknown): string | undefined {
  if (!isRecord(value) || value['when'] === undefined) return undefined;
  return `${String(value['version'])} recorded ${String(value['recordedAt'])}`;
}

const versionOf = (value: unknown): string | undefined =>
  isRecord(value) && value['when'] !== undefined ? String(value['version']) : undefined;

function partLabel(value: unknown): string | undefined {
  const version = versionOf(value);
  if (version !== undefined) return version;
  return typeof value === 'string' ? value : nameOfPart(value)?.replace(/^\S+ /, '');
}
