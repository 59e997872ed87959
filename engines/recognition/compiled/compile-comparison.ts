/** Comparisons of one fact, compiled to closures over slots. */
import { literalDay } from '../language/literals.ts';
import type { CodeSet, DayExpression, FactRef, Node, Scalar } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { compileDay, type DayCell, NONE, newDay, RANGE, VAGUE } from './days.ts';
import { BY_HAND, codeSlot, type Frame, KNOWN, type Slots } from './frame.ts';
import { F, known, NOT_SAID, truthOf, U, unknown } from './packed.ts';
import { literalNumber, type Reader, readerOf, whyUnknown } from './reader.ts';

type Comparison = Extract<Node, FactRef>;

export function compileComparison(node: Comparison, place: Place): CompiledLeaf {
  if ('equals' in node) return compileEquals(node.fact, node.equals, place);
  if ('notEquals' in node) return negate(compileEquals(node.fact, node.notEquals, place));
  if ('in' in node) return compileIn(node.fact, node.in, place);
  if ('notIn' in node) return negate(compileIn(node.fact, node.notIn, place));
  if ('includes' in node) return compileIncludes(node.fact, node.includes, place);
  if ('includesAny' in node) return compileSet(node.fact, node.includesAny, place, includesAny);
  if ('onlyFrom' in node) return compileSet(node.fact, node.onlyFrom, place, onlyFrom);
  if ('onOrAfter' in node) return compileOrder(node.fact, node.onOrAfter, place, false, false);
  if ('after' in node) return compileOrder(node.fact, node.after, place, false, true);
  if ('onOrBefore' in node) return compileOrder(node.fact, node.onOrBefore, place, true, false);
  if ('before' in node) return compileOrder(node.fact, node.before, place, true, true);
  if ('atLeast' in node)
    return compileThreshold(node.fact, place, node.atLeast, Number.POSITIVE_INFINITY, false, false);
  if ('moreThan' in node)
    return compileThreshold(node.fact, place, node.moreThan, Number.POSITIVE_INFINITY, true, false);
  if ('atMost' in node)
    return compileThreshold(node.fact, place, Number.NEGATIVE_INFINITY, node.atMost, false, false);
  if ('lessThan' in node)
    return compileThreshold(node.fact, place, Number.NEGATIVE_INFINITY, node.lessThan, false, true);
  return compileThreshold(node.fact, place, node.between[0], node.between[1], false, false);
}

function negate(leaf: CompiledLeaf): CompiledLeaf {
  return {
    ...leaf,
    evaluate: (frame) => {
      const packed = leaf.evaluate(frame);
      return truthOf(packed) === U
        ? packed
        : known(truthOf(packed) === F, (packed >> 4) & 7, (packed >> 7) & 7);
    },
  };
}

const EMPTY_CELL = (grade: number): number => known(false, 4, grade);

/** A value on one side of an equality: of a fact, of a column, or literal. */
type Side = {
  /** -1: an empty cell; 0: not known; 1: known. Fills `cell`. */
  readonly read: (frame: Frame, cell: SideCell) => number;
  readonly name: (frame: Frame) => string;
};
type SideCell = { lo: number; hi: number; strength: number; why: number; byHand: boolean };

const newSide = (): SideCell => ({ lo: 0, hi: 0, strength: 4, why: 0, byHand: false });

function literalSide(number: number): Side {
  return {
    name: () => '',
    read: (_frame, cell) => {
      cell.lo = number;
      cell.hi = number;
      cell.strength = 4;
      cell.byHand = false;
      return 1;
    },
  };
}

function factSide(fact: string, place: Place): Side {
  const reader = readerOf(fact, place);
  if (fact.startsWith('row.')) return columnSide(reader);
  return {
    name: reader.name,
    read: (frame, cell) => {
      const slots = reader.slots(frame);
      const state = slots?.state[reader.slot];
      if (slots === undefined || (state !== KNOWN && state !== BY_HAND)) {
        cell.why = slots === undefined ? NOT_SAID : whyUnknown(slots, reader.slot);
        return 0;
      }
      cell.lo = slots.lo[reader.slot] ?? 0;
      cell.hi = slots.hi[reader.slot] ?? 0;
      cell.strength = slots.strength[reader.slot] ?? 0;
      cell.byHand = state === BY_HAND;
      return 1;
    },
  };
}

