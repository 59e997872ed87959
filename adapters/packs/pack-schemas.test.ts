/** The schemas that editors complete and check packs by, against the code that reads packs and against every file that ships. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isOneOf,
  type PackSchema,
  packSchemas,
  parsePack,
  parseVocabulary,
} from '@testamur/engines/recognition';
import { realLaw } from '@testamur/testing/real-law';
import { Compile } from 'typebox/schema';
import { describe, expect, it } from 'vitest';
import { parseYaml, readYaml } from './read-yaml.ts';

const project = path.resolve(import.meta.dirname, '../..');
const root = path.join(project, 'packs');
const made = packSchemas(realLaw());
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /^(jurisdictions|vocabulary|agreements|policies|maintainers)\/.*\.yaml$/.test(file));
const compiled = new Map(made.map(({ name, schema }) => [name, Compile(schema as object)]));
const check = (name: string, value: unknown): boolean => compiled.get(name)?.Check(value) === true;
const REGENERATE = 'Write them anew: npm run packs -- schemas --out docs/schemas/packs';

describe('what is published', () => {
  it.each(made)('$name is what the code and the vocabulary say', ({ name, schema }) => {
    const published = readFileSync(path.join(project, `docs/schemas/packs/${name}.schema.json`), 'utf8');
    expect(JSON.parse(published), REGENERATE).toEqual(schema);
  });
  it('is nothing else, and every kind of file has its line in the settings of editors', () => {
    const names = made.map(({ name }) => `${name}.schema.json`);
    expect(readdirSync(path.join(project, 'docs/schemas/packs')).sort(), REGENERATE).toEqual(names.sort());
    const settings = JSON.parse(readFileSync(path.join(project, '.vscode/settings.json'), 'utf8')) as {
      readonly 'yaml.schemas': Readonly<Record<string, string>>;
    };
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(
        made.map(({ name, files: glob }) => [`./docs/schemas/packs/${name}.schema.json`, `packs/${glob}`]),
      ),
    );
  });
});

describe('every file that ships', () => {
  it('has one schema and no more', () => {
    const owners = files.map((file) => made.filter((each) => isOneOf(each.files, file)).length);
    expect(files.filter((_file, index) => owners[index] !== 1)).toEqual([]);
  });
  it.each(made)('of the kind $name is valid by it', ({ name, files: glob }) => {
    const refused = files
      .filter((file) => isOneOf(glob, file))
      .filter((file) => !check(name, readYaml(path.join(root, file)).value?.value));
    expect(refused).toEqual([]);
  });
});

/** A sound file of each kind, and slips of the pen that turn it into one that the loader refuses. */
const SOUND: Readonly<Record<string, string>> = {
  rules: `- rule: xx.a
  title: t
  kind: degree
  text: t
  versions:
    - version: "1"
      recordedAt: "2026-01-01"
      reviewBy: "2027-01-01"
      cite: [{ source: s, locator: p, seen: undated }]
      when: { all: [{ fact: pmq.graduatedOn, onOrAfter: "2020-01-01" }, { if: { rule: xx.b }, then: { some: { list: exams, where: { fact: its.result, equals: pass } } } }] }
`,
  steps: `- { step: step.xx.a, title: t, text: t, kind: exam, controller: self, requires: [{ rule: xx.a }], effects: [{ list: exams, entry: { result: pass } }], cite: [], retakeAfter: { period: P16D, cite: [] } }
`,
  routes: `- { route: xx.r, title: t, for: all, grants: gb.full, cite: [], requirements: [xx.a] }
`,
  sources: `- { source: s, title: t, publisher: p, lang: en, grade: A, url: "https://example.org" }
`,
  cases: `- { rule: xx.a, case: c, sentence: s, given: { pmq: { graduatedOn: "2020" } }, expect: { verdict: met } }
`,
};
const SLIPS: readonly (readonly [kind: string, from: string, to: string])[] = [
  ['rules', 'kind: degree', 'kid: degree'],
  ['rules', 'kind: degree', 'kind: degre'],
  ['rules', '"2026-01-01"', '2026'],
  ['rules', '"2026-01-01"', '"2026-13-01"'],
  ['rules', 'recordedAt: "2026-01-01"\n      ', ''],
  ['rules', 'locator: p, ', ''],
  ['rules', 'seen: undated', 'seen: yesterday'],
  ['rules', 'onOrAfter', 'onOrafter'],
  ['rules', 'onOrAfter: "2020-01-01"', 'onOrAfter: "2020-01-01", before: "2021-01-01"'],
  ['rules', 'then:', 'than:'],
  ['rules', ', then: { some: { list: exams, where: { fact: its.result, equals: pass } } }', ''],
  ['rules', '{ rule: xx.b }', '{ rule: xx.b, all: [] }'],
  ['rules', '{ rule: xx.b }', '{ label: x }'],
  ['rules', '{ rule: xx.b }', '{ count: { list: exams } }'],
  ['rules', '{ rule: xx.b }', '{ all: [] }'],
  ['rules', 'versions:\n', 'versions: []\n  old:\n'],
  ['steps', 'step: step.xx.a', 'step: xx.a'],
  ['steps', 'P16D', 'P0D'],
  ['steps', 'period: P16D, ', ''],
  ['steps', '{ rule: xx.a }', '{ rul: xx.a }'],
  ['routes', 'requirements: [xx.a]', 'requirements: xx.a'],
  ['sources', 'grade: A', 'grade: E'],
  ['sources', '"https://example.org"', 'example.org'],
  ['cases', 'verdict: met', 'verdict: maybe'],
  ['cases', 'sentence: s, ', ''],
];
const readValue = (text: string): unknown => parseYaml(text, 'x.yaml').value?.value;
const FILE_OF: Readonly<Record<string, string>> = { sources: 'xx/sources.yaml' };
const refusedByLoader = (kind: string, text: string): boolean =>
  parsePack([{ file: FILE_OF[kind] ?? `xx/${kind}/a.yaml`, value: readValue(text) }], 'xx').problems.some(
    ({ code }) => !['PACK_FILE_MISSING', 'PACK_SOURCE_UNKNOWN'].includes(code),
  );

