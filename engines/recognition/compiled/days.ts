/** Day expressions, compiled: they leave their range in a cell that the caller reads at once. */
import { literalDay } from '../language/literals.ts';
import type { DayExpression } from '../language/nodes.ts';
import type { Place } from './compiled-node.ts';
import { type CompiledDay, NONE, setRange, VAGUE } from './day-cell.ts';
import { compileExtreme } from './extreme-day.ts';
import { FULL } from './packed.ts';
import { readerOf, slotsOf } from './reader.ts';
import { KNOWN, whyUnknown } from './slots.ts';

export function compileDay(expression: DayExpression, place: Place): CompiledDay {
  if (typeof expression === 'string') {
    const day = literalDay(expression);
    return { read: (_frame, into) => setRange(into, day, day, FULL), missing: () => [] };
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
  const { slot } = reader;
  return {
    missing: (frame) => [reader.name(frame)],
    read: (frame, into) => {
      const slots = slotsOf(reader, frame);
      const tag = slots === undefined ? 0 : (slots.tags[slot] as number);
      if (slots !== undefined && (tag & 3) === KNOWN)
        return setRange(into, slots.lo[slot] as number, slots.hi[slot] as number, tag >> 2);
      into.state = VAGUE;
      into.reasons = whyUnknown(tag);
    },
  };
}

function compileColumn(fact: string, place: Place): CompiledDay {
  const { slot } = readerOf(fact, place);
  return {
    missing: () => [],
    read: (frame, into) => {
      const cell = frame.row?.[slot];
      if (cell !== undefined) return setRange(into, cell, cell, FULL);
      into.state = NONE;
      into.strength = FULL;
    },
  };
}
