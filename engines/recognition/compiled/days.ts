/** Day expressions, compiled: they leave their range in a scratch record that the caller reads at once. */
import { FIRST_DAY, LAST_DAY } from '../../kernel/index.ts';
import { literalDay } from '../language/literals.ts';
import type { DayExpression, ListSelection } from '../language/nodes.ts';
import { type Place, sortedUnion } from './compiled-node.ts';
import { type Frame, fieldSlot, IN_DISPUTE, KNOWN } from './frame.ts';
import { DISPUTED, F, NOT_SAID, T } from './packed.ts';
import { readerOf } from './reader.ts';
import { compileSelection, type Selection } from './selection.ts';

export const RANGE = 0;
export const NONE = 1;
export const VAGUE = 2;

/** `state` says whether `lo` to `hi` is a range, whether there is no such day, or whether it is unknown for `reasons`. */
export type DayCell = { state: number; lo: number; hi: number; strength: number; reasons: number };

export type CompiledDay = {
  readonly read: (frame: Frame, into: DayCell) => void;
  /** What would have to be known, or known more exactly. */
  readonly missing: (frame: Frame) => readonly string[];
};

export const newDay = (): DayCell => ({ state: VAGUE, lo: 0, hi: 0, strength: 0, reasons: 0 });

function setRange(into: DayCell, lo: number, hi: number, strength: number): void {
  into.state = RANGE;
  into.lo = lo;
  into.hi = hi;
  into.strength = strength;
  into.reasons = 0;
}

export function compileDay(expression: DayExpression, place: Place): CompiledDay {
  if (typeof expression === 'string') {
    const day = literalDay(expression);
    return { read: (_frame, into) => setRange(into, day, day, 4), missing: () => [] };
  }
  if ('fact' in expression)
    return expression.fact.startsWith('row.')
      ? compileColumn(expression.fact, place)
      : compileFact(expression.fact, place);
  return 'latest' in expression
    ? compileExtreme(expression.latest, true, place)
    : compileExtreme(expression.earliest, false, place);
}

function compileFact(fact: string, place: Place): CompiledDay {
  const reader = readerOf(fact, place);
  return {
    missing: (frame) => [reader.name(frame)],
    read: (frame, into) => {
      const slots = reader.slots(frame);
      const state = slots?.state[reader.slot];
      if (slots !== undefined && state === KNOWN)
        return setRange(
          into,
          slots.lo[reader.slot] ?? 0,
          slots.hi[reader.slot] ?? 0,
          slots.strength[reader.slot] ?? 0,
        );
      into.state = VAGUE;
      into.reasons = state === IN_DISPUTE ? DISPUTED : NOT_SAID;
    },
  };
}

function compileColumn(fact: string, place: Place): CompiledDay {
  const { column } = readerOf(fact, place);
  return {
    missing: () => [],
    read: (frame, into) => {
      const cell = frame.row?.[column];
      if (cell !== undefined) return setRange(into, cell, cell, 4);
      into.state = NONE;
      into.strength = 4;
    },
  };
}

function compileExtreme(
  selection: ListSelection & { readonly field: string },
  latest: boolean,
  place: Place,
): CompiledDay {
  const matches = compileSelection(selection, place);
  const slot = fieldSlot(selection.list, selection.field, place.compiler.layout);
  return {
    missing: (frame) =>
      sortedUnion([matches.missing(frame), matches.vagueField(frame, slot, selection.field)]),
    read: (frame, into) => readExtreme(frame, into, matches, slot, latest),
  };
}

function readExtreme(frame: Frame, into: DayCell, matches: Selection, slot: number, latest: boolean): void {
  const found = matches.find(frame);
  let [sureLo, sureHi, allLo, allHi, strength, sure, any] = [
    latest ? FIRST_DAY : LAST_DAY,
    latest ? FIRST_DAY : LAST_DAY,
    LAST_DAY as number,
    FIRST_DAY as number,
    4,
    0,
    0,
  ];
  for (let index = 0; index < found.truths.length; index += 1) {
    const truth = found.truths[index];
    if (truth === F) continue;
    const slots = found.entries[index]?.slots;
    const exact = slots !== undefined && slots.state[slot] === KNOWN;
    const lo = exact ? (slots.lo[slot] ?? 0) : FIRST_DAY;
    const hi = exact ? (slots.hi[slot] ?? 0) : LAST_DAY;
    any += 1;
    allLo = Math.min(allLo, lo);
    allHi = Math.max(allHi, hi);
    if (truth !== T) continue;
    sure += 1;
    sureLo = (latest ? Math.max(sureLo, lo) : Math.min(sureLo, lo)) as typeof sureLo;
    sureHi = (latest ? Math.max(sureHi, hi) : Math.min(sureHi, hi)) as typeof sureHi;
    strength = Math.min(strength, found.strengths[index] ?? 4, exact ? (slots.strength[slot] ?? 4) : 4);
  }
  if (any === 0 && !found.more) {
    into.state = NONE;
    into.strength = found.strength;
    return;
  }
  if (sure === 0) {
    into.state = VAGUE;
    into.reasons = found.reasons === 0 ? NOT_SAID : found.reasons;
    return;
  }
  const weakest = Math.min(strength, found.more ? 4 : found.strength);
  if (latest) setRange(into, sureLo, found.more ? LAST_DAY : allHi, weakest);
  else setRange(into, found.more ? FIRST_DAY : allLo, sureHi, weakest);
}
