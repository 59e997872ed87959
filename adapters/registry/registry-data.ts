import type { Registry } from '@testamur/engines/recognition/registry';
import type { SchoolLine } from './school-file.ts';
import type { CountryLine, PlaceGroups, Regulator, SourceCard, SubdivisionLine } from './small-files.ts';

/** Everything the registry folder holds, checked. Schools are sorted by country file, name and id. */
export type RegistryData = {
  readonly schools: readonly SchoolLine[];
  readonly countries: readonly CountryLine[];
  readonly subdivisions: readonly SubdivisionLine[];
  readonly regulators: readonly Regulator[];
  readonly sources: readonly SourceCard[];
  readonly places: PlaceGroups;
  /** The view by day, for the rules. */
  readonly registry: Registry;
};
