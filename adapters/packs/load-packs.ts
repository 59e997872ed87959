/** Reads the folder of packs: vocabulary, shared steps and one pack per jurisdiction. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Citation } from '@testamur/engines/kernel';
import type { CodeList, Group, OpenQuestion, Pack, Route, Rule, Section, Source, Step, Table, Vocabulary } from '@testamur/engines/recognition';
import { readYaml, type YamlProblem } from './read-yaml.ts';

export type PackSet = {
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  readonly packs: readonly Pack[];
  readonly problems: readonly YamlProblem[];
};

type Raw = Record<string, unknown>;
type Reader = { readonly list: <T>(folder: string) => readonly T[]; readonly one: <T>(file: string) => T | undefined; readonly problems: YamlProblem[] };

export function loadPacks(root: string): PackSet {
  const reader = makeReader();
  const vocabulary = loadVocabulary(root, reader);
  const folders = readdirSync(path.join(root, 'jurisdictions')).sort();
  const packs = folders.map((folder) => loadPack(path.join(root, 'jurisdictions', folder), reader)).filter((pack) => pack !== undefined);
  const commonSteps = reader.one<readonly Step[]>(path.join(root, 'vocabulary/steps.yaml')) ?? [];
  return { vocabulary: withJurisdictions(vocabulary, packs), commonSteps, packs, problems: reader.problems };
}

function makeReader(): Reader {
  const problems: YamlProblem[] = [];
  const one = <T>(file: string): T | undefined => {
    if (!existsSync(file)) return undefined;
    const read = readYaml(file);
    problems.push(...read.problems);
    return read.value?.value as T | undefined;
  };
  const list = <T>(folder: string): readonly T[] => filesOf(folder).flatMap((file) => one<readonly T[]>(file) ?? []);
  return { list, one, problems };
}

const filesOf = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => path.join(folder, name)) : [];

function loadVocabulary(root: string, reader: Reader): Vocabulary {
  const sections = new Map<string, Section>();
  for (const part of reader.list<Section>(path.join(root, 'vocabulary/sections'))) {
    const held = sections.get(part.section);
    sections.set(part.section, held === undefined ? part : { ...held, ...part, label: held.label ?? part.label, definition: held.definition ?? part.definition, facts: { ...held.facts, ...part.facts } });
  }
  const codeLists = new Map<string, CodeList>([['countries', loadCountries(root)]]);
  for (const part of reader.list<CodeList>(path.join(root, 'vocabulary/codes'))) {
    const held = codeLists.get(part.codes);
    codeLists.set(part.codes, held === undefined ? part : { ...held, entries: [...held.entries, ...part.entries] });
  }
  const groups = new Map(reader.list<Group>(path.join(root, 'vocabulary/groups')).map((group) => [group.group, group]));
  return { sections, codeLists, groups };
}

function loadCountries(root: string): CodeList {
  const lines = readFileSync(path.join(root, 'registry/countries.jsonl'), 'utf8').split('\n').filter((line) => line !== '');
  const entries = lines.map((line) => JSON.parse(line) as { code: string; name: string }).map(({ code, name }) => ({ code, label: name }));
  return { codes: 'countries', label: 'Country', open: false, entries };
}

/** Whoever licenses: every country, and every subdivision that has a pack or is named in the vocabulary. */
function withJurisdictions(vocabulary: Vocabulary, packs: readonly Pack[]): Vocabulary {
  const named = vocabulary.codeLists.get('jurisdictions')?.entries ?? [];
  const countries = vocabulary.codeLists.get('countries')?.entries ?? [];
  const own = packs.filter((pack) => pack.kind === 'authority').map((pack) => ({ code: pack.jurisdiction, label: pack.name }));
  const entries = [...new Map([...countries, ...own, ...named].map((entry) => [entry.code, entry])).values()];
  const codeLists = new Map(vocabulary.codeLists).set('jurisdictions', { codes: 'jurisdictions', label: 'Jurisdiction', open: true, entries });
  return { ...vocabulary, codeLists };
}

function loadPack(folder: string, reader: Reader): Pack | undefined {
  const head = reader.one<Raw>(path.join(folder, 'pack.yaml'));
  if (head === undefined) return undefined;
  const sources = reader.one<readonly Source[]>(path.join(folder, 'sources.yaml')) ?? [];
  const cited = <T>(part: T): T => fillCitations(part, new Map(sources.map((source) => [source.source, source])));
  return {
    ...(head as unknown as Pack),
    uses: (head['uses'] as readonly string[] | undefined) ?? [],
    openQuestions: (head['openQuestions'] as readonly OpenQuestion[] | undefined) ?? [],
    sources,
    rules: cited(reader.list<Rule>(path.join(folder, 'rules'))),
    routes: cited(reader.list<Route>(path.join(folder, 'routes'))).map(withLists),
    steps: cited(reader.list<Step>(path.join(folder, 'steps'))),
    tables: cited(reader.list<Table>(path.join(folder, 'tables'))),
  };
}

const withLists = (route: Route): Route => ({
  ...route,
  cite: route.cite ?? [],
  scope: route.scope ?? [],
  requirements: route.requirements ?? [],
  discretion: route.discretion ?? [],
  notes: route.notes ?? [],
  finally: route.finally ?? [],
});

/** A citation names its source; what the source says once (address, grade, language) is put into every citation of it. */
function fillCitations<T>(part: T, sources: ReadonlyMap<string, Source>): T {
  if (Array.isArray(part)) return part.map((each: unknown) => fillCitations(each, sources)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === 'cite' && Array.isArray(value) ? value.map((cite: Citation) => fillCitation(cite, sources)) : fillCitations(value as unknown, sources)]),
  ) as T;
}

function fillCitation(cite: Citation, sources: ReadonlyMap<string, Source>): Citation {
  const source = sources.get(cite.source);
  if (source === undefined) return cite;
  const { url, citation, published, lang, grade } = source;
  return { lang, ...(url === undefined ? {} : { url }), ...(citation === undefined ? {} : { citation }), ...(published === undefined ? {} : { published }), ...cite, grade: cite.grade ?? grade };
}
