export type { WordMatchKind } from './match-word.ts';
export type { EntryKind, PlaceNames, SchoolIndex, SearchableSchool } from './school-index.ts';
export { buildSchoolIndex } from './school-index.ts';
export type { SearchFile, SearchRow } from './search-file.ts';
export { packSearchFile, unpackSearchFile } from './search-file.ts';
export type { SchoolHit, SearchOptions, WordReason } from './search-schools.ts';
export { searchSchools } from './search-schools.ts';
