/**
 * What one rule said of one person, without what the law says of everybody: schema `testamur/answer/1`. With the law of the same hash it
 * is the whole explanation again (`read-answer.ts`); an explanation repeats sentences and citations, and is twenty times as long.
 */
import type { ExplanationNode, FactUsed } from '../assessment.ts';

/** The answer by its version, or the explanation itself where versions had to be weighed against each other. */
export type Answer = VersionAnswer | { readonly explanation: ExplanationNode; readonly rule: string };

export type VersionAnswer = {
  /** The facts that the version reads, in the order of its sheet. */
  readonly facts: readonly GivenFact[];
  /** By the number of a node: what its letters do not tell. */
  readonly more?: Readonly<Record<string, More>>;
  readonly rule: string;
  /** Three letters a node, children before their parents: see `state-letters.ts`. */
  readonly states: string;
  /** A letter a fact: its strength from 1 to 4, 0 where there is none. */
  readonly strengths: string;
  readonly version: string;
};

/**
 * A number, or a day as days since 1970-01-01; yes or no; anything else as text; null where unknown; more where there is more to say.
 */
export type GivenFact = number | boolean | string | null | Omit<FactUsed, 'fact' | 'label'>;

export type More = {
  readonly independentOf?: readonly string[];
  readonly matched?: readonly string[];
  readonly missing?: readonly string[];
  readonly possible?: readonly string[];
  /** Of a reference: what the rule said. */
  readonly said?: Answer;
};