function columnSide(reader: Reader): Side {
  return {
    name: reader.name,
    read: (frame, cell) => {
      const value = frame.row?.[reader.column];
      if (value === undefined) return -1;
      cell.lo = value;
      cell.hi = value;
      cell.strength = 4;
      cell.byHand = false;
      return 1;
    },
  };
}

/** Whether a text is compared as a day tells the vocabulary of the fact; here its form does, as lint has checked the types. */
const literalValue = (literal: Scalar, place: Place): number =>
  typeof literal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal)
    ? literalDay(literal)
    : literalNumber(literal, place.compiler.layout);

function compileEquals(fact: string, literal: Scalar | FactRef, place: Place): CompiledLeaf {
  const left = factSide(fact, place);
  const right =
    typeof literal === 'object' ? factSide(literal.fact, place) : literalSide(literalValue(literal, place));
  const [a, b, { grade }] = [newSide(), newSide(), place];
  return {
    missing: (frame) => missingOfSides(frame, left, right),
    evaluate: (frame) => {
      const readLeft = left.read(frame, a);
      const readRight = right.read(frame, b);
      if (readLeft < 0 || readRight < 0) return EMPTY_CELL(grade);
      if (readLeft === 0 || readRight === 0)
        return unknown((readLeft === 0 ? a.why : 0) | (readRight === 0 ? b.why : 0));
      if (a.byHand || b.byHand) return unknown(NOT_SAID);
      const strength = Math.min(a.strength, b.strength);
      if (a.hi < b.lo || b.hi < a.lo) return known(false, strength, grade);
      return a.lo === a.hi && b.lo === b.hi ? known(true, strength, grade) : unknown(NOT_SAID);
    },
  };
}

function missingOfSides(frame: Frame, left: Side, right: Side): readonly string[] {
  const [a, b] = [newSide(), newSide()];
  const [readLeft, readRight] = [left.read(frame, a), right.read(frame, b)];
  if (readLeft === 1 && readRight === 1) {
    if (a.byHand || b.byHand) return [left.name(frame)];
    return [
      ...(a.lo === a.hi ? [] : [left.name(frame)]),
      ...(b.lo === b.hi ? [] : [right.name(frame)]),
    ].sort();
  }
  return [
    ...(readLeft === 0 ? [left.name(frame)] : []),
    ...(readRight === 0 ? [right.name(frame)] : []),
  ].sort();
}

function memberNumbers(set: CodeSet, { compiler: { law, layout } }: Place): ReadonlySet<number> {
  const codes = 'group' in set ? [...(law.groups.get(set.group) ?? [])] : set;
  return new Set(codes.map((code) => codeSlot(code, layout)));
}

function compileIn(fact: string, set: CodeSet, place: Place): CompiledLeaf {
  const side = factSide(fact, place);
  const members = memberNumbers(set, place);
  const [cell, { grade }] = [newSide(), place];
  return {
    missing: (frame) => [side.name(frame)],
    evaluate: (frame) => {
      const read = side.read(frame, cell);
      if (read < 0) return EMPTY_CELL(grade);
      if (read === 0) return unknown(cell.why);
      return cell.byHand ? unknown(NOT_SAID) : known(members.has(cell.lo), cell.strength, grade);
    },
  };
}

function compileIncludes(fact: string, wanted: string | FactRef, place: Place): CompiledLeaf {
  const held = readerOf(fact, place);
  const code =
    typeof wanted === 'string'
      ? literalSide(literalNumber(wanted, place.compiler.layout))
      : factSide(wanted.fact, place);
  const [cell, { grade }] = [newSide(), place];
  const readHeld = (frame: Frame): Slots | undefined => {
    const slots = held.slots(frame);
    return slots !== undefined && slots.state[held.slot] === KNOWN ? slots : undefined;
  };
  return {
    missing: (frame) =>
      [
        ...(readHeld(frame) === undefined ? [held.name(frame)] : []),
        ...(code.read(frame, newSide()) === 0 ? [code.name(frame)] : []),
      ].sort(),
    evaluate: (frame) => {
      const read = code.read(frame, cell);
      if (read < 0) return EMPTY_CELL(grade);
      const slots = readHeld(frame);
      if (slots === undefined || read === 0) {
        const from = held.slots(frame);
        return unknown(
          (slots === undefined ? (from === undefined ? NOT_SAID : whyUnknown(from, held.slot)) : 0) |
            (read === 0 ? cell.why : 0),
        );
      }
      return known(
        slots.sets[held.slot]?.has(cell.lo) ?? false,
        Math.min(slots.strength[held.slot] ?? 0, cell.strength),
        grade,
      );
    },
  };
}

