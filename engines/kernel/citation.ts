/**
 * How near the cited text stands to the law: A a statute or a treaty, B a rule made by the regulator, C the regulator's guidance or
 * page, D anyone else. It says nothing about how far a person's facts are proven: that is another scale.
 */
export type CitationGrade = 'A' | 'B' | 'C' | 'D';

/** From the strongest to the weakest. */
export const CITATION_GRADES: readonly CitationGrade[] = ['A', 'B', 'C', 'D'];

/** Where a sentence of law or a fact was read. Days are ISO texts, as in the packs: a citation is shown, not computed with. */
export type Citation = {
  /** Title and publisher, or the id of a source that has them. */
  readonly source: string;
  /** A clause, a heading, or `whole page`; never invented. */
  readonly locator: string;
  readonly url?: string;
  /** The full official citation, where there is no address or the address may die. */
  readonly citation?: string;
  readonly published?: string;
  readonly inForceFrom?: string;
  /** The day of the copy that was read. */
  readonly seen: string | 'undated';
  /** BCP 47 tag of the language that was read. */
  readonly lang?: string;
  readonly translation?: 'official' | 'own';
  readonly grade: CitationGrade;
};

/** Negative when `a` is stronger than `b`, positive when weaker: sorts the strongest first. */
export function compareGrades(a: CitationGrade, b: CitationGrade): number {
  return CITATION_GRADES.indexOf(a) - CITATION_GRADES.indexOf(b);
}

/** The grade of what rests on *all* of these; nothing rests on nothing. */
export function weakestGrade(grades: readonly CitationGrade[]): CitationGrade | undefined {
  return CITATION_GRADES.findLast((grade) => grades.includes(grade));
}

/** The grade of what *any one* of these is enough for. */
export function strongestGrade(grades: readonly CitationGrade[]): CitationGrade | undefined {
  return CITATION_GRADES.find((grade) => grades.includes(grade));
}
