/** A shape says two things of one value from one source: what is wrong with it, and how an editor may complete it (JSON Schema). */
import type { JsonSchema } from '../facts/dossier-schema.ts';
import type { Path, Report } from './problem.ts';

/** What stands in the vocabulary and is only named in a file. */
export type WordKind =
  | 'fact'
  | 'question'
  | 'dayFact'
  | 'schoolFact'
  | 'field'
  | 'list'
  | 'group'
  | 'grant'
  | 'step'
  | 'dossier'
  | 'givenDossier';

/** The schema that is being written: its shared parts, and the words of the vocabulary. */
export type SchemaBook = {
  /** A part that is written once and referred to; `make` may refer to it in turn. */
  readonly define: (name: string, make: () => JsonSchema) => JsonSchema;
  readonly word: (kind: WordKind) => JsonSchema;
  /** What a comparison may compare each fact with. */
  readonly comparisons: () => readonly JsonSchema[];
};

export type Says = (book: SchemaBook) => JsonSchema;

export type Shape = {
  (value: unknown, at: Path, report: Report): void;
  readonly says: Says;
};

export const shapeOf = (check: (value: unknown, at: Path, report: Report) => void, says: Says): Shape =>
  Object.assign((value: unknown, at: Path, report: Report): void => check(value, at, report), { says });
