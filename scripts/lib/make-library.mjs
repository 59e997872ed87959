// @ts-check
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const folder = path.join(root, 'adapters/build');

/** @param {string} door of a floor, built already */
const open = (door) => import(path.join(root, door));

/**
 * Reads and checks the packs folder once and writes it as one JSON file, so that a start need not read YAML.
 * @returns {Promise<number>} an exit code
 */
export async function makeLibrary() {
  const { loadPacks } = await open('adapters/dist/packs/index.js');
  const { loadRegistry, searchFileOf } = await open('adapters/dist/registry/index.js');
  const { makeSet } = await open('adapters/dist/library/index.js');
  const { packLawFile, packRegistryFile } = await open('services/dist/recognising/index.js');
  const packs = path.join(root, 'packs');
  const law = loadPacks(packs);
  const registry = loadRegistry(packs);
  if (law.problems.length > 0 || !registry.ok) return refuse(law.problems, registry.ok ? [] : registry.error);
  const { schools, countries, subdivisions, regulators, sources } = registry.value;
  const named = (/** @type {{ code: string }[]} */ rows) => rows.map((body) => ({ id: body.code, body }));
  const library = {
    schema: 'testamur/library/1',
    law: packLawFile(law, law.agreements),
    languages: law.languages,
    registry: packRegistryFile(registry.value.registry),
    search: searchFileOf(registry.value),
    cases: [...law.suites.values()].flatMap((/** @type {{ cases: { value: unknown }[] }} */ suite) =>
      suite.cases.map(({ value }) => value),
    ),
    changelogs: Object.fromEntries(
      [...law.suites].map(([pack, { changelog = [] }]) => [
        pack,
        changelog.map((/** @type {{ value: unknown }} */ { value }) => value),
      ]),
    ),
    maintainers: law.maintainers,
    ...{ countries, subdivisions, regulators, sources },
    sets: [
      makeSet('jurisdictions', named([...countries, ...subdivisions])),
      makeSet(
        'packs',
        law.packs.map((/** @type {{ pack: string }} */ body) => ({ id: body.pack, body })),
      ),
      makeSet(
        'schools',
        schools.map((/** @type {{ id: string }} */ body) => ({ id: body.id, body })),
      ),
    ],
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'library.json.part'), JSON.stringify(library));
  renameSync(path.join(folder, 'library.json.part'), path.join(folder, 'library.json'));
  return 0;
}

/**
 * @param {{ file: string, line: number, column: number, message: string }[]} packs
 * @param {{ message: string, hint?: string }[]} registry
 */
function refuse(packs, registry) {
  for (const { file, line, column, message } of packs.slice(0, 20)) {
    console.error(`packs/${file}:${line}:${column} ${message}`);
  }
  for (const { message, hint } of registry.slice(0, 20)) console.error(message, hint ?? '');
  console.error('The packs cannot be read; see the lines above.');
  return 1;
}
