/** What changed in a condition: branch by branch, by the ids of nodes where there are some, down to the literal that moved. */
import type { Node } from '../language/nodes.ts';
import { insideList, type Place } from '../language/walk-nodes.ts';
import { operatorOf } from '../operators/index.ts';
import { isRecord } from '../schema/check.ts';
import type { Path } from '../schema/problem.ts';
import { align, textOf } from './align.ts';
import { between, type Difference } from './difference.ts';

const FRAME = ['id', 'label', 'cite', 'cure', 'waiver'] as const;
type Parts = Readonly<Record<string, unknown>>;

export function diffNodes(before: Node, after: Node, at: Path, place: Place = {}): readonly Difference[] {
  if (textOf(before) === textOf(after)) return [];
  const inside = { before, after, place };
  const mark = (differences: readonly Difference[]): readonly Difference[] =>
    differences.map((each) => (each.inside === undefined ? { ...each, inside } : each));
  const [old, now] = [before as unknown as Parts, after as unknown as Parts];
  const frame = FRAME.flatMap((key) => diffValues(old[key], now[key], [...at, key], place));
  if (formOf(before) !== formOf(after)) return mark([...frame, { kind: 'changed', at, before, after }]);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)].filter((key) => !isFrame(key)));
  const body = [...keys].flatMap((key) =>
    diffValues(old[key], now[key], [...at, key], placeInside(after, place)),
  );
  return mark([...frame, ...body]);
}

const isFrame = (key: string): boolean => (FRAME as readonly string[]).includes(key);

/** Two nodes of one form differ in values; two of different forms ask different things. */
function formOf(node: Node): string {
  const name = operatorOf(node).name;
  if (!('fact' in node)) return name;
  const asked = Object.keys(node).filter((key) => key !== 'fact' && !isFrame(key));
  return `${name} ${node.fact} ${asked.join()}`;
}

/** What `its` means in the conditions that a list operator holds. */
function placeInside(node: Node, place: Place): Place {
  const body = Object.values(node).find((value) => isRecord(value) && typeof value['list'] === 'string');
  if (isRecord(body)) return insideList(String(body['list']), place);
  return 'table' in node ? { ...place, table: node.table.name } : place;
}

/** Conditions are compared as conditions wherever they stand; all else value by value. */
function diffValues(before: unknown, after: unknown, at: Path, place: Place): readonly Difference[] {
  if (textOf(before) === textOf(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, at, place);
  if (isNode(before) && isNode(after)) return diffNodes(before, after, at, place);
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => diffValues(before[key], after[key], [...at, key], place));
  }
  return [between(before, after, at)];
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  at: Path,
  place: Place,
): readonly Difference[] {
  const { pairs, removed, added, moved } = align(before, after, [idOf, textOf, formIn, topicOf]);
  const here = (value: unknown, index: number): Path => [...at, labelOf(value) ?? index];
  const inside = (which: 'before' | 'after', value: unknown) =>
    isNode(value) ? { inside: { [which]: value, place } } : {};
  return [
    ...pairs.flatMap((pair) =>
      diffValues(pair.before.value, pair.after.value, here(pair.after.value, pair.after.index), place),
    ),
    ...removed.map(({ value, index }) => ({
      ...between(value, undefined, here(value, index)),
      ...inside('before', value),
    })),
    ...added.map(({ value, index }) => ({
      ...between(undefined, value, here(value, index)),
      ...inside('after', value),
    })),
    ...(moved ? [{ kind: 'moved', at, before, after } as const] : []),
  ];
}

/** A day may be `{ fact: … }`, which is no condition. */
export const isNode = (value: unknown): value is Node => {
  // `{ list, where, atLeast }` is what a list operator holds.
  if (!isRecord(value) || 'list' in value) return false;
  const keys = Object.keys(value).filter((key) => !isFrame(key));
  if (keys.length === 1 && keys[0] === 'fact') return false;
  return keys.some((key) => OPERATOR_KEYS.has(key));
};

const OPERATOR_KEYS = new Set(
  (
    'fact all any not atLeast exactly if unless withinPeriod asOf some every count sumDuration examWindow table rule ' +
    'notResearched'
  ).split(' '),
);

const idOf = (value: unknown): string | undefined =>
  isNode(value) && value.id !== undefined ? value.id : undefined;
const formIn = (value: unknown): string | undefined => (isNode(value) ? formOf(value) : undefined);

/** Another comparison of the same fact, or the same kind of question about the same list or rule. */
function topicOf(value: unknown): string | undefined {
  if (!isNode(value)) return isRecord(value) && 'source' in value ? String(value['source']) : undefined;
  if ('fact' in value) return `fact ${value.fact}`;
  const body = Object.values(value).find((part) => isRecord(part) && typeof part['list'] === 'string');
  return isRecord(body) ? `list ${String(body['list'])}` : undefined;
}

const labelOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  return isNode(value)
    ? value.id
    : isRecord(value) && 'source' in value
      ? String(value['source'])
      : undefined;
};
