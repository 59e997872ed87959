/** `in`, `includes`, `includesAny`, `onlyFrom`: codes and sets of codes. `docs/semantics.md` section 8. */
import type { CodeSet, FactRef } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import type { Frame } from './frame.ts';
import { codeSlot } from './layout.ts';
import { FULL, known, NOT_SAID, unknown } from './packed.ts';
import { literalNumber, type Reader, readerOf, slotsOf, tagOf } from './reader.ts';
import { EMPTY_CELL, factSide, literalSide, newSide, READ } from './sides.ts';
import { KNOWN, unknownAt, whyUnknown } from './slots.ts';

function memberNumbers(set: CodeSet, { compiler: { law, layout } }: Place): ReadonlySet<number> {
  const codes = 'group' in set ? [...(law.groups.get(set.group) ?? [])] : set;
  return new Set(codes.map((code) => codeSlot(code, layout)));
}

export function compileIn(fact: string, set: CodeSet, place: Place): CompiledLeaf {
  const side = factSide(fact, place);
  const members = memberNumbers(set, place);
  const [cell, { grade }] = [newSide(), place];
  return {
    missing: (frame) => [side.name(frame)],
    evaluate: (frame) => {
      const read = side.read(frame, cell);
      if (read === EMPTY_CELL) return known(false, FULL, grade);
      if (read !== READ) return unknown(cell.why);
      return cell.byHand ? unknown(NOT_SAID) : known(members.has(cell.lo), cell.strength, grade);
    },
  };
}

type Held = ReadonlySet<number>;
const NONE: Held = new Set();

/** The set that the person gave; nothing where it is not known. */
function setOf(reader: Reader, frame: Frame): Held | undefined {
  const slots = slotsOf(reader, frame);
  if (slots === undefined || ((slots.tags[reader.slot] as number) & 3) !== KNOWN) return undefined;
  return slots.sets[reader.slot] ?? NONE;
}

export function compileIncludes(fact: string, wanted: string | FactRef, place: Place): CompiledLeaf {
  const held = readerOf(fact, place);
  const { layout } = place.compiler;
  const code =
    typeof wanted === 'string' ? literalSide(literalNumber(wanted, layout)) : factSide(wanted.fact, place);
  const [cell, { grade }] = [newSide(), place];
  return {
    missing: (frame) =>
      [
        ...(setOf(held, frame) === undefined ? [held.name(frame)] : []),
        ...(code.read(frame, newSide()) === READ ? [] : [code.name(frame)]),
      ].sort(),
    evaluate: (frame) => {
      const read = code.read(frame, cell);
      if (read === EMPTY_CELL) return known(false, FULL, grade);
      const set = setOf(held, frame);
      const tag = tagOf(held, frame);
      if (set === undefined || read !== READ)
        return unknown((set === undefined ? whyUnknown(tag) : 0) | (read === READ ? 0 : cell.why));
      return known(set.has(cell.lo), Math.min(tag >> 2, cell.strength), grade);
    },
  };
}

type SetTest = (held: Held, wanted: Held) => boolean;

export const includesAny: SetTest = (held, wanted) => {
  for (const code of held) if (wanted.has(code)) return true;
  return false;
};

/** Also true of no code at all. */
export const onlyFrom: SetTest = (held, wanted) => {
  for (const code of held) if (!wanted.has(code)) return false;
  return true;
};

export function compileSet(fact: string, set: CodeSet, place: Place, test: SetTest): CompiledLeaf {
  const reader = readerOf(fact, place);
  const members = memberNumbers(set, place);
  return {
    missing: (frame) => [reader.name(frame)],
    evaluate: (frame) => {
      const tag = tagOf(reader, frame);
      const held = setOf(reader, frame);
      return held === undefined ? unknownAt(tag) : known(test(held, members), tag >> 2, place.grade);
    },
  };
}
