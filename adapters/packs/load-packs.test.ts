import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk, hashOf, parseDay } from '@testamur/engines/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintFaults } from './lint-faults.ts';
import { loadPacks, type PackSet } from './load-packs.ts';
import { mutatePacks } from './mutate-packs.ts';
import { summarisePack } from './summarise-pack.ts';
import { testPacks } from './test-packs.ts';

/** A small folder of packs, written for these tests: fictional law. */
const FILES: Readonly<Record<string, string>> = {
  'registry/countries.jsonl': '{"code":"AA","name":"Aland"}\n{"code":"BB","name":"Beland"}\n',
  'vocabulary/sections/all.yaml': `- section: pmq
  kind: basis
  label: Degree
  definition: x
  facts:
    years: { type: number, unit: years, label: Years, definition: x, standard: own }
    country: { type: code, codes: countries, label: Country, definition: x, standard: own }
- section: application
  kind: singular
  label: Application
  definition: x
  facts:
    on: { type: day, derived: true, label: Day, definition: x, standard: own }
`,
  'vocabulary/codes/all.yaml':
    '- { codes: licence-classes, label: Class, open: true, entries: [{ code: aa.full, label: Full, independent: true }] }\n- { codes: jurisdictions, label: J, open: true, entries: [{ code: AA-X, label: X }] }\n',
  'jurisdictions/aa/pack.yaml': `pack: aa
kind: authority
name: Aland
jurisdiction: AA
zone: UTC
version: "2026.01.01"
readiness: with-unknowns
regulator: { name: Council, url: "https://example.org" }
languages: [en]
openQuestions:
  - { id: fee, question: What is the fee?, affects: [aa.full] }
`,
  'jurisdictions/aa/sources.yaml':
    '- { source: act, title: The act, publisher: Parliament, url: "https://example.org", lang: en, grade: A }\n',
  'jurisdictions/aa/rules/degree.yaml': `- rule: aa.degree.years
  title: Six years
  kind: degree
  text: x
  versions:
    - version: "1"
      recordedAt: "2026-01-01"
      reviewBy: "2027-01-01"
      cite: [{ source: act, locator: s. 1, seen: "2025-01-01" }]
      when: { fact: pmq.years, atLeast: 6 }
`,
  'jurisdictions/aa/routes/full.yaml':
    '- { route: aa.full, title: T, for: all, grants: aa.full, cite: [{ source: act, locator: s. 1, seen: undated }], requirements: [aa.degree.years] }\n',
  'jurisdictions/aa/cases/degree.yaml': `- { rule: aa.degree.years, case: six, sentence: s, given: { pmq: { years: 6 } }, expect: { verdict: met } }
- { rule: aa.degree.years, case: five and a half, sentence: s, given: { pmq: { years: 5.5 } }, expect: { verdict: notMet } }
`,
  'jurisdictions/aa/changelog.yaml': '- { version: "2026.01.01", on: "2026-01-01", words: The first. }\n',
  'jurisdictions/aa/stories/one.yaml':
    'story: one\non: "2026-01-01"\ndossier: { qualifications: [{ id: md, years: 6 }] }\nexpect: { aa.full: open }\n',
};

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'packs-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;
/** The folder with some files written otherwise. */
function folderWith(changes: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(root, String(count));
  count += 1;
  for (const [name, text] of Object.entries({ ...FILES, ...changes })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
const load = (changes: Readonly<Record<string, string>> = {}): PackSet => loadPacks(folderWith(changes));
const TODAY = { today: expectOk(parseDay('2026-02-01'), 'a day') };
/** The pack is as small as can be: that it has few cases is no fault of its files. */
const TOO_FEW = ['LINT_CASES_FEW', 'LINT_STORIES_FEW'];
const faults = (
  changes: Readonly<Record<string, string>>,
  wanted: readonly string[] = [],
): readonly string[] =>
  lintFaults(load(changes), { ...TODAY, wanted })
    .filter(({ severity, code }) => severity === 'error' && !TOO_FEW.includes(code))
    .map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
const RULES = FILES['jurisdictions/aa/rules/degree.yaml'] ?? '';

describe('a sound folder', () => {
  it('is loaded without problems, and lint has no error', () => {
    expect(load().problems).toEqual([]);
    expect(faults({})).toEqual([]);
  });

  it('gives each pack the hash of its canonical JSON: another word, another hash; another order of keys, the same', () => {
    const [pack] = load().packs;
    expect(load().hashes.get('aa')).toBe(expectOk(hashOf(pack), 'a pack'));
    expect(
      load({ 'jurisdictions/aa/rules/degree.yaml': RULES.replace('Six years', 'Seven years') }).hashes.get(
        'aa',
      ),
    ).not.toBe(load().hashes.get('aa'));
    expect(
      load({
        'jurisdictions/aa/sources.yaml':
          '- { grade: A, lang: en, url: "https://example.org", publisher: Parliament, title: The act, source: act }\n',
      }).hashes.get('aa'),
    ).toBe(load().hashes.get('aa'));
  });

  it('counts every country, every authority and every named subdivision among the jurisdictions', () => {
    expect(
      load()
        .vocabulary.codeLists.get('jurisdictions')
        ?.entries.map(({ code }) => code)
        .sort(),
    ).toEqual(['AA', 'AA-X', 'BB']);
  });

  it('runs its cases and stories, and pins every mutant down', () => {
    expect(testPacks(load())).toEqual([{ pack: 'aa', passed: 3, failures: [], decided: 1, unknown: 0 }]);
    expect([...mutatePacks(load())]).toMatchObject([{ pack: 'aa', score: 1, mutants: 4 }]);
  });

  it('is summed up with what nobody has researched', () => {
    const set = load({
      'jurisdictions/aa/rules/more.yaml': RULES.replaceAll('aa.degree.years', 'aa.degree.hours').replace(
        'fact: pmq.years, atLeast: 6',
        'any: [{ fact: pmq.years, atLeast: 6 }, { notResearched: how many hours? }]',
      ),
    });
    const [pack] = set.packs;
    expect(pack === undefined ? undefined : summarisePack(set, pack)).toMatchObject({
      pack: 'aa',
      rules: 2,
      sources: { A: 1, B: 0 },
      cases: 2,
      stories: 1,
      openQuestions: ['What is the fee?'],
      notResearched: ['aa.degree.hours: how many hours?'],
    });
  });
});

describe('a fault is told at its line and column', () => {
  const broken: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
    [
      'YAML that does not read',
      { 'jurisdictions/aa/rules/degree.yaml': 'a: [1' },
      ['jurisdictions/aa/rules/degree.yaml:1:6 PACK_YAML'],
    ],
    [
      'an unknown key',
      { 'jurisdictions/aa/rules/degree.yaml': RULES.replace('kind: degree', 'kind: degree\n  colour: red') },
      ['jurisdictions/aa/rules/degree.yaml:4:3 PACK_KEY_UNKNOWN'],
    ],
    [
      'a fact that nobody declared',
      { 'jurisdictions/aa/rules/degree.yaml': RULES.replace('pmq.years', 'pmq.year') },
      ['jurisdictions/aa/rules/degree.yaml:10:15 LINT_FACT_UNKNOWN'],
    ],
    [
      'a rule that is not there',
      {
        'jurisdictions/aa/routes/full.yaml': (FILES['jurisdictions/aa/routes/full.yaml'] ?? '').replace(
          'aa.degree.years',
          'aa.degree.year',
        ),
      },
      ['jurisdictions/aa/routes/full.yaml:1:128 LINT_REFERENCE'],
    ],
    [
      'a case that says a misspelt word',
      {
        'jurisdictions/aa/cases/degree.yaml': (FILES['jurisdictions/aa/cases/degree.yaml'] ?? '').replace(
          'years: 5.5',
          'yeers: 5.5',
        ),
      },
      ['jurisdictions/aa/cases/degree.yaml:2:80 LINT_DOSSIER'],
    ],
    [
      'a vocabulary without its list of codes',
      {
        'vocabulary/sections/more.yaml':
          '- section: pmq\n  kind: basis\n  facts:\n    title: { type: code, codes: titles, label: T, definition: x, standard: own }\n',
      },
      ['vocabulary/sections/more.yaml:4:26 LINT_VOCABULARY'],
    ],
    [
      'an agreement of one party',
      {
        'agreements/a.yaml':
          'id: a\ntitle: T\nparties: [AA]\nkind: eligibility\ntext: x\nstatus: x\ncite: []\n',
      },
      ['agreements/a.yaml:3:1 PACK_EMPTY', 'agreements/a.yaml:7:1 PACK_EMPTY'],
    ],
  ];
  it.each(broken)('%s', (_name, changes, lines) => {
    expect(faults(changes)).toEqual(lines);
  });

  it('a pack of which a file cannot be read is not given in half; one whose cases cannot be read is whole', () => {
    expect(load({ 'jurisdictions/aa/rules/degree.yaml': 'a: [1' }).packs).toEqual([]);
    expect(load({ 'jurisdictions/aa/cases/degree.yaml': 'a: [1' }).packs.map(({ pack }) => pack)).toEqual([
      'aa',
    ]);
  });

  it('of the packs asked for, and of the vocabulary always', () => {
    const changes = { 'jurisdictions/bb/pack.yaml': 'pack: bb\n', 'vocabulary/codes/more.yaml': '- 7\n' };
    expect(faults(changes, ['aa'])).toEqual(['vocabulary/codes/more.yaml:1:3 PACK_TYPE']);
    expect(
      faults(changes, ['bb']).some((line) =>
        line.startsWith('jurisdictions/bb/pack.yaml:1:1 PACK_KEY_MISSING'),
      ),
    ).toBe(true);
  });

  it('a changelog that tells of another version is a fault at the version of the pack; a broken one leaves the law whole', () => {
    const log = (text: string) => ({ 'jurisdictions/aa/changelog.yaml': text });
    expect(faults(log('- { version: "2025.01.01", on: "2025-01-01", words: Before. }\n'))).toEqual([
      'jurisdictions/aa/pack.yaml:6:1 LINT_CHANGELOG',
    ]);
    expect(faults(log('- { version: "2026.01.01", on: "2026-01-01" }\n'))).toContain(
      'jurisdictions/aa/changelog.yaml:1:3 PACK_KEY_MISSING',
    );
    expect(load(log('- { version: 7 }\n')).packs).toHaveLength(1);
    const hash = `sha256:${'0'.repeat(64)}`;
    expect(faults(log(`- { version: "2026.01.01", on: "2026-01-01", words: W, hash: "${hash}" }\n`))).toEqual(
      ['jurisdictions/aa/changelog.yaml:1:56 LINT_CHANGELOG'],
    );
  });

  it('a case that fails is told with its place; a pack that stops the interpreter fails case by case', () => {
    const wrong = testPacks(
      load({
        'jurisdictions/aa/cases/degree.yaml': (FILES['jurisdictions/aa/cases/degree.yaml'] ?? '').replace(
          'verdict: notMet',
          'verdict: met',
        ),
      }),
    );
    expect(wrong[0]?.failures).toMatchObject([
      {
        file: 'jurisdictions/aa/cases/degree.yaml',
        line: 2,
        column: 3,
        name: 'aa.degree.years: five and a half',
      },
    ]);
    const stopped = testPacks(
      load({
        'jurisdictions/aa/rules/degree.yaml': RULES.replace('fact: pmq.years, atLeast: 6', 'rule: aa.none'),
      }),
    );
    expect(stopped[0]?.failures.map(({ problems }) => problems[0])).toEqual(
      Array(3).fill('stopped: No rule aa.none; lint refuses the pack.'),
    );
  });

  it('a line of a sheet that nobody mapped is told when the sheets are at hand', () => {
    const sheets = path.join(root, 'sheets');
    mkdirSync(sheets, { recursive: true });
    writeFileSync(
      path.join(sheets, 'aa.yaml'),
      'routes: [{ id: full, requirements: [{ id: years }, { id: hours }] }]\n',
    );
    const set = load({
      'jurisdictions/aa/traceability.yaml':
        'sheet: aa\nlines:\n  - { line: full/years, rule: aa.degree.years }\n',
    });
    const told = lintFaults(set, { ...TODAY, sheets }).filter(
      ({ severity, code }) => severity === 'error' && !TOO_FEW.includes(code),
    );
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'LINT_LINE_MISSING The line full/hours of the sheet aa is not mapped.',
    ]);
  });
});

it('what does not end in .yaml is left alone', () => {
  const folder = folderWith();
  cpSync(
    path.join(folder, 'registry/countries.jsonl'),
    path.join(folder, 'jurisdictions/aa/rules/notes.txt'),
  );
  expect(loadPacks(folder).problems).toEqual([]);
});