describe('an editor and the loader agree', () => {
  it.each(Object.entries(SOUND))('on a sound file of %s', (kind, text) => {
    expect(refusedByLoader(kind, text)).toBe(false);
    expect(check(kind, readValue(text))).toBe(true);
  });
  it.each(SLIPS)('on %s with %j written as %j', (kind, from, to) => {
    const text = SOUND[kind] ?? '';
    expect(text).toContain(from);
    const slip = text.replace(from, to);
    expect(refusedByLoader(kind, slip)).toBe(true);
    expect(check(kind, readValue(slip))).toBe(false);
  });
});

describe('an editor knows the words of the vocabulary', () => {
  const slips: readonly (readonly [string, string])[] = [
    ['pmq.graduatedOn', 'pmq.graduatedAt'],
    ['list: exams', 'list: exmas'],
    ['equals: pass', 'equals: passed'],
    ['its.result', 'its.reslt'],
  ];
  it.each(slips)('%s, not %s', (from, to) => {
    const slip = readValue((SOUND['rules'] ?? '').replace(from, to));
    expect(check('rules', slip)).toBe(false);
  });
  it('a class of licence, and the code of a fact in a case', () => {
    expect(check('routes', readValue((SOUND['routes'] ?? '').replace('gb.full', 'gb.ful')))).toBe(false);
    expect(check('cases', readValue((SOUND['cases'] ?? '').replace('graduatedOn', 'graduatedAt')))).toBe(
      false,
    );
  });
  it('a word that the vocabulary gains is completed at once', () => {
    const more = parseVocabulary(
      [
        {
          file: 'vocabulary/sections/a.yaml',
          value: [
            {
              section: 'pmq',
              kind: 'basis',
              label: 'Degree',
              definition: 'd',
              facts: { brandNew: { type: 'boolean', label: 'New', definition: 'd', standard: 'own' } },
            },
          ],
        },
      ],
      'vocabulary',
      { codes: 'countries', label: 'Country', open: false, entries: [] },
    );
    const rules = packSchemas(more).find(({ name }) => name === 'rules');
    expect(JSON.stringify(rules?.schema)).toContain('pmq.brandNew');
  });
});

/** Keys that an editor offers without a sentence beside them; what a dossier says of itself is told elsewhere. */
function silentKeys(schema: unknown, at = ''): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => silentKeys(each, `${at}/${index}`));
  if (typeof schema !== 'object' || schema === null) return [];
  if (/(\/(if|then)|\$defs\/(dossier|givenDossier|day|school))$/.test(at)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const inner = silentKeys(value, `${at}/${key}`);
    if (key !== 'properties') return inner;
    const own = Object.entries(value as Readonly<Record<string, { readonly description?: string }>>);
    const silent = own.filter(([, each]) => each.description === undefined);
    return [...silent.map(([name]) => `${at}/${name}`), ...inner];
  });
}
const told = made.filter(({ name }: PackSchema) => !['agreement', 'language'].includes(name));
it.each(told)('says of every key of $name what it means', ({ schema }) => {
  expect(silentKeys(schema)).toEqual([]);
});
