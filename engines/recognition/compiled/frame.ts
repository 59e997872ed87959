/** One person's facts laid out for compiled code, and what was found of them so far. */
import type { Entry, Facts } from '../language/facts.ts';
import type { RegistryView } from '../reference/scope.ts';
import { type CodeNumbers, type Layout, numberOfCode } from './layout.ts';
import { inOnes } from './packed.ts';
import { copySlots, newSlots, type Slots, setSlot } from './slots.ts';

export type EntryFrame = { readonly id: string; readonly slots: Slots };

export type ListFrame = {
  readonly entries: readonly EntryFrame[];
  readonly complete: boolean;
  readonly completeFor: ReadonlySet<number>;
  readonly strength: number;
};

export type Frame = {
  facts: Facts;
  registry: RegistryView;
  /** What the person gave. */
  readonly given: Slots;
  /** What is read: the facts given, or those with values tried in their place. */
  scalars: Slots;
  /** Values are being tried: nothing is recorded and nothing enumerated. */
  trial: boolean;
  readonly tried: Slots;
  lists: readonly ListFrame[];
  its: EntryFrame | undefined;
  outer: EntryFrame | undefined;
  row: readonly (number | undefined)[] | undefined;
  /** By row: what each node said; while values are tried, a row of its own. */
  answers: Int32Array;
  readonly recorded: Int32Array;
  readonly triedAnswers: Int32Array;
  /** By rule number: 0 not judged, 1 being judged, else the result + 2. */
  readonly rules: Int32Array;
  /** By rule number: the same, of the truth alone. */
  readonly verdicts: Uint8Array;
  /** By step number: 0 not judged, else the standing + 1. */
  readonly steps: Uint8Array;
  /** By row, or `-1 - rule`: the facts that turned out not to matter. */
  readonly independent: Map<number, readonly string[]>;
  /** By row: what is missing, once it was asked for. */
  readonly missing: Map<number, readonly string[]>;
};

export type Sizes = {
  readonly rows: number;
  readonly rules: number;
  readonly steps: number;
  /** The scalars that the law names, by slot. */
  readonly names: readonly string[];
};

export const NOBODY: Facts = { scalars: new Map(), lists: new Map() };

export function newFrame(layout: Layout, sizes: Sizes, registry: RegistryView): Frame {
  const given = newSlots(layout.scalars.size);
  const recorded = new Int32Array(sizes.rows);
  return {
    facts: NOBODY,
    registry,
    given,
    scalars: given,
    trial: false,
    tried: newSlots(layout.scalars.size),
    lists: [],
    its: undefined,
    outer: undefined,
    row: undefined,
    answers: recorded,
    recorded,
    triedAnswers: new Int32Array(sizes.rows),
    rules: new Int32Array(sizes.rules),
    verdicts: new Uint8Array(sizes.rules),
    steps: new Uint8Array(sizes.steps),
    independent: new Map(),
    missing: new Map(),
  };
}

/** Lays a person's facts into a frame, in place of whoever was in it. */
export function loadFrame(
  frame: Frame,
  layout: Layout,
  sizes: Sizes,
  facts: Facts,
  registry: RegistryView,
): Frame {
  frame.facts = facts;
  frame.registry = registry;
  frame.given.tags.fill(0);
  const codes: CodeNumbers = { named: layout.codes, own: new Map() };
  loadScalars(frame.given, sizes.names, facts, codes);
  frame.lists = layout.lists.size === 0 ? NO_LISTS : loadLists(layout, facts, codes);
  return forget(frame);
}

/** Puts aside what was found of the person, whose facts stay. */
export function forget(frame: Frame): Frame {
  frame.rules.fill(0);
  frame.verdicts.fill(0);
  if (frame.steps.length > 0) frame.steps.fill(0);
  if (frame.independent.size > 0) frame.independent.clear();
  if (frame.missing.size > 0) frame.missing.clear();
  return frame;
}

const NO_LISTS: readonly ListFrame[] = [];

function loadScalars(given: Slots, names: readonly string[], { scalars }: Facts, codes: CodeNumbers): void {
  for (let slot = 0; slot < names.length; slot += 1) {
    const value = scalars.get(names[slot] as string);
    if (value !== undefined) setSlot(given, slot, value, codes);
  }
}

const loadLists = (layout: Layout, facts: Facts, codes: CodeNumbers): readonly ListFrame[] =>
  [...layout.lists.keys()].map((list) => loadList(list, layout, facts, codes));

const EMPTY: ListFrame = { entries: [], complete: false, completeFor: new Set(), strength: inOnes(1) };

function loadList(list: string, layout: Layout, facts: Facts, codes: CodeNumbers): ListFrame {
  const value = facts.lists.get(list);
  if (value === undefined) return EMPTY;
  const { entries, complete, completeFor, strength } = value;
  return {
    entries: entries.map((entry) => loadEntry(entry, layout.fields.get(list) ?? new Map(), codes)),
    complete,
    completeFor: new Set(completeFor.map((code) => numberOfCode(code, codes))),
    strength: inOnes(strength),
  };
}

function loadEntry(entry: Entry, fields: ReadonlyMap<string, number>, codes: CodeNumbers): EntryFrame {
  const slots = newSlots(fields.size);
  for (const [field, value] of entry.fields) {
    const slot = fields.get(field);
    if (slot !== undefined) setSlot(slots, slot, value, codes);
  }
  return { id: entry.id, slots };
}

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

export function withRow<R>(
  frame: Frame,
  row: readonly (number | undefined)[],
  evaluate: (frame: Frame) => R,
): R {
  const held = frame.row;
  frame.row = row;
  const result = evaluate(frame);
  frame.row = held;
  return result;
}

export const isPerson = ({ its, row, trial }: Frame): boolean =>
  its === undefined && row === undefined && !trial;

/** A rule looks at the person, not at the entry, the row or the values tried from which it was asked for. */
export function asPerson(frame: Frame, evaluate: (frame: Frame) => number): number {
  const { its, outer, row, trial } = frame;
  frame.its = undefined;
  frame.outer = undefined;
  frame.row = undefined;
  if (trial) endTrial(frame);
  const result = evaluate(frame);
  frame.its = its;
  frame.outer = outer;
  frame.row = row;
  if (trial) resumeTrial(frame);
  return result;
}

/** Values are tried in a copy of the facts, and answers go into a row of their own. */
export function beginTrial(frame: Frame): void {
  copySlots(frame.given, frame.tried);
  resumeTrial(frame);
}

function resumeTrial(frame: Frame): void {
  frame.scalars = frame.tried;
  frame.answers = frame.triedAnswers;
  frame.trial = true;
}

export function endTrial(frame: Frame): void {
  frame.scalars = frame.given;
  frame.answers = frame.recorded;
  frame.trial = false;
}
