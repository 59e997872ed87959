/** One person's facts laid out for compiled code: a slot per scalar, an array per list. */
import type { Entry, Facts, FactValue } from '../language/facts.ts';
import type { RegistryView } from '../reference/scope.ts';

/** States of a slot. `BY_HAND` is known to the person and comparable with nothing. */
export const UNKNOWN = 0;
export const KNOWN = 1;
export const IN_DISPUTE = 2;
export const BY_HAND = 3;

/** Values of slots: days, numbers and codes (as interned numbers) have `lo` and `hi`; sets of codes are in `sets`. */
export type Slots = {
  readonly state: Uint8Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly strength: Uint8Array;
  readonly sets: (ReadonlySet<number> | undefined)[];
};

export type EntryFrame = { readonly id: string; readonly slots: Slots };

export type ListFrame = {
  readonly entries: readonly EntryFrame[];
  readonly complete: boolean;
  readonly completeFor: ReadonlySet<number>;
  readonly strength: number;
};

/** Which scalar, list and field sits where, and the numbers of the codes that the law names. */
export type Layout = {
  readonly scalars: Map<string, number>;
  readonly lists: Map<string, number>;
  /** By list: field → slot. */
  readonly fields: Map<string, Map<string, number>>;
  readonly codes: Map<string, number>;
  nodes: number;
};

export type Frame = {
  readonly facts: Facts;
  readonly registry: RegistryView;
  readonly scalars: Slots;
  readonly lists: readonly ListFrame[];
  its: EntryFrame | undefined;
  outer: EntryFrame | undefined;
  row: readonly (number | undefined)[] | undefined;
  /** Cells are being tried: nothing is recorded and nothing enumerated. */
  trial: boolean;
  /** By node number. */
  readonly results: Int32Array;
  /** By rule number: 0 not judged, 1 being judged, else the result + 2. */
  readonly rules: Int32Array;
  /** By step number: 0 not judged, else the standing + 1. */
  readonly steps: Uint8Array;
  /** By rule number: the version that decided, -1 for a choice between several. */
  readonly versions: Int16Array;
  /** Numbers of codes that the law does not name. */
  readonly ownCodes: Map<string, number>;
  /** By node number: the facts that an enumeration showed to be irrelevant. */
  readonly independent: Map<number, readonly string[]>;
};

export const newSlots = (size: number): Slots => ({
  state: new Uint8Array(size),
  lo: new Float64Array(size),
  hi: new Float64Array(size),
  strength: new Uint8Array(size),
  sets: new Array<ReadonlySet<number> | undefined>(size).fill(undefined),
});

export type Sizes = { readonly nodes: number; readonly rules: number; readonly steps: number };

export function loadFrame(layout: Layout, sizes: Sizes, facts: Facts, registry: RegistryView): Frame {
  const ownCodes = new Map<string, number>();
  const scalars = newSlots(layout.scalars.size);
  for (const [fact, value] of facts.scalars) {
    const slot = layout.scalars.get(fact);
    if (slot !== undefined) setSlot(scalars, slot, value, layout, ownCodes);
  }
  const lists = [...layout.lists.keys()].map((list) => loadList(list, layout, facts, ownCodes));
  return {
    facts,
    registry,
    scalars,
    lists,
    ownCodes,
    its: undefined,
    outer: undefined,
    row: undefined,
    trial: false,
    results: new Int32Array(sizes.nodes),
    rules: new Int32Array(sizes.rules),
    steps: new Uint8Array(sizes.steps),
    versions: new Int16Array(sizes.rules),
    independent: new Map(),
  };
}

function loadList(list: string, layout: Layout, facts: Facts, ownCodes: Map<string, number>): ListFrame {
  const value = facts.lists.get(list);
  if (value === undefined) return { entries: [], complete: false, completeFor: new Set(), strength: 1 };
  return {
    entries: value.entries.map((entry) => loadEntry(list, entry, layout, ownCodes)),
    complete: value.complete,
    completeFor: new Set(value.completeFor.map((code) => codeNumber(code, layout, ownCodes))),
    strength: value.strength,
  };
}

function loadEntry(list: string, entry: Entry, layout: Layout, ownCodes: Map<string, number>): EntryFrame {
  const fields = layout.fields.get(list) ?? new Map<string, number>();
  const slots = newSlots(fields.size);
  for (const [field, value] of entry.fields) {
    const slot = fields.get(field);
    if (slot !== undefined) setSlot(slots, slot, value, layout, ownCodes);
  }
  return { id: entry.id, slots };
}

export function setSlot(
  slots: Slots,
  slot: number,
  value: FactValue,
  layout: Layout,
  ownCodes: Map<string, number>,
): void {
  if (value.state === 'unknown' || value.state === 'disputed') {
    slots.state[slot] = value.state === 'unknown' ? UNKNOWN : IN_DISPUTE;
    return;
  }
  slots.state[slot] = KNOWN;
  slots.strength[slot] = value.strength;
  if (value.state === 'range') {
    slots.lo[slot] = value.lo;
    slots.hi[slot] = value.hi;
    return;
  }
  if (typeof value.value === 'object') {
    slots.sets[slot] = new Set(value.value.map((code) => codeNumber(code, layout, ownCodes)));
    return;
  }
  if (typeof value.value === 'string' && value.value.startsWith('by-hand:')) slots.state[slot] = BY_HAND;
  const number =
    typeof value.value === 'boolean' ? Number(value.value) : codeNumber(value.value, layout, ownCodes);
  slots.lo[slot] = number;
  slots.hi[slot] = number;
}

/** Codes that the law names have numbers from two on; what else the person wrote is numbered beyond them, for this frame alone. */
function codeNumber(code: string, layout: Layout, ownCodes: Map<string, number>): number {
  const named = layout.codes.get(code);
  if (named !== undefined) return named;
  const held = ownCodes.get(code);
  if (held !== undefined) return held;
  const next = 1_000_000_000 + ownCodes.size;
  ownCodes.set(code, next);
  return next;
}

export function codeSlot(code: string, layout: Layout): number {
  const held = layout.codes.get(code);
  if (held !== undefined) return held;
  const next = layout.codes.size + 2;
  layout.codes.set(code, next);
  return next;
}

export function scalarSlot(fact: string, layout: Layout): number {
  const held = layout.scalars.get(fact);
  if (held !== undefined) return held;
  const next = layout.scalars.size;
  layout.scalars.set(fact, next);
  return next;
}

export function listSlot(list: string, layout: Layout): number {
  const held = layout.lists.get(list);
  if (held !== undefined) return held;
  const next = layout.lists.size;
  layout.lists.set(list, next);
  return next;
}

export function fieldSlot(list: string, field: string, layout: Layout): number {
  listSlot(list, layout);
  const fields = layout.fields.get(list) ?? new Map<string, number>();
  layout.fields.set(list, fields);
  const held = fields.get(field);
  if (held !== undefined) return held;
  const next = fields.size;
  fields.set(field, next);
  return next;
}
