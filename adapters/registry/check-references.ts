import type { RegistryProblem } from './errors.ts';
import type { RegistryData } from './registry-data.ts';

type Reference = { readonly at: string; readonly kind: string; readonly id: string };

/** Ids that name nothing, and ids that name two things. */
export function checkReferences(data: RegistryData): readonly RegistryProblem[] {
  return [...duplicateIds(data), ...danglingReferences(data)];
}

function duplicateIds({ schools }: RegistryData): readonly RegistryProblem[] {
  const seen = new Map<string, string>();
  return schools.flatMap((school) => {
    const twice = [school.id, ...school.keys].filter((id) => seen.has(id));
    for (const id of [school.id, ...school.keys]) seen.set(id, school.name);
    return twice.map((id) => ({
      code: 'REGISTRY_DUPLICATE_ID' as const,
      message: `${id} names two schools; one of them is ${school.name}.`,
      at: `registry/schools/${school.id}`,
      hint: 'Import the schools again; if it stays, decide in curation.yaml whether they are one.',
    }));
  });
}

function danglingReferences(data: RegistryData): readonly RegistryProblem[] {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    source: new Set(data.sources.map(({ id }) => id)),
    country: new Set(data.countries.map(({ code }) => code)),
    subdivision: new Set(data.subdivisions.map(({ code }) => code)),
    recogniser: new Set(data.registry.recognisers.keys()),
    agency: new Set(data.registry.agencies.keys()),
    school: new Set(data.registry.schools.keys()),
  };
  return referencesOf(data)
    .filter(({ kind, id }) => !known[kind]?.has(id))
    .map(({ at, kind, id }) => ({
      code: 'REGISTRY_UNKNOWN_REFERENCE' as const,
      message: `${at} names the ${kind} ${id}, which is not in the registry.`,
      at,
      hint: `Correct the id, or add the ${kind}.`,
    }));
}

function referencesOf({ schools, registry }: RegistryData): readonly Reference[] {
  const ofSchools = schools.flatMap((school) => {
    const at = `registry/schools/${school.id}`;
    const sources = new Set(Object.values(school.evidence).flat());
    return [
      ...[...sources].map((id) => ({ at, kind: 'source', id })),
      { at, kind: 'country', id: school.country },
      ...(school.subdivision === undefined ? [] : [{ at, kind: 'subdivision', id: school.subdivision }]),
    ];
  });
  const ofAgencies = [...registry.agencies.values()].flatMap((agency) =>
    agency.recognitions.flatMap(({ recogniser, territories }) => [
      { at: `agencies/${agency.id}`, kind: 'recogniser', id: recogniser },
      ...territories.map(({ country }) => ({ at: `agencies/${agency.id}`, kind: 'country', id: country })),
    ]),
  );
  const ofDecisions = [...registry.decisions.values()].flat().flatMap((decision) => [
    { at: 'registry/accreditations.yaml', kind: 'agency', id: decision.agency },
    { at: 'registry/accreditations.yaml', kind: 'school', id: decision.school },
  ]);
  return [...ofSchools, ...ofAgencies, ...ofDecisions];
}
