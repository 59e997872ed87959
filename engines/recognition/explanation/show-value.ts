/** A fact as text, in the shortest form that says the same. */
import { asDay, formatPartialDate } from '../../kernel/index.ts';
import type { FactValue } from '../language/facts.ts';
import type { FactDefinition } from '../language/vocabulary.ts';
import { sayEnglish } from '../phrases/say.ts';

export function showValue(value: FactValue, definition: FactDefinition | undefined): string | undefined {
  if (value.state === 'known')
    return Array.isArray(value.value) ? value.value.join(', ') : String(value.value);
  if (value.state !== 'range') return undefined;
  if (definition?.type === 'day')
    return formatPartialDate({ earliest: asDay(value.lo), latest: asDay(value.hi) });
  return value.lo === value.hi ? String(value.lo) : sayEnglish('range', { from: value.lo, to: value.hi });
}
