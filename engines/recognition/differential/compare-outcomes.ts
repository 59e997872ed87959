/** The first thing in which two back ends differ about a node, or below it. */
import type { Outcome } from '../reference/outcome.ts';

export type Difference = {
  readonly path: string;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
};

const FIELDS = [
  'path',
  'truth',
  'standing',
  'strength',
  'grade',
  'reasons',
  'missing',
  'independentOf',
  'matched',
  'possible',
] as const;

export function compareOutcomes(expected: Outcome, found: Outcome): Difference | undefined {
  for (const what of FIELDS) {
    const [a, b] = [expected[what], found[what]];
    if (!isSame(a, b)) return { path: expected.path, what, expected: String(a), found: String(b) };
  }
  if (expected.children.length !== found.children.length) {
    const [a, b] = [expected.children.length, found.children.length];
    return { path: expected.path, what: 'children', expected: String(a), found: String(b) };
  }
  for (const [index, child] of expected.children.entries()) {
    const below = compareOutcomes(child, found.children[index] as Outcome);
    if (below !== undefined) return below;
  }
  return undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
