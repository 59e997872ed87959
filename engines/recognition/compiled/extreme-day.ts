/** The latest or earliest day of a field over the entries that match. `docs/semantics.md` section 10. */
import { FIRST_DAY, LAST_DAY } from '../../kernel/index.ts';
import type { ListSelection } from '../language/nodes.ts';
import { type Place, sortedUnion } from './compiled-node.ts';
import { type CompiledDay, type DayCell, NONE, setRange, VAGUE } from './day-cell.ts';
import type { EntryFrame } from './frame.ts';
import { fieldSlot } from './layout.ts';
import { F, FULL, NOT_SAID, T } from './packed.ts';
import { compileSelection, type Found } from './selection.ts';
import { KNOWN, stateAt, strengthAt } from './slots.ts';

type Extreme = ListSelection & { readonly field: string };

export function compileExtreme(selection: Extreme, latest: boolean, place: Place): CompiledDay {
  const matches = compileSelection(selection, place);
  const slot = fieldSlot(selection.list, selection.field, place.compiler.layout);
  return {
    missing: (frame) =>
      sortedUnion([matches.missing(frame), matches.vagueField(frame, slot, selection.field)]),
    read: (frame, into) => readExtreme(into, matches.find(frame), slot, latest),
  };
}

function readExtreme(into: DayCell, found: Found, slot: number, latest: boolean): void {
  const days = found.entries.map((entry) => dayOf(entry, slot));
  const sure = days.filter((_, index) => found.truths[index] === T);
  const any = days.filter((_, index) => found.truths[index] !== F);
  if (any.length === 0 && !found.more) {
    into.state = NONE;
    into.strength = found.strength;
    return;
  }
  if (sure.length === 0) {
    into.state = VAGUE;
    into.reasons = found.reasons === 0 ? NOT_SAID : found.reasons;
    return;
  }
  const strengths = found.strengths.filter((_, index) => found.truths[index] === T);
  const strength = Math.min(
    found.more ? FULL : found.strength,
    ...strengths,
    ...sure.map((day) => day.strength),
  );
  // A certain entry bounds the extreme on one side; whatever else may match, or may not have been told, on the other.
  if (latest) {
    const last = found.more ? LAST_DAY : Math.max(...any.map(({ hi }) => hi));
    setRange(into, Math.max(...sure.map(({ lo }) => lo)), last, strength);
  } else {
    const first = found.more ? FIRST_DAY : Math.min(...any.map(({ lo }) => lo));
    setRange(into, first, Math.min(...sure.map(({ hi }) => hi)), strength);
  }
}

function dayOf({ slots }: EntryFrame, slot: number) {
  if (stateAt(slots, slot) !== KNOWN)
    return { lo: FIRST_DAY as number, hi: LAST_DAY as number, strength: FULL };
  return { lo: slots.lo[slot] as number, hi: slots.hi[slot] as number, strength: strengthAt(slots, slot) };
}
