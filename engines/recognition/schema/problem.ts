/** What is wrong with a file of packs: where, in which words, and how to mend it. */

export type Path = readonly (string | number)[];

export type PackCode =
  | 'PACK_KEY_UNKNOWN'
  | 'PACK_KEY_MISSING'
  | 'PACK_TYPE'
  | 'PACK_VALUE'
  | 'PACK_DATE'
  | 'PACK_PERIOD'
  | 'PACK_EMPTY'
  | 'PACK_OPERATOR'
  | 'PACK_DUPLICATE'
  | 'PACK_CONFLICT'
  | 'PACK_SOURCE_UNKNOWN'
  | 'PACK_FILE_UNKNOWN'
  | 'PACK_FILE_MISSING';

/** `at` is the path into the file's value. */
export type PackProblem = {
  readonly code: PackCode;
  readonly file: string;
  readonly at: Path;
  readonly message: string;
  readonly mend: string;
};

export type Report = (code: PackCode, at: Path, message: string, mend: string) => void;
