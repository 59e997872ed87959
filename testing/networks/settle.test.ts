import { describe, expect, it } from 'vitest';
import { bruteFront, frontOf, type Problem, type ProblemNode, settle } from './index.ts';

const joint = (needs: number, ...parts: readonly number[]): ProblemNode => ({
  needs,
  parts,
  days: 0,
  euros: 0,
  isStep: false,
  isHop: false,
});
const step = (days: number, euros: number, ...parts: readonly number[]): ProblemNode => ({
  ...joint(parts.length, ...parts),
  days,
  euros,
  isStep: true,
});

describe('plain evaluation', () => {
  // A paper (0) serves both an exam (1) and an interview (2); a course (3) stands in for the interview.
  const nodes = [step(10, 5), step(20, 7, 0), step(3, 2, 0), step(40, 1), joint(1, 2, 3), joint(2, 1, 4)];

  it('lets steps run side by side and pays the shared one once', () => {
    expect(settle(nodes, new Set([0, 1, 2])).get(5)).toBe(30);
    expect(settle(nodes, new Set([0, 1, 3])).get(5)).toBe(40);
    expect(settle(nodes, new Set([1, 2, 3])).has(5)).toBe(false);
    expect(bruteFront({ nodes, target: 5, hopLimit: 0 })).toEqual([
      { euros: 13, days: 40 },
      { euros: 14, days: 30 },
    ]);
  });

  it('lets no more licences be obtained on the way than allowed', () => {
    const hops = nodes.map((node, id) => (id === 3 ? { ...node, isHop: true } : node));
    const problem: Problem = { nodes: hops, target: 5, hopLimit: 0 };
    expect(bruteFront(problem)).toEqual([{ euros: 14, days: 30 }]);
    expect(bruteFront({ ...problem, hopLimit: 1 })).toHaveLength(2);
  });

  it('lets nothing rest on itself', () => {
    const circle = [joint(1, 1), joint(1, 0), step(0, 0, 2)];
    expect(settle(circle, new Set([2])).size).toBe(0);
    expect(bruteFront({ nodes: circle, target: 0, hopLimit: 1 })).toEqual([]);
  });
});

describe('a front', () => {
  it('keeps what nothing beats in both, each point once', () => {
    const points = [
      { euros: 5, days: 5 },
      { euros: 5, days: 5 },
      { euros: 6, days: 5 },
      { euros: 4, days: 9 },
      { euros: 5, days: 7 },
      { euros: 9, days: 1 },
    ];
    expect(frontOf(points)).toEqual([points[3], points[0], points[5]]);
  });
});
