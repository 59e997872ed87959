/** Small answers that leaves share. */
import type { FactValue, Strength } from '../language/facts.ts';
import type { LeafAnswer } from './outcome.ts';

export const certain = (truth: boolean, strength: Strength): LeafAnswer => ({
  truth: truth ? 'true' : 'false',
  strength,
});

export const notSaid = (missing: readonly string[]): LeafAnswer => ({
  truth: 'unknown',
  reasons: ['notSaid'],
  missing: [...new Set(missing)].sort(),
});

export const notResearched: LeafAnswer = { truth: 'unknown', reasons: ['notResearched'], missing: [] };

export const disputed = (fact: string): LeafAnswer => ({
  truth: 'unknown',
  reasons: ['disputed'],
  missing: [fact],
});

export const weakest = (...strengths: readonly Strength[]): Strength => Math.min(4, ...strengths) as Strength;

/** The answer for a fact that cannot be compared because it is unknown or disputed. */
export function cannotCompare(value: FactValue, name: string): LeafAnswer {
  return value.state === 'disputed' ? disputed(name) : notSaid([name]);
}
