/** Which entries of a list match, compiled. `docs/semantics.md` section 10. */
import type { ListSelection } from '../language/nodes.ts';
import { insideList, type Place, sortedUnion, type Test, type Trace } from './compiled-node.ts';
import { compileKeys, type Key, type Keys } from './fixed-keys.ts';
import { type EntryFrame, type Frame, type ListFrame, withEntry } from './frame.ts';
import { listSlot } from './layout.ts';
import { F, FULL, N, NOT_SAID, reasonsOf, strengthOf, T, truthOf, U } from './packed.ts';
import { isExactAt } from './slots.ts';

export type Found = {
  readonly entries: readonly EntryFrame[];
  /** By entry: true, false or unknown; not applicable counts as false. */
  readonly truths: readonly number[];
  /** By entry: of what decided; FULL where nothing was read. */
  readonly strengths: readonly number[];
  /** There may be entries that the person has not given. */
  readonly more: boolean;
  /** The weakest of what decided which entries match, and of "that is all" where it was said. */
  readonly strength: number;
  readonly reasons: number;
  /** How many match, and how many may. */
  readonly sure: number;
  readonly open: number;
};

export type Selection = {
  readonly find: (frame: Frame) => Found;
  readonly missing: (frame: Frame) => readonly string[];
  /** Names of a field that is not one day, over the entries that may match. */
  readonly vagueField: (frame: Frame, slot: number, field: string) => readonly string[];
};

export function compileSelection({ list, where }: ListSelection, place: Place): Selection {
  const { compiler } = place;
  const slot = listSlot(list, compiler.layout);
  const test = where === undefined ? undefined : compiler.compileTest(where, insideList(list, place));
  const keys = where === undefined ? undefined : compileKeys(where, list, place);
  const find = (frame: Frame): Found => findIn(frame, frame.lists[slot] as ListFrame, test, keys);
  return {
    find,
    missing: (frame) => {
      const found = find(frame);
      const open = found.entries.filter((_, index) => found.truths[index] === U);
      const inside = open.map((entry) => (test === undefined ? [] : withEntry(frame, entry, test.missing)));
      return sortedUnion([...inside, found.more ? nameList(list, slot, keys?.(frame), frame, place) : []]);
    },
    vagueField: (frame, field, name) => {
      const found = find(frame);
      return found.entries
        .filter(({ slots }, index) => found.truths[index] !== F && !isExactAt(slots, field))
        .map((entry) => `${list}/${entry.id}.${name}`);
    },
  };
}

function findIn(frame: Frame, list: ListFrame, test: Test | undefined, keys: Keys | undefined): Found {
  const truths: number[] = [];
  const strengths: number[] = [];
  let [strength, reasons, sure, open] = [FULL, 0, 0, 0];
  for (const entry of list.entries) {
    const packed = test === undefined ? T : withEntry(frame, entry, test.evaluate);
    const truth = truthOf(packed) === N ? F : truthOf(packed);
    const own = strengthOf(packed) === 0 ? FULL : strengthOf(packed);
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
  const more = !list.complete && !isCovered(keys?.(frame), list.completeFor);
  if (more) reasons |= NOT_SAID;
  else strength = Math.min(strength, list.strength);
  return { entries: list.entries, truths, strengths, more, strength, reasons, sure, open };
}

const isCovered = (keys: readonly Key[] | undefined, completeFor: ReadonlySet<number>): boolean =>
  keys?.every((key) => completeFor.has(key.number)) === true;

function nameList(
  list: string,
  slot: number,
  keys: readonly Key[] | undefined,
  frame: Frame,
  { compiler }: Place,
): readonly string[] {
  if (keys === undefined) return [list];
  const known = frame.lists[slot]?.completeFor;
  return keys
    .filter((key) => known?.has(key.number) !== true)
    .map((key) => `${list}[${compiler.listKeys.get(list)}=${key.code}]`);
}

export const traceOf = (found: Found): Trace => ({
  matched: found.entries.filter((_, index) => found.truths[index] === T).map((entry) => entry.id),
  possible: found.entries.filter((_, index) => found.truths[index] === U).map((entry) => entry.id),
});
