/** A fact that a node reads, as the explanation shows it: what the person gave, on which strength. */
import type { FactUsed } from '../assessment.ts';
import type { Facts } from '../language/facts.ts';
import { showValue } from './show-value.ts';
import type { FactNamed } from './tell-node.ts';

export type ShowFact = (named: FactNamed) => FactUsed;

/** Shown once for a person and kept. */
export function makeShowFact(facts: Facts): ShowFact {
  const held = new Map<string, FactUsed>();
  return (named) => {
    const known = held.get(named.fact);
    if (known !== undefined) return known;
    const shown = showFact(named, facts);
    held.set(named.fact, shown);
    return shown;
  };
}

function showFact({ fact, label, definition }: FactNamed, facts: Facts): FactUsed {
  const value = facts.scalars.get(fact) ?? { state: 'unknown' as const };
  const shown = showValue(value, definition);
  return {
    fact,
    label,
    state: value.state === 'range' ? 'known' : value.state,
    ...(shown === undefined ? {} : { value: shown }),
    ...('strength' in value ? { strength: value.strength } : {}),
  };
}
