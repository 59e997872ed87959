/** Which codes of a list's key a selection fixes: for those the person can say "these are all". `docs/semantics.md` section 10. */
import type { Node } from '../language/nodes.ts';
import type { Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { codeSlot, fieldSlot } from './layout.ts';
import { KNOWN, stateAt } from './slots.ts';

export type Key = { readonly number: number; readonly code: string };
/** Nothing where the key is left open. */
export type Keys = (frame: Frame) => readonly Key[] | undefined;

export function compileKeys(where: Node, list: string, place: Place): Keys | undefined {
  const key = place.compiler.listKeys.get(list);
  return key === undefined ? undefined : keysOf(where, key, place);
}

function keysOf(where: Node, key: string, place: Place): Keys | undefined {
  if ('all' in where) return firstOf(where.all.map((child) => keysOf(child, key, place)));
  if ('any' in where) return eachOf(where.any.map((child) => keysOf(child, key, place)));
  if (!('fact' in where) || where.fact !== `its.${key}`) return undefined;
  if ('equals' in where) return keyOfEquals(where.equals, place);
  if (!('in' in where)) return undefined;
  const { groups } = place.compiler.law;
  return fixed('group' in where.in ? [...(groups.get(where.in.group) ?? [])].sort() : where.in, place);
}

function keyOfEquals(literal: unknown, place: Place): Keys | undefined {
  if (typeof literal === 'string') return fixed([literal], place);
  const fact =
    typeof literal === 'object' && literal !== null && 'fact' in literal ? String(literal.fact) : '';
  return fact.startsWith('outer.') ? outerKey(fact.slice('outer.'.length), place) : undefined;
}

function fixed(codes: readonly string[], { compiler: { layout } }: Place): Keys {
  const keys = codes.map((code) => ({ code, number: codeSlot(code, layout) }));
  return () => keys;
}

/** `outer` within the selection is the entry that is `its` around it. */
function outerKey(field: string, place: Place): Keys {
  const { list = '', compiler } = place;
  const slot = fieldSlot(list, field, compiler.layout);
  return (frame) => {
    const slots = frame.its?.slots;
    if (slots === undefined || stateAt(slots, slot) !== KNOWN) return undefined;
    return [{ number: slots.lo[slot] as number, code: codeIn(frame, list, field) }];
  };
}

function codeIn(frame: Frame, list: string, field: string): string {
  const entries = frame.facts.lists.get(list)?.entries ?? [];
  const value = entries.find((entry) => entry.id === frame.its?.id)?.fields.get(field);
  return value?.state === 'known' ? String(value.value) : '';
}

function firstOf(all: readonly (Keys | undefined)[]): Keys | undefined {
  const some = all.filter((keys) => keys !== undefined);
  if (some.length === 0) return undefined;
  return (frame) => some.map((keys) => keys(frame)).find((keys) => keys !== undefined);
}

function eachOf(all: readonly (Keys | undefined)[]): Keys | undefined {
  const each = all.filter((keys) => keys !== undefined);
  if (each.length === 0 || each.length < all.length) return undefined;
  return (frame) => {
    const sets = each.map((keys) => keys(frame)).filter((keys) => keys !== undefined);
    return sets.length < each.length ? undefined : unionOf(sets.flat());
  };
}

const unionOf = (keys: readonly Key[]): readonly Key[] => [
  ...new Map(keys.map((key) => [key.number, key])).values(),
];
