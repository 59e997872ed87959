import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collectResults, err, mapResult, ok, type Result } from '@testamur/engines/kernel';
import { AgencyFile, DecisionFile, RecogniserFile } from './agency-file.ts';
import { buildRegistry } from './build-registry.ts';
import { checkDates } from './check-dates.ts';
import { checkReferences } from './check-references.ts';
import type { RegistryProblem } from './errors.ts';
import { listFiles, readJsonLines, readYamlFile } from './read-file.ts';
import type { RegistryData } from './registry-data.ts';
import { SchoolLine } from './school-file.ts';
import { CountryLine, PlaceFile, RegulatorFile, SourceFile, SubdivisionLine } from './small-files.ts';

type Read<T> = Result<T, readonly RegistryProblem[]>;
/** Files of packs/agencies that are not about one agency. */
const NOT_AN_AGENCY = ['recognisers.yaml', 'not-researched.yaml'];

/**
 * Reads the registry and the agencies of a folder of packs.
 *
 * @example
 * const loaded = loadRegistry('packs');
 * if (!loaded.ok) for (const problem of loaded.error) console.error(problem.message, problem.hint);
 */
export function loadRegistry(packsFolder: string): Result<RegistryData, readonly RegistryProblem[]> {
  const schools = readSchools(packsFolder);
  const agencies = readAgencies(packsFolder);
  const decisions = readDecisions(packsFolder);
  const recognisers = readYamlFile(
    join(packsFolder, 'agencies/recognisers.yaml'),
    'agencies/recognisers.yaml',
    RecogniserFile,
  );
  const countries = readRegistryLines(packsFolder, 'countries.jsonl', CountryLine);
  const subdivisions = readRegistryLines(packsFolder, 'subdivisions.jsonl', SubdivisionLine);
  const regulators = readRegistryYaml(packsFolder, 'regulators.yaml', RegulatorFile);
  const sources = readRegistryYaml(packsFolder, 'sources.yaml', SourceFile);
  const places = readRegistryYaml(packsFolder, 'places.yaml', PlaceFile);
  if (!schools.ok || !agencies.ok || !decisions.ok || !recognisers.ok || !countries.ok) {
    return err(
      problemsOf([
        schools,
        agencies,
        decisions,
        recognisers,
        countries,
        subdivisions,
        regulators,
        sources,
        places,
      ]),
    );
  }
  if (!subdivisions.ok || !regulators.ok || !sources.ok || !places.ok) {
    return err(problemsOf([subdivisions, regulators, sources, places]));
  }
  const dates = checkDates(
    { agencies: agencies.value, recognisers: recognisers.value, decisions: decisions.value },
    '',
  );
  if (dates.length > 0) return err(dates);
  const data: RegistryData = {
    schools: schools.value,
    countries: countries.value,
    subdivisions: subdivisions.value,
    regulators: regulators.value,
    sources: sources.value,
    places: places.value,
    registry: buildRegistry({
      schools: schools.value,
      agencies: agencies.value,
      recognisers: recognisers.value,
      decisions: decisions.value,
    }),
  };
  const dangling = checkReferences(data);
  return dangling.length > 0 ? err(dangling) : ok(data);
}

function readSchools(packs: string): Read<readonly SchoolLine[]> {
  const files = listFiles(join(packs, 'registry/schools'), 'registry/schools', '.jsonl');
  if (!files.ok) return files;
  return flatten(files.value.map((file) => readRegistryLines(packs, `schools/${file}`, SchoolLine)));
}

function readAgencies(packs: string): Read<readonly AgencyFile[]> {
  const files = listFiles(join(packs, 'agencies'), 'agencies', '.yaml');
  if (!files.ok) return files;
  const own = files.value.filter((file) => !NOT_AN_AGENCY.includes(file));
  return flatten(
    own.map((file) =>
      mapResult(readYamlFile(join(packs, 'agencies', file), `agencies/${file}`, AgencyFile), (agency) => [
        agency,
      ]),
    ),
  );
}

/** There need not be a file of decisions: openly published ones are rare. */
function readDecisions(packs: string): Read<DecisionFile> {
  if (!existsSync(join(packs, 'registry/accreditations.yaml'))) return ok([]);
  return readRegistryYaml(packs, 'accreditations.yaml', DecisionFile);
}

function readRegistryYaml<S extends Parameters<typeof readYamlFile>[2]>(
  packs: string,
  file: string,
  schema: S,
) {
  return readYamlFile(join(packs, 'registry', file), `registry/${file}`, schema);
}

function readRegistryLines<S extends Parameters<typeof readJsonLines>[2]>(
  packs: string,
  file: string,
  schema: S,
) {
  const lines = readJsonLines(join(packs, 'registry', file), `registry/${file}`, schema);
  return mapResult(lines, (placed) => placed.map(({ value }) => value));
}

function flatten<T>(reads: readonly Read<readonly T[]>[]): Read<readonly T[]> {
  const collected = collectResults(reads);
  return collected.ok ? ok(collected.value.flat()) : err(collected.error.flat());
}

function problemsOf(reads: readonly Read<unknown>[]): readonly RegistryProblem[] {
  return reads.flatMap((read) => (read.ok ? [] : read.error));
}
