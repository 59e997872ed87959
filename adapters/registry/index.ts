export type { RegistryCode, RegistryProblem } from './errors.ts';
export { loadRegistry } from './load-registry.ts';
export type { RegistryData } from './registry-data.ts';
export type { SchoolLine } from './school-file.ts';
export { searchFileOf } from './search-file-of.ts';
export type { CountryLine, Regulator, SourceCard, SubdivisionLine } from './small-files.ts';
