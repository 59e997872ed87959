/** Which entries of a list match, compiled. */
import type { ListSelection, Node } from '../language/nodes.ts';
import { type CompiledNode, type Place, sortedUnion } from './compiled-node.ts';
import { codeSlot, type EntryFrame, type Frame, fieldSlot, KNOWN, listSlot } from './frame.ts';
import { F, N, NOT_SAID, reasonsOf, strengthOf, T, truthOf, U } from './packed.ts';

export type Found = {
  readonly entries: readonly EntryFrame[];
  /** By entry: true, false or unknown; not applicable counts as false. */
  readonly truths: readonly number[];
  /** By entry: of what decided; 4 where nothing was read. */
  readonly strengths: readonly number[];
  readonly more: boolean;
  readonly strength: number;
  readonly reasons: number;
  readonly sure: number;
  readonly open: number;
};

export type Selection = {
  readonly list: string;
  readonly find: (frame: Frame) => Found;
  readonly missing: (frame: Frame) => readonly string[];
  /** Names of a day field that is not one day, over the entries that may match. */
  readonly vagueField: (frame: Frame, slot: number, field: string) => readonly string[];
  /** The names of what is missing in one entry's `where`. */
  readonly missingIn: (frame: Frame, entry: EntryFrame) => readonly string[];
};

/** Evaluates something with an entry as `its`, and puts back what was there. */
export function withEntry<R>(frame: Frame, entry: EntryFrame, evaluate: (frame: Frame) => R): R {
  const { its, outer } = frame;
  frame.outer = its;
  frame.its = entry;
  const result = evaluate(frame);
  frame.its = its;
  frame.outer = outer;
  return result;
}

export function innerPlace(list: string, place: Place): Place {
  const { list: enclosing, outerList: _gone, ...rest } = place;
  return { ...rest, list, ...(enclosing === undefined ? {} : { outerList: enclosing }) };
}

export function compileSelection({ list, where }: ListSelection, place: Place): Selection {
  const { layout } = place.compiler;
  const slot = listSlot(list, layout);
  const test =
    where === undefined ? undefined : place.compiler.compileNode(where, innerPlace(list, place), '');
  const keys = where === undefined ? undefined : compileKeys(where, list, place);
  const find = (frame: Frame): Found => findIn(frame, slot, test, keys);
  const missingIn = (frame: Frame, entry: EntryFrame): readonly string[] =>
    test === undefined ? [] : withEntry(frame, entry, test.missing);
  return {
    list,
    find,
    missingIn,
    missing: (frame) => {
      const found = find(frame);
      const open = found.entries
        .filter((_, index) => found.truths[index] === U)
        .map((entry) => missingIn(frame, entry));
      return sortedUnion([...open, found.more ? nameList(list, keys?.(frame), frame, slot, place) : []]);
    },
    vagueField: (frame, field, name) => {
      const found = find(frame);
      return found.entries
        .filter((entry, index) => found.truths[index] !== F && !isOneDay(entry, field))
        .map((entry) => `${list}/${entry.id}.${name}`);
    },
  };
}

const isOneDay = ({ slots }: EntryFrame, slot: number): boolean =>
  slots.state[slot] === KNOWN && slots.lo[slot] === slots.hi[slot];

function findIn(frame: Frame, slot: number, test: CompiledNode | undefined, keys: Keys | undefined): Found {
  const list = frame.lists[slot];
  const entries = list?.entries ?? [];
  const truths: number[] = [];
  const strengths: number[] = [];
  let [strength, reasons, sure, open] = [4, 0, 0, 0];
  for (const entry of entries) {
    const packed = test === undefined ? T | (4 << 4) : withEntry(frame, entry, test.evaluate);
    const truth = truthOf(packed) === N ? F : truthOf(packed);
    const own = strengthOf(packed) === 0 ? 4 : strengthOf(packed);
    truths.push(truth);
    strengths.push(own);
    if (truth === U) {
      reasons |= reasonsOf(packed);
      open += 1;
      continue;
    }
    if (truth === T) sure += 1;
    strength = Math.min(strength, own);
  }
  const more = !(list?.complete ?? false) && !isCovered(keys?.(frame), list?.completeFor);
  if (more) reasons |= NOT_SAID;
  else strength = Math.min(strength, list?.strength ?? 1);
  return { entries, truths, strengths, more, strength, reasons, sure, open };
}

function isCovered(keys: readonly Key[] | undefined, completeFor: ReadonlySet<number> | undefined): boolean {
  return keys !== undefined && completeFor !== undefined && keys.every((key) => completeFor.has(key.number));
}

type Key = { readonly number: number; readonly code: string };
/** The codes of the list's key that `where` fixes, where it fixes any. */
type Keys = (frame: Frame) => readonly Key[] | undefined;

function compileKeys(where: Node, list: string, place: Place): Keys | undefined {
  const key = place.compiler.listKeys.get(list);
  return key === undefined ? undefined : keysOf(where, key, place);
}

function keysOf(where: Node, key: string, place: Place): Keys | undefined {
  if ('all' in where) return firstOf(where.all.map((child) => keysOf(child, key, place)));
  if ('any' in where) return eachOf(where.any.map((child) => keysOf(child, key, place)));
  if (!('fact' in where) || where.fact !== `its.${key}`) return undefined;
  const { layout, law } = place.compiler;
  const keyOf = (code: string): Key => ({ code, number: codeSlot(code, layout) });
  if ('equals' in where) {
    if (typeof where.equals === 'string') {
      const fixed = [keyOf(where.equals)];
      return () => fixed;
    }
    return typeof where.equals === 'object' && where.equals.fact.startsWith('outer.')
      ? outerKey(where.equals.fact.slice('outer.'.length), place)
      : undefined;
  }
  if (!('in' in where)) return undefined;
  const codes = 'group' in where.in ? [...(law.groups.get(where.in.group) ?? [])].sort() : where.in;
  const fixed = codes.map(keyOf);
  return () => fixed;
}

/** `outer` within the selection is the entry that is `its` around it. */
function outerKey(field: string, place: Place): Keys {
  const slot = fieldSlot(place.list ?? '', field, place.compiler.layout);
  return (frame) => {
    const slots = frame.its?.slots;
    if (slots === undefined || slots.state[slot] !== KNOWN) return undefined;
    const value = frame.facts.lists
      .get(place.list ?? '')
      ?.entries.find((entry) => entry.id === frame.its?.id)
      ?.fields.get(field);
    return [{ number: slots.lo[slot] ?? 0, code: value?.state === 'known' ? String(value.value) : '' }];
  };
}

const firstOf = (all: readonly (Keys | undefined)[]): Keys | undefined => {
  const some = all.filter((keys) => keys !== undefined);
  return some.length === 0
    ? undefined
    : (frame) => some.map((keys) => keys(frame)).find((keys) => keys !== undefined);
};

function eachOf(all: readonly (Keys | undefined)[]): Keys | undefined {
  const each = all.filter((keys) => keys !== undefined);
  if (each.length === 0 || each.length < all.length) return undefined;
  return (frame) => {
    const fixed = each.map((keys) => keys(frame));
    return fixed.some((keys) => keys === undefined) ? undefined : (fixed.flat() as readonly Key[]);
  };
}

function nameList(
  list: string,
  keys: readonly Key[] | undefined,
  frame: Frame,
  slot: number,
  place: Place,
): readonly string[] {
  if (keys === undefined) return [list];
  const known = frame.lists[slot]?.completeFor;
  return keys
    .filter((key) => known?.has(key.number) !== true)
    .map((key) => `${list}[${place.compiler.listKeys.get(list)}=${key.code}]`);
}
