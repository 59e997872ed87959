/** Where in the files a thing of a pack was written: `rule:gb.plab.plab1` → file and path. Paths inside the thing go on from there. */
import type { Path } from '../schema/problem.ts';

export type Origin = { readonly file: string; readonly at: Path };
export type Origins = ReadonlyMap<string, Origin>;

/** A file as read from YAML or JSON; its name is the path below the folder of packs. */
export type RawFile = { readonly file: string; readonly value: unknown };

export type SubjectKind =
  | 'pack'
  | 'source'
  | 'rule'
  | 'route'
  | 'step'
  | 'table'
  | 'case'
  | 'story'
  | 'equivalent'
  | 'sheet'
  | 'changelog'
  | 'section'
  | 'codes'
  | 'group'
  | 'maintainers'
  | 'agreement';

export const subjectOf = (kind: SubjectKind, id: string): string => `${kind}:${id}`;

/** Two packs may name one source alike: each has its own line. */
export const sourceSubject = (pack: string, source: string): string =>
  subjectOf('source', `${pack}/${source}`);
