import type { CitationGrade } from '@testamur/engines/kernel';
import type { MessageKey } from '../language/messages.ts';

/** How near a cited text stands to the law, in words. */
export const GRADES: Readonly<Record<CitationGrade, MessageKey>> = {
  A: 'common.grade.A',
  B: 'common.grade.B',
  C: 'common.grade.C',
  D: 'common.grade.D',
};
