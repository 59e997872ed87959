/** `asOf`: what the registry knows of a school on a day, and what the person says where it is silent. `docs/semantics.md` section 12. */
import { asDay } from '../../kernel/index.ts';
import type { RegistryJoin } from '../language/nodes.ts';
import type { CompiledLeaf, Place } from './compiled-node.ts';
import { type DayCell, newDay, RANGE, VAGUE } from './day-cell.ts';
import { compileDay } from './days.ts';
import type { Frame } from './frame.ts';
import { DISPUTED, inOnes, known, NOT_SAID, truthOf, U, unknown } from './packed.ts';
import { type Reader, readerOf, slotsOf, tagOf } from './reader.ts';
import { BY_HAND, KNOWN, unknownAt } from './slots.ts';

const VERIFIED = inOnes(3);

export function compileRegistryJoin(join: RegistryJoin, place: Place): CompiledLeaf {
  const school = readerOf(join.subject, place);
  const otherwise = join.otherwise === undefined ? undefined : readerOf(join.otherwise, place);
  const on = compileDay(join.on, place);
  const [cell, { grade }] = [newDay(), place];
  const evaluate = (frame: Frame): number => {
    const tag = tagOf(school, frame);
    on.read(frame, cell);
    if ((tag & 3) === KNOWN && cell.state === RANGE) {
      const answer = askRegistry(join, cell, frame);
      if (answer.state === 'silent') return declared(otherwise, frame, grade, answer.weaker);
      return known(answer.state === 'true', Math.min(VERIFIED, tag >> 2, cell.strength), grade);
    }
    const said = declared(otherwise, frame, grade, undefined);
    if (truthOf(said) !== U) return said;
    if (!isNamed(tag)) return unknownAt(tag);
    return cell.state === VAGUE ? unknown(cell.reasons) : said;
  };
  return {
    evaluate,
    missing: (frame) => {
      const tag = tagOf(school, frame);
      on.read(frame, cell);
      const asked = otherwise === undefined ? [] : [otherwise.name(frame)];
      if ((tag & 3) === KNOWN && cell.state === RANGE) return asked;
      if (!isNamed(tag)) return [school.name(frame)];
      return cell.state === VAGUE ? on.missing(frame) : asked;
    },
  };
}

const isNamed = (tag: number): boolean => (tag & 3) === KNOWN || (tag & 3) === BY_HAND;

function askRegistry({ subject, recognisedBy }: RegistryJoin, { lo, hi }: DayCell, frame: Frame) {
  const school = frame.facts.scalars.get(subject);
  const id = school?.state === 'known' ? String(school.value) : '';
  return frame.registry.accredited(id, { lo: asDay(lo), hi: asDay(hi) }, recognisedBy);
}

/** What the person says; a weaker entry of the registry that contradicts it puts it in dispute. */
function declared(
  otherwise: Reader | undefined,
  frame: Frame,
  grade: number,
  weaker: boolean | undefined,
): number {
  const slots = otherwise === undefined ? undefined : slotsOf(otherwise, frame);
  if (otherwise === undefined || slots === undefined) return unknown(NOT_SAID);
  const tag = slots.tags[otherwise.slot] as number;
  if ((tag & 3) !== KNOWN) return unknownAt(tag);
  const said = slots.lo[otherwise.slot] === 1;
  return weaker !== undefined && weaker !== said ? unknown(DISPUTED) : known(said, tag >> 2, grade);
}
