import { describe, expect, it } from 'vitest';
import {
  CITATION_GRADES,
  type CitationGrade,
  compareGrades,
  strongestGrade,
  weakestGrade,
} from './citation.ts';

describe('the grade of a citation', () => {
  it('goes from statute to hearsay', () => {
    const mixed: CitationGrade[] = ['C', 'A', 'D', 'B', 'A'];
    expect([...mixed].sort(compareGrades)).toEqual(['A', 'A', 'B', 'C', 'D']);
    expect(CITATION_GRADES).toEqual(['A', 'B', 'C', 'D']);
  });

  it.each([
    // grades, weakest, strongest
    [['A'], 'A', 'A'],
    [['A', 'D'], 'D', 'A'],
    [['D', 'A'], 'D', 'A'],
    [['C', 'B', 'C'], 'C', 'B'],
  ] as const)('of %j is at weakest %s and at strongest %s', (grades, weakest, strongest) => {
    expect(weakestGrade(grades)).toBe(weakest);
    expect(strongestGrade(grades)).toBe(strongest);
  });

  it('of nothing is no grade', () => {
    expect(weakestGrade([])).toBeUndefined();
    expect(strongestGrade([])).toBeUndefined();
  });

  it('compares equal only with itself, and both ways round alike', () => {
    for (const a of CITATION_GRADES) {
      for (const b of CITATION_GRADES) {
        expect(compareGrades(a, b) === 0).toBe(a === b);
        expect(compareGrades(a, b)).toBe(0 - compareGrades(b, a));
      }
    }
  });
});
