/** Reads the folder of packs: vocabulary, shared steps, agreements, policies and one pack per jurisdiction, each with its hash. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ContentHash, expectOk, hashOf } from '@testamur/engines/kernel';
import {
  type Agreement,
  type CodeList,
  labelsOf,
  type Maintainers,
  type Origin,
  type Pack,
  type PackProblem,
  type PackSuite,
  type Policy,
  parseAgreement,
  parseMaintainers,
  parsePack,
  parsePolicy,
  parseTranslation,
  parseVocabulary,
  type RawFile,
  type Step,
  type Translation,
  type Vocabulary,
} from '@testamur/engines/recognition';
import { type Position, readYaml, type YamlFile } from './read-yaml.ts';

export type PackFault = Position & {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly mend?: string;
};

export type PackSet = {
  readonly vocabulary: Vocabulary;
  readonly commonSteps: readonly Step[];
  /** The texts of the vocabulary and of the shared steps in other languages. */
  readonly languages: readonly Translation[];
  readonly packs: readonly Pack[];
  readonly agreements: readonly Agreement[];
  readonly policies: readonly Policy[];
  /** Who may propose and approve, by jurisdiction. */
  readonly maintainers: readonly Maintainers[];
  /** SHA-256 of the canonical JSON of each pack, by its id. */
  readonly hashes: ReadonlyMap<string, ContentHash>;
  /** Cases, stories and traceability, by the name of the folder: also of a pack that could not be read. */
  readonly suites: ReadonlyMap<string, PackSuite>;
  readonly origins: ReadonlyMap<string, Origin>;
  /** What is wrong with the files; file names are relative to the folder of packs. */
  readonly problems: readonly PackFault[];
  readonly locate: (origin: Origin) => Position;
};

type Desk = {
  readonly root: string;
  /** Files of packs that are not read, by their name within the pack. */
  readonly isLeftOut: (file: string) => boolean;
  readonly files: Map<string, YamlFile>;
  readonly problems: PackFault[];
  readonly origins: Map<string, Origin>;
};

const LANGUAGES = 'vocabulary/languages/';

export const loadPacks = (root: string): PackSet => load(root, () => false);

/** The law alone: without cases, stories and traceability, which are half of all files; every suite is empty. */
export const loadLaw = (root: string): PackSet =>
  load(root, (file) => /^(cases|stories)\/|^traceability\.ya?ml$/.test(file));

function load(root: string, isLeftOut: Desk['isLeftOut']): PackSet {
  const desk: Desk = { root, isLeftOut, files: new Map(), problems: [], origins: new Map() };
  const files = readFolder('vocabulary', desk);
  const own = files.filter(({ file }) => !file.startsWith(LANGUAGES));
  const parsed = parseVocabulary(own, 'vocabulary', loadCountries(root));
  keep(parsed, desk);
  const packs: Pack[] = [];
  const suites = new Map<string, PackSuite>();
  for (const folder of foldersOf(path.join(root, 'jurisdictions'))) {
    const files = readFolder(`jurisdictions/${folder}`, desk);
    if (files.length === 0) continue;
    const unread = desk.problems
      .filter(({ code, file }) => code === 'PACK_YAML' && file.startsWith(`jurisdictions/${folder}/`))
      .map(({ file }) => file);
    const result = parsePack(files, `jurisdictions/${folder}`, unread);
    keep(result, desk);
    if (result.pack !== undefined) packs.push(result.pack);
    suites.set(folder, result.suite);
  }
  const agreements = readFolder('agreements', desk).map(parseAgreement);
  for (const { problems } of agreements) keep({ problems }, desk);
  const policies = readFolder('policies', desk).map(parsePolicy);
  for (const parsed of policies) keep(parsed, desk);
  const maintainers = readFolder('maintainers', desk).map(parseMaintainers);
  for (const parsed of maintainers) keep(parsed, desk);
  const vocabulary = withJurisdictions(parsed.vocabulary, packs);
  const english = labelsOf(vocabulary, parsed.commonSteps);
  const languages = files
    .filter(({ file }) => file.startsWith(LANGUAGES))
    .map((file) => parseTranslation(file, english));
  for (const { problems } of languages) keep({ problems }, desk);
  return {
    vocabulary,
    languages: languages.flatMap(({ translation }) => (translation === undefined ? [] : [translation])),
    commonSteps: parsed.commonSteps,
    packs,
    agreements: agreements.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement])),
    policies: policies.flatMap(({ policy }) => (policy === undefined ? [] : [policy])),
    maintainers: maintainers.flatMap(({ maintainers: each }) => (each === undefined ? [] : [each])),
    hashes: new Map(packs.map((pack) => [pack.pack, expectOk(hashOf(pack), `pack ${pack.pack}`)])),
    suites,
    origins: desk.origins,
    problems: desk.problems,
    locate: ({ file, at }) => desk.files.get(file)?.locate(at) ?? { line: 1, column: 1 },
  };
}

function keep(
  {
    problems,
    origins,
  }: { readonly problems: readonly PackProblem[]; readonly origins?: ReadonlyMap<string, Origin> },
  desk: Desk,
): void {
  for (const { file, at, ...problem } of problems)
    desk.problems.push({ file, ...problem, ...(desk.files.get(file)?.locate(at) ?? { line: 1, column: 1 }) });
  for (const [subject, origin] of origins ?? []) desk.origins.set(subject, origin);
}

const foldersOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** Every YAML file below a folder, in the order of its name. */
function readFolder(folder: string, desk: Desk): readonly RawFile[] {
  const absolute = path.join(desk.root, folder);
  if (!existsSync(absolute)) return [];
  const names = readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => /\.ya?ml$/.test(name) && !desk.isLeftOut(name))
    .sort();
  return names.flatMap((name) => {
    const file = `${folder}/${name}`;
    const read = readYaml(path.join(absolute, name), file);
    desk.problems.push(...read.problems.map((problem) => ({ ...problem, code: 'PACK_YAML' })));
    if (read.value === undefined) return [];
    desk.files.set(file, read.value);
    return [{ file, value: read.value.value }];
  });
}

function loadCountries(root: string): CodeList {
  const lines = readFileSync(path.join(root, 'registry/countries.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const entries = lines
    .map((line) => JSON.parse(line) as { code: string; name: string })
    .map(({ code, name }) => ({ code, label: name }));
  return { codes: 'countries', label: 'Country', open: false, entries };
}

/** Whoever licenses: every country, and every subdivision that has a pack or is named in the vocabulary. */
function withJurisdictions(vocabulary: Vocabulary, packs: readonly Pack[]): Vocabulary {
  const named = vocabulary.codeLists.get('jurisdictions')?.entries ?? [];
  const countries = vocabulary.codeLists.get('countries')?.entries ?? [];
  const own = packs
    .filter((pack) => pack.kind === 'authority')
    .map((pack) => ({ code: pack.jurisdiction, label: pack.name }));
  const entries = [...new Map([...countries, ...own, ...named].map((entry) => [entry.code, entry])).values()];
  const codeLists = new Map(vocabulary.codeLists).set('jurisdictions', {
    codes: 'jurisdictions',
    label: 'Jurisdiction',
    open: true,
    entries,
  });
  return { ...vocabulary, codeLists };
}
