/** `equals`: a fact and a literal, or two facts. `docs/semantics.md` section 8. */
import { literalDay } from '../language/literals.ts';
import type { FactRef, Scalar } from '../language/nodes.ts';
import { compileThreshold } from './compile-threshold.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { FULL, known, NOT_SAID, unknown } from './packed.ts';
import { literalNumber } from './reader.ts';
import { factSide, newSide, READ, type Side } from './sides.ts';

export function compileEquals(fact: string, literal: Scalar | FactRef, place: Place): CompiledLeaf {
  if (typeof literal === 'object')
    return compileTwo(factSide(fact, place), factSide(literal.fact, place), place);
  // Equal is: neither less nor more.
  const value = numberOfLiteral(literal, place);
  return compileThreshold(fact, { low: value, high: value }, place);
}

/** Whether a text is compared as a day tells the vocabulary of the fact; here its form does, as lint has checked the types. */
const numberOfLiteral = (literal: Scalar, place: Place): number =>
  typeof literal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(literal)
    ? literalDay(literal)
    : literalNumber(literal, place.compiler.layout);

const VAGUE = unknown(NOT_SAID);

function compileTwo(left: Side, right: Side, { grade }: Place): CompiledLeaf {
  const [a, b] = [newSide(), newSide()];
  return {
    missing: (frame) => missingOfTwo(frame, left, right),
    evaluate: (frame) => {
      const [readLeft, readRight] = [left.read(frame, a), right.read(frame, b)];
      if (readLeft < 0 || readRight < 0) return known(false, FULL, grade);
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
