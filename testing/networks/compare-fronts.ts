/** Whether the planner's search and an oracle say the same of a question. */
import { findFront } from '@testamur/engines/planner';
import type { Question } from './problem.ts';
import type { Point } from './settle.ts';

export type Found = { readonly points: readonly Point[]; readonly isExact: boolean };

/** A limit that is a guard against going on for ever, not a promise of speed. */
const LIMIT = { branches: 10_000_000, tries: 100_000 };

export function findPoints(question: Question): Found {
  const { ways, complete } = findFront({ ...question, assuming: false, limit: LIMIT });
  const points = ways.map(({ cost, end }) => ({ euros: cost.known[0]?.amount ?? 0, days: end.day }));
  return { points, isExact: complete };
}

export const tellPoints = (points: readonly Point[]): string =>
  points.map(({ euros, days }) => `${euros} EUR in ${days} days`).join(', ');
