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

/**
 * Cuts the library into the files that a browser loads when it needs them; Vite gives each a name with its hash.
 * Each word travels once: the vocabulary apart from the law, so that the questions stand before the law has arrived; what a verdict
 * does not rest on (the cards of sources, the questions nobody has answered) pack by pack, for the page that shows it; the names of
 * schools with the search.
 */
export function makePortalData() {
  rmSync(folder, { recursive: true, force: true });
  const { law, languages, registry, search } = JSON.parse(readFileSync(library, 'utf8'));
  const { sections, codeLists, groups, agreements: _notEvaluated, ...rest } = law;
  write('vocabulary', { schema: 'testamur/vocabulary/1', sections, codeLists, groups });
  for (const { language, labels } of languages) write(`labels/${language}`, labels);
  write('law', { ...rest, packs: rest.packs.map(withoutNotes) });
  for (const { pack } of rest.packs) {
    const { sources, openQuestions } = pack;
    write(`notes/${pack.pack}`, { pack: pack.pack, sources, openQuestions });
    write(`authoring/${pack.pack}`, { pack: pack.pack, files: readPackFiles(pack.pack) });
  }
  write('registry', { ...registry, schools: registry.schools.map(withoutNames) });
  write('edition', { recordedUntil: latestRecord(rest.packs) });
  write('search', search);
  write('samples', readSamples());
  write('world', nameByAlpha2(JSON.parse(readFileSync(atlas, 'utf8'))));
}

/** @param {{ hash: string, pack: Record<string, unknown> }} each The hash stays that of the whole pack. */
function withoutNotes({ hash, pack: { sources: _sources, openQuestions: _openQuestions, ...pack } }) {
  return { hash, pack };
}

/** @param {Record<string, unknown>} school */
function withoutNames({ names: _names, ...school }) {
  return school;
}

/**
 * The day on which the law was last written to.
 * @param {{ pack: { rules: { versions: { recordedAt: string }[] }[] } }[]} packs
 */
function latestRecord(packs) {
  return packs
    .flatMap(({ pack }) => pack.rules.flatMap(({ versions }) => versions.map(({ recordedAt }) => recordedAt)))
    .sort()
    .at(-1);
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
