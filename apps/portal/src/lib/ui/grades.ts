import type { CitationGrade } from '@testamur/engines/kernel';

/** How near a cited text stands to the law, in words. */
export const GRADES: Readonly<Record<CitationGrade, string>> = {
  A: 'statute or treaty',
  B: 'rule of the regulator',
  C: 'guidance or page of the regulator',
  D: 'another source',
};
