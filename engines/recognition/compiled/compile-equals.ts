/** `equals`: a fact and a literal, or two facts. `docs/semantics.md` section 8. */
import { literalDay } from '../language/literals.ts';
import type { FactRef, Scalar } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { known, NOT_SAID, unknown } from './packed.ts';
import { isColumn, literalNumber, type Reader, readerOf, slotsOf } from './reader.ts';
import { factSide, newSide, READ, type Side } from './sides.ts';
import { BY_HAND, KNOWN, unknownAt } from './slots.ts';

export function compileEquals(fact: string, literal: Scalar | FactRef, place: Place): CompiledLeaf {
  if (typeof literal === 'object')
    return compileTwo(factSide(fact, place), factSide(literal.fact, place), place);
  const reader = readerOf(fact, place);
  const value = numberOfLiteral(literal, place);
  return isColumn(reader) ? compileColumn(reader, value, place) : compileLiteral(reader, value, place);
}

/** Whether a text is compared as a day tells the vocabulary of the fact; here its form does, as lint has checked the types. */
const numberOfLiteral = (literal: Scalar, place: Place): number =>
  typeof literal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal)
    ? literalDay(literal)
    : literalNumber(literal, place.compiler.layout);

const VAGUE = unknown(NOT_SAID);

function compileLiteral(reader: Reader, value: number, { grade }: Place): CompiledLeaf {
  const { slot } = reader;
  const [yes, no] = [known(true, 0, grade), known(false, 0, grade)];
  return {
    missing: (frame) => [reader.name(frame)],
    evaluate: (frame) => {
      const slots = slotsOf(reader, frame);
      const tag = slots === undefined ? 0 : (slots.tags[slot] as number);
      if (slots === undefined || (tag & 3) !== KNOWN) return (tag & 3) === BY_HAND ? VAGUE : unknownAt(tag);
      const lo = slots.lo[slot] as number;
      const hi = slots.hi[slot] as number;
      const strength = (tag >> 2) << 4;
      if (value < lo || value > hi) return no | strength;
      return lo === hi ? yes | strength : VAGUE;
    },
  };
}

function compileColumn(reader: Reader, value: number, { grade }: Place): CompiledLeaf {
  return {
    missing: () => [],
    evaluate: (frame) => known(frame.row?.[reader.slot] === value, 4, grade),
  };
}

function compileTwo(left: Side, right: Side, { grade }: Place): CompiledLeaf {
  const [a, b] = [newSide(), newSide()];
  return {
    missing: (frame) => missingOfTwo(frame, left, right),
    evaluate: (frame) => {
      const [readLeft, readRight] = [left.read(frame, a), right.read(frame, b)];
      if (readLeft < 0 || readRight < 0) return known(false, 4, grade);
      if (readLeft !== READ || readRight !== READ)
        return unknown((readLeft === READ ? 0 : a.why) | (readRight === READ ? 0 : b.why));
      if (a.byHand || b.byHand) return VAGUE;
      const strength = Math.min(a.strength, b.strength);
      if (a.hi < b.lo || b.hi < a.lo) return known(false, strength, grade);
      return a.lo === a.hi && b.lo === b.hi ? known(true, strength, grade) : VAGUE;
    },
  };
}

/** What is not known; or, where both are, what is not known exactly. */
function missingOfTwo(frame: Frame, left: Side, right: Side): readonly string[] {
  const [a, b] = [newSide(), newSide()];
  const [readLeft, readRight] = [left.read(frame, a), right.read(frame, b)];
  if (readLeft === READ && readRight === READ) {
    if (a.byHand || b.byHand) return [left.name(frame)];
    return [
      ...(a.lo === a.hi ? [] : [left.name(frame)]),
      ...(b.lo === b.hi ? [] : [right.name(frame)]),
    ].sort();
  }
  return [
    ...(readLeft === READ ? [] : [left.name(frame)]),
    ...(readRight === READ ? [] : [right.name(frame)]),
  ].sort();
}
