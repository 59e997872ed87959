// @ts-check
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import isoCountries from 'i18n-iso-countries';
import { parse as parseYaml } from 'yaml';
import { root } from './run.mjs';

const library = path.join(root, 'adapters/build/library.json');
const atlas = path.join(root, 'node_modules/world-atlas/countries-50m.json');
const samples = path.join(root, 'packs/samples');
const folder = path.join(root, 'apps/portal/.cache/library');

/** Writes what a browser loads when it needs it: the parts of the library, the map, the samples. Vite gives each file a name with its hash. */
export async function makePortalData() {
  rmSync(folder, { recursive: true, force: true });
  const { cutLibrary } = await import(path.join(root, 'apps/server/dist/index.js'));
  const made = JSON.parse(readFileSync(library, 'utf8'));
  for (const [name, part] of Object.entries(cutLibrary(made))) write(name, part);
  for (const { pack } of made.law.packs)
    write(`authoring/${pack.pack}`, { pack: pack.pack, files: readPackFiles(pack.pack) });
  write('samples', readSamples());
  write('world', nameByAlpha2(JSON.parse(readFileSync(atlas, 'utf8'))));
}

/**
 * The atlas (Natural Earth, public domain) names countries by number; we name them by two letters. Kosovo has no number yet.
 * Antarctica licenses nobody and would take a sixth of the map.
 * @param {{ type: string, transform: unknown, arcs: unknown, objects: { countries: { type: string, geometries: AtlasCountry[] } } }} world
 * @typedef {{ type: string, id?: string, arcs: unknown[], properties: { name: string } }} AtlasCountry
 */
function nameByAlpha2({ type, transform, arcs, objects }) {
  const named = objects.countries.geometries
    .filter(({ id }) => id !== '010')
    .map((country) => {
      const code =
        country.properties.name === 'Kosovo' ? 'XK' : isoCountries.numericToAlpha2(country.id ?? '');
      return { ...polygonsOf(country), properties: country.properties, code };
    });
  // Some countries come in several pieces that share one number.
  /** @type {Map<string, typeof named[number]>} */
  const whole = new Map();
  for (const piece of named) {
    const key = piece.code ?? piece.properties.name;
    const held = whole.get(key);
    const isLarger = held === undefined || piece.arcs.length > held.arcs.length;
    whole.set(key, { ...(isLarger ? piece : held), arcs: [...(held?.arcs ?? []), ...piece.arcs] });
  }
  const geometries = [...whole.values()].map(({ code, ...rest }) =>
    code === undefined ? rest : { ...rest, id: code },
  );
  return { type, transform, arcs, objects: { countries: { type: objects.countries.type, geometries } } };
}

/** @param {string} name @param {unknown} value */
function write(name, value) {
  const part = path.join(folder, `${name}.json.part`);
  mkdirSync(path.dirname(part), { recursive: true });
  writeFileSync(part, JSON.stringify(value));
  renameSync(part, path.join(folder, `${name}.json`));
}

/** @param {AtlasCountry} country */
function polygonsOf({ type, arcs }) {
  return { type: 'MultiPolygon', arcs: type === 'Polygon' ? [arcs] : arcs };
}

/**
 * As its authors wrote them, for the page on which a rule is changed.
 * @param {string} pack
 */
function readPackFiles(pack) {
  const from = path.join(root, 'packs/jurisdictions', pack);
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.ya?ml$/.test(name),
  );
  return names.sort().map((name) => ({
    file: `jurisdictions/${pack}/${name.replaceAll(path.sep, '/')}`,
    text: readFileSync(path.join(from, name), 'utf8'),
  }));
}

/** Fictional people, to try the product with. */
function readSamples() {
  const files = readdirSync(samples).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => ({
    sample: path.basename(file, '.yaml'),
    dossier: parseYaml(readFileSync(path.join(samples, file), 'utf8')),
  }));
}
