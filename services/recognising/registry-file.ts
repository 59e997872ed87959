import type {
  AccreditationDecision,
  Agency,
  Recogniser,
  Registry,
  RegistrySchool,
} from '@testamur/engines/recognition/registry';

/** What is known about schools, agencies and their decisions, in the form in which it travels: plain JSON. */
export type RegistryFile = {
  readonly schema: 'testamur/registry/1';
  readonly schools: readonly RegistrySchool[];
  readonly agencies: readonly Agency[];
  readonly recognisers: readonly Recogniser[];
  readonly decisions: readonly AccreditationDecision[];
};

export function packRegistryFile(registry: Registry): RegistryFile {
  return {
    schema: 'testamur/registry/1',
    schools: [...registry.schools.values()],
    agencies: [...registry.agencies.values()],
    recognisers: [...registry.recognisers.values()],
    decisions: [...registry.decisions.values()].flat(),
  };
}

/** What the engine takes. */
export function unpackRegistryFile(file: RegistryFile): Registry {
  const decisions = new Map<string, AccreditationDecision[]>();
  for (const decision of file.decisions) {
    decisions.set(decision.school, [...(decisions.get(decision.school) ?? []), decision]);
  }
  return {
    schools: new Map(file.schools.map((school) => [school.id, school])),
    agencies: new Map(file.agencies.map((agency) => [agency.id, agency])),
    recognisers: new Map(file.recognisers.map((recogniser) => [recogniser.id, recogniser])),
    decisions,
  };
}
