/** Which entry of one list is which of another: the equal ones first, then those of the same name, the rest came or went. */
import { canonicalise, expectOk } from '../../kernel/index.ts';
import { isRecord } from '../schema/check.ts';

export type Aligned<T> = {
  readonly pairs: readonly { readonly before: Placed<T>; readonly after: Placed<T> }[];
  readonly removed: readonly Placed<T>[];
  readonly added: readonly Placed<T>[];
  /** Those that stayed stand in another order. */
  readonly moved: boolean;
};
export type Placed<T> = { readonly value: T; readonly index: number };

/** By names in the order in which they are tried; undefined is no name. Names that are not unique pair in their order. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  namings: readonly ((value: T) => string | undefined)[],
): Aligned<T> {
  let [left, right] = [placed(before), placed(after)];
  const pairs: { before: Placed<T>; after: Placed<T> }[] = [];
  for (const nameOf of namings) {
    const waiting = new Map<string, Placed<T>[]>();
    for (const each of right) {
      const name = nameOf(each.value);
      if (name !== undefined) waiting.set(name, [...(waiting.get(name) ?? []), each]);
    }
    const unpaired = left.filter((each) => {
      const name = nameOf(each.value);
      const found = name === undefined ? undefined : waiting.get(name)?.shift();
      if (found !== undefined) pairs.push({ before: each, after: found });
      return found === undefined;
    });
    const taken = new Set(pairs.map((pair) => pair.after.index));
    [left, right] = [unpaired, right.filter(({ index }) => !taken.has(index))];
  }
  pairs.sort((a, b) => a.after.index - b.after.index);
  const moved = pairs.some((pair, at) => at > 0 && pair.before.index < (pairs[at - 1]?.before.index ?? 0));
  return { pairs, removed: left, added: right, moved };
}

const placed = <T>(values: readonly T[]): readonly Placed<T>[] =>
  values.map((value, index) => ({ value, index }));

/** The same text for the same JSON, whatever the order of its members; members that are undefined are none. Packs do not change. */
export function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const held = TEXTS.get(value);
  if (held !== undefined) return held;
  const text = expectOk(canonicalise(JSON.parse(JSON.stringify(value))), 'a part of a pack');
  TEXTS.set(value, text);
  return text;
}

const TEXTS = new WeakMap<object, string>();

const NAMES = ['id', 'rule', 'route', 'step', 'table', 'source', 'code', 'fact', 'list'] as const;

/** What a part of a pack is called by: its id, or what it points at; a row of a table, by its first cell. */
export function nameOfPart(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const key = NAMES.find((each) => typeof value[each] === 'string');
  if (key !== undefined) return `${key} ${String(value[key])}`;
  const [first] = Object.entries(value);
  return first === undefined || typeof first[1] === 'object' ? undefined : `${first[0]} ${String(first[1])}`;
}