type SetTest = (held: ReadonlySet<number>, wanted: ReadonlySet<number>) => boolean;

const includesAny: SetTest = (held, wanted) => {
  for (const code of held) if (wanted.has(code)) return true;
  return false;
};

const onlyFrom: SetTest = (held, wanted) => {
  for (const code of held) if (!wanted.has(code)) return false;
  return true;
};

function compileSet(fact: string, set: CodeSet, place: Place, test: SetTest): CompiledLeaf {
  const reader = readerOf(fact, place);
  const members = memberNumbers(set, place);
  return {
    missing: (frame) => [reader.name(frame)],
    evaluate: (frame) => {
      const slots = reader.slots(frame);
      if (slots === undefined) return unknown(NOT_SAID);
      if (slots.state[reader.slot] !== KNOWN) return unknown(whyUnknown(slots, reader.slot));
      return known(
        test(slots.sets[reader.slot] ?? new Set(), members),
        slots.strength[reader.slot] ?? 0,
        place.grade,
      );
    },
  };
}

/** Holds for a value when it is at least `low` and at most `high`; `openLow`/`openHigh` leave the bound itself out. */
function compileThreshold(
  fact: string,
  place: Place,
  low: number,
  high: number,
  openLow: boolean,
  openHigh: boolean,
): CompiledLeaf {
  const side = factSide(fact, place);
  const [cell, { grade }] = [newSide(), place];
  const fits = (value: number): boolean =>
    (openLow ? value > low : value >= low) && (openHigh ? value < high : value <= high);
  const outside = (lo: number, hi: number): boolean =>
    (openLow ? hi <= low : hi < low) || (openHigh ? lo >= high : lo > high);
  return {
    missing: (frame) => [side.name(frame)],
    evaluate: (frame) => {
      const read = side.read(frame, cell);
      if (read < 0) return EMPTY_CELL(grade);
      if (read === 0) return unknown(cell.why);
      if (fits(cell.lo) && fits(cell.hi)) return known(true, cell.strength, grade);
      return outside(cell.lo, cell.hi) ? known(false, cell.strength, grade) : unknown(NOT_SAID);
    },
  };
}

/** `before`: the fact must be the earlier one; `strict`: the same day does not do. */
function compileOrder(
  fact: string,
  bound: DayExpression,
  place: Place,
  before: boolean,
  strict: boolean,
): CompiledLeaf {
  const left = compileDay({ fact }, place);
  const right = compileDay(bound, place);
  const [a, b, { grade }] = [newDay(), newDay(), place];
  const gap = strict ? 1 : 0;
  return {
    missing: (frame) => missingOfDays(frame, left, right),
    evaluate: (frame) => {
      left.read(frame, a);
      right.read(frame, b);
      const early = endOfPair(a, b, grade);
      if (early >= 0) return early;
      const [first, last] = before ? [a, b] : [b, a];
      const strength = Math.min(a.strength, b.strength);
      if (first.hi + gap <= last.lo) return known(true, strength, grade);
      return first.lo + gap > last.hi ? known(false, strength, grade) : unknown(NOT_SAID);
    },
  };
}

/** The answer when one of two days is no range; -1 when both are. */
export function endOfPair(a: DayCell, b: DayCell, grade: number): number {
  if (a.state === NONE || b.state === NONE)
    return known(
      false,
      Math.min(a.state === NONE ? a.strength : 4, b.state === NONE ? b.strength : 4),
      grade,
    );
  if (a.state === RANGE && b.state === RANGE) return -1;
  return unknown((a.state === VAGUE ? a.reasons : 0) | (b.state === VAGUE ? b.reasons : 0));
}

export function missingOfDays(
  frame: Frame,
  left: ReturnType<typeof compileDay>,
  right: ReturnType<typeof compileDay>,
): readonly string[] {
  const [a, b] = [newDay(), newDay()];
  left.read(frame, a);
  right.read(frame, b);
  const vague = a.state === VAGUE || b.state === VAGUE;
  const wanted = (day: DayCell): boolean =>
    vague ? day.state === VAGUE : day.state === RANGE && day.lo !== day.hi;
  return [
    ...new Set([...(wanted(a) ? left.missing(frame) : []), ...(wanted(b) ? right.missing(frame) : [])]),
  ].sort();
}
