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
 * The vocabulary comes apart from the law, so that the questions stand before the law has arrived; the law of every authority comes
 * without its words, which no verdict rests on, and pack by pack with them, for the page that shows it; the names of schools come with
 * the search.
 */
export function makePortalData() {
  rmSync(folder, { recursive: true, force: true });
  const { law, languages, registry, search } = JSON.parse(readFileSync(library, 'utf8'));
  const { sections, codeLists, groups, agreements: _notEvaluated, ...rest } = law;
  write('vocabulary', without(DEFINITIONS, { schema: 'testamur/vocabulary/1', sections, codeLists, groups }));
  for (const { language, labels } of languages) write(`labels/${language}`, withoutDefinitions(labels));
  write('law', { ...rest, packs: rest.packs.map(withoutWords) });
  for (const each of rest.packs) write(`packs/${each.pack.pack}`, each);
  write('registry', { ...registry, schools: registry.schools.map(withoutNames) });
  write('edition', { recordedUntil: latestRecord(rest.packs) });
  write('search', search);
  write('samples', readSamples());
  write('world', nameByAlpha2(JSON.parse(readFileSync(atlas, 'utf8'))));
}

/** What a form does not show of a word. @type {Readonly<Record<string, unknown>>} */
const DEFINITIONS = { definition: '', standard: '' };
/** What no verdict, no cost and no length of a way rests on. @type {Readonly<Record<string, unknown>>} */
const WORDS = { cite: [], text: '', notes: [], sources: [], openQuestions: [] };

/** @param {{ hash: string, pack: object }} each The hash stays that of the whole pack. */
function withoutWords({ hash, pack }) {
  return { hash, pack: without(WORDS, pack) };
}

/** @param {Readonly<Record<string, unknown>>} emptied @param {object} value */
function without(emptied, value) {
  return JSON.parse(
    JSON.stringify(value, (key, held) => (Object.hasOwn(emptied, key) ? emptied[key] : held)),
  );
}

/** @param {Record<string, string>} labels */
function withoutDefinitions(labels) {
  return Object.fromEntries(Object.entries(labels).filter(([id]) => !id.endsWith('/definition')));
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

/** Fictional people, to try the product with. */
function readSamples() {
  const files = readdirSync(samples).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => ({
    sample: path.basename(file, '.yaml'),
    dossier: parseYaml(readFileSync(path.join(samples, file), 'utf8')),
  }));
}
