/** A packs folder, read and checked once, as the one file from which the product runs. */
import type { LibraryFile } from '@testamur/adapters/library';
import { makeSet } from '@testamur/adapters/library';
import { loadPacks } from '@testamur/adapters/packs';
import { loadRegistry, searchFileOf } from '@testamur/adapters/registry';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { packLawFile, packRegistryFile } from '@testamur/services/recognising';

export function composeLibrary(folder: string): Result<LibraryFile, readonly Problem[]> {
  const law = loadPacks(folder);
  const registry = loadRegistry(folder);
  const problems = [...law.problems.map(placed), ...(registry.ok ? [] : registry.error)];
  if (!registry.ok || problems.length > 0) return err(problems);
  const { schools, countries, subdivisions, regulators, sources } = registry.value;
  return ok({
    schema: 'testamur/library/1',
    law: packLawFile(law, law.agreements),
    languages: law.languages,
    registry: packRegistryFile(registry.value.registry),
    search: searchFileOf(registry.value),
    cases: [...law.suites.values()].flatMap(({ cases }) => cases.map(({ value }) => value)),
    changelogs: Object.fromEntries(
      [...law.suites].map(([pack, { changelog = [] }]) => [pack, changelog.map(({ value }) => value)]),
    ),
    maintainers: law.maintainers,
    ...{ countries, subdivisions, regulators, sources },
    sets: [
      makeSet('jurisdictions', named([...countries, ...subdivisions])),
      makeSet(
        'packs',
        law.packs.map((body) => ({ id: body.pack, body })),
      ),
      makeSet(
        'schools',
        schools.map((body) => ({ id: body.id, body })),
      ),
    ],
  });
}

const named = (rows: readonly { readonly code: string }[]) => rows.map((body) => ({ id: body.code, body }));

type Placed = Problem & { readonly file: string; readonly line: number; readonly column: number };

const placed = ({ file, line, column, ...problem }: Placed): Problem => ({
  ...problem,
  message: `packs/${file}:${line}:${column} ${problem.message}`,
});
