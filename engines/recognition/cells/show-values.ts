/** The values found by a search, for people. */
import { type Day, formatDay } from '../../kernel/index.ts';
import type { FactValue } from '../language/facts.ts';
import type { Vocabulary } from '../language/vocabulary.ts';

export function showValues(values: ReadonlyMap<string, FactValue>, vocabulary: Vocabulary): string {
  return (
    [...values]
      .map(([fact, value]) => `${fact.replace(/^[@?]/, '')} = ${showValue(fact, value, vocabulary)}`)
      .join(', ') || 'whatever the facts'
  );
}

function showValue(fact: string, value: FactValue, vocabulary: Vocabulary): string {
  if (value.state === 'known') return String(value.value);
  if (value.state !== 'range') return 'unknown';
  const [section = '', name = ''] = fact.split('.');
  return vocabulary.sections.get(section)?.facts[name]?.type === 'day'
    ? formatDay(value.lo as Day)
    : String(value.lo);
}
