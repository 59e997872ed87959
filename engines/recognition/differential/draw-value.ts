/** One value of a fact, near the points at which the law changes its answer. */
import { addPeriod, asDay, formatDay, subtractPeriod } from '../../kernel/index.ts';
import type { FactValue, Strength } from '../language/facts.ts';
import { literalDay, literalPartialDate, literalPeriod } from '../language/literals.ts';
import type { Scalar } from '../language/nodes.ts';
import type { FactDefinition, Vocabulary } from '../language/vocabulary.ts';
import type { Random } from './random.ts';

export type Draw = {
  readonly random: Random;
  readonly vocabulary: Vocabulary;
  readonly literals: ReadonlyMap<string, ReadonlySet<Scalar>>;
  readonly periods: readonly string[];
  /** Days drawn for this record so far: periods are counted from them. */
  readonly days: number[];
};

export const SCHOOLS = ['sch-one', 'sch-two', 'sch-three', 'by-hand:AA:A school not listed'] as const;

const EARLIEST = literalDay('1985-01-01');
const SPAN = 16_500;

export const drawStrength = (random: Random): Strength => (1 + random.below(4)) as Strength;

export function drawValue(name: string, definition: FactDefinition, draw: Draw): FactValue {
  const { random } = draw;
  const strength = drawStrength(random);
  const known = (value: boolean | string | readonly string[]): FactValue => ({
    state: 'known',
    value,
    strength,
  });
  switch (definition.type) {
    case 'boolean':
      return known(random.chance(0.5));
    case 'code':
      return known(drawCode(name, definition.codes, draw));
    case 'codes':
      return known(drawCodes(name, definition.codes, draw));
    case 'school':
      return known(random.pick(SCHOOLS));
    case 'text':
      return known('words');
    case 'number':
      return drawNumber(name, draw, strength);
    case 'day':
      return drawDay(name, draw, strength);
  }
}

const literalsOf = (name: string, { literals }: Draw): readonly Scalar[] => [...(literals.get(name) ?? [])];

/** A code that the law names, or one that it names nowhere. */
function drawCode(name: string, codes: string, draw: Draw): string {
  const named = literalsOf(name, draw).map(String);
  if (named.length > 0 && draw.random.chance(0.75)) return draw.random.pick(named);
  const others = (draw.vocabulary.codeLists.get(codes)?.entries ?? [])
    .map(({ code }) => code)
    .filter((code) => !named.includes(code));
  return others.length === 0 ? 'a-code-named-nowhere' : draw.random.pick(others);
}

function drawCodes(name: string, codes: string, draw: Draw): readonly string[] {
  const some = Array.from({ length: draw.random.below(4) }, () => drawCode(name, codes, draw));
  return [...new Set(some)].sort();
}

const WIDTHS = [0, 0, 0, 0, 0, 0, 1, 2] as const;

function drawNumber(name: string, { random, literals }: Draw, strength: Strength): FactValue {
  const named = [...(literals.get(name) ?? [])].filter((each) => typeof each === 'number');
  const around = named.length > 0 && random.chance(0.85) ? random.pick(named) : random.below(200);
  const lo = Math.max(0, around + random.pick([-1, -0.5, 0, 0, 0.5, 1]));
  return { state: 'range', lo, hi: lo + random.pick(WIDTHS), strength };
}

function drawDay(name: string, draw: Draw, strength: Strength): FactValue {
  const { random } = draw;
  const day = Math.max(EARLIEST - SPAN, aroundDay(name, draw) + random.pick([-1, 0, 0, 0, 1]));
  draw.days.push(day);
  if (random.chance(0.85)) return { state: 'range', lo: day, hi: day, strength };
  const partial = literalPartialDate(formatDay(asDay(day)).slice(0, random.chance(0.6) ? 7 : 4));
  return { state: 'range', lo: partial.earliest, hi: partial.latest, strength };
}

function aroundDay(name: string, { random, literals, periods, days }: Draw): number {
  const named = [...(literals.get(name) ?? [])].filter((each) => typeof each === 'string');
  if (named.length > 0 && random.chance(0.5)) return literalDay(random.pick(named));
  const uniform = EARLIEST + random.below(SPAN);
  if (days.length === 0 || random.chance(0.15)) return uniform;
  const from = asDay(random.pick(days));
  if (periods.length === 0 || random.chance(0.2)) return from;
  const period = literalPeriod(random.pick(periods));
  const rounding = random.pick(['clamp', 'next-day'] as const);
  return random.chance(0.5) ? addPeriod(from, period, rounding) : subtractPeriod(from, period, rounding);
}
