/** A whole commented pack to begin with. Nothing of the law is invented: what is to be found out stands as not researched. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseYaml } from './read-yaml.ts';

export type NewPack = {
  /** `ng`: the name of its folder and the beginning of its ids. */
  readonly code: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly today: string;
  readonly regulator?: string | undefined;
  readonly url?: string | undefined;
  readonly zone?: string | undefined;
  /** The jurisdiction it is a part of, and the pack of that. */
  readonly parent?: { readonly jurisdiction: string; readonly pack: string } | undefined;
};

/** Where nothing was given: a name that can be no real address (RFC 2606); lint points at it. */
const NO_ADDRESS = 'https://regulator.example/';

/** Writes the files below the folder of packs; `existing` are those in the way, and then nothing is written. */
export function beginPack(
  folder: string,
  pack: NewPack,
): { readonly written: readonly string[]; readonly existing: readonly string[] } {
  const files = filesOf(pack);
  const existing = [`jurisdictions/${pack.code}`, ...Object.keys(files)].filter((file) =>
    existsSync(path.join(folder, file)),
  );
  // The maintainers of a jurisdiction may be known before its pack.
  const inTheWay = existing.filter((file) => !file.startsWith('maintainers/'));
  if (inTheWay.length > 0) return { written: [], existing: inTheWay };
  const written = Object.keys(files).filter((file) => !existing.includes(file));
  for (const file of written) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), files[file] ?? '', { flag: 'wx' });
  }
  return { written, existing: [] };
}

/** A text as YAML writes it, whatever is in it. */
const quote = (text: string): string => {
  const plain = /^[A-Za-z][A-Za-z0-9 .(),-]*$/.test(text) && parseYaml(text, '').value?.value === text;
  return plain && !text.endsWith(' ') ? text : JSON.stringify(text);
};

function filesOf(pack: NewPack): Readonly<Record<string, string>> {
  const { code } = pack;
  const own = `jurisdictions/${code}`;
  const schema = (name: string, depth: number): string =>
    `# yaml-language-server: $schema=${'../'.repeat(depth)}docs/schemas/packs/${name}.schema.json\n`;
  return {
    [`${own}/pack.yaml`]: schema('pack', 3) + packYaml(pack),
    [`${own}/sources.yaml`]: schema('sources', 3) + sourcesYaml(pack),
    [`${own}/rules/degree.yaml`]: schema('rules', 4) + ruleYaml(pack),
    [`${own}/routes/routes.yaml`]: schema('routes', 4) + routeYaml(pack),
    [`${own}/steps/steps.yaml`]: schema('steps', 4) + stepYaml(pack),
    [`${own}/cases/degree.yaml`]: schema('cases', 4) + casesYaml(pack),
    ...Object.fromEntries(
      STORIES.map(([file, title, degrees]) => [
        `${own}/stories/${file}.yaml`,
        schema('stories', 4) + storyYaml(pack, title, degrees),
      ]),
    ),
    [`${own}/traceability.yaml`]: `${schema('traceability', 3)}# Each line of the fact sheet once: - { line: route/requirement, rule: ${code}.… }\nsheet: ${code}\nlines: []\n`,
    [`${own}/changelog.yaml`]: `${schema('changelog', 3)}# Newest first; each version of pack.yaml has an entry.\n- version: ${JSON.stringify(versionOf(pack))}\n  on: ${JSON.stringify(pack.today)}\n  words: "Begun: one route, of which nothing is established yet."\n`,
    [`vocabulary/codes/${code}.yaml`]: `${schema('vocabulary-codes', 3)}# Whether the class permits independent practice is said with independent: true or false, once it is established.\n- codes: licence-classes\n  label: Class of licence\n  open: true\n  entries:\n    - { code: ${code}.full, label: ${quote(`Full registration (${pack.name})`)} }\n`,
    [`maintainers/${pack.jurisdiction.toLowerCase()}.yaml`]: `${schema('maintainers', 2)}# Nobody is invented: a role that nobody has taken on is vacant.\nmaintainers: ${quoteCode(pack.jurisdiction)}\napprovals: 2\nroles:\n  - { role: proposer, holder: vacant, since: "${pack.today}" }\n  - { role: approver, holder: vacant, since: "${pack.today}" }\n`,
  };
}

/** NO is Norway and not false, whoever reads it. */
const quoteCode = (code: string): string => JSON.stringify(code);
const versionOf = ({ today }: NewPack): string => today.replaceAll('-', '.');
const yearLater = (day: string): string =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('-02-29', '-02-28');

const packYaml = (pack: NewPack): string => `pack: ${quoteCode(pack.code)}
kind: authority            # authority | national-layer | regime
name: ${quote(pack.name)}
jurisdiction: ${quoteCode(pack.jurisdiction)}
${pack.parent === undefined ? '' : `parent: ${quoteCode(pack.parent.jurisdiction)}\n`}uses: [${pack.parent === undefined ? '' : quoteCode(pack.parent.pack)}]                   # packs whose rules, routes or steps this one refers to
${pack.parent === undefined ? '' : `# Say what becomes of every rule of ${pack.parent.pack}: inherits: { from: ${pack.parent.pack}, adopts: [], replaces: [], leaves: [] }\n`}zone: ${pack.zone ?? 'UTC'}                  # where the authority counts days: an IANA zone such as Europe/London
version: "${versionOf(pack)}"
readiness: steps-only      # steps-only until enough is established; then with-unknowns, then ready
regulator: { name: ${quote(pack.regulator ?? 'Not researched')}, url: ${JSON.stringify(pack.url ?? NO_ADDRESS)} }
languages: [en]            # of its law and pages
openQuestions:
  - { id: degree, question: ${JSON.stringify(`Which degree does ${pack.name} ask for, by which law?`)}, affects: [${pack.code}.degree.accepted] }
`;

const sourcesYaml = (
  pack: NewPack,
): string => `# Each source once. grade: A statute or treaty, B rule of the regulator, C its guidance or page, D anybody else.
- source: ${pack.code}-regulator
  title: ${quote(`Pages of the regulator of ${pack.name}`)}
  publisher: ${quote(pack.regulator ?? 'Not researched')}
  lang: en
  grade: C
  url: ${JSON.stringify(pack.url ?? NO_ADDRESS)}
`;

const ruleYaml = (
  pack: NewPack,
): string => `# A rule is one requirement. Its id is never reused: cc.topic.clause.
- rule: ${pack.code}.degree.accepted
  title: Degree accepted
  kind: degree
  text: What is asked of the degree has not been read yet.
  versions:
    - version: "1"
      # inForce: { from: "2020-01-01" }          # only what the source says
      recordedAt: "${pack.today}"
      reviewBy: "${yearLater(pack.today)}"
      cite: []          # of what has been read: { source: ${pack.code}-regulator, locator: the clause, seen: the day }
      # Once it is read, a condition stands here, such as
      # when: { all: [{ fact: pmq.graduatedOn, onOrBefore: { fact: application.on }, cure: [step.common.graduate] }, { fact: pmq.inWorldDirectory, equals: true }] }
      when: { notResearched: ${JSON.stringify(`Which degree does ${pack.name} ask for, by which law?`)} }
`;

const routeYaml = (pack: NewPack): string => `- route: ${pack.code}.full
  title: Full registration
  for: Everybody, until the routes are told apart
  grants: ${pack.code}.full          # vocabulary/codes/${pack.code}.yaml
  cite: [{ source: ${pack.code}-regulator, locator: whole page, seen: undated }]   # the page that names this route
  # scope: [rules that say whom the route is for]
  requirements: [${pack.code}.degree.accepted]   # all of them
  # discretion: [{ id: character, text: "…", cite: […] }]
  finally: [step.${pack.code}.application]
`;

const stepYaml = (
  pack: NewPack,
): string => `# What is absent is not established: no cost here means that nobody knows it yet, never that it is free.
- step: step.${pack.code}.application
  title: Apply for registration
  text: The application to the regulator.
  kind: application
  controller: self
  requires: []
  effects: []
  cite: [{ source: ${pack.code}-regulator, locator: whole page, seen: undated }]
`;

const casesYaml = (
  pack: NewPack,
): string => `# What a case claims, and the sentence of the source that it tests. \`testamur packs mutate ${pack.code}\` says what no case notices.
${CASES.map(
  ([name, given]) => `- rule: ${pack.code}.degree.accepted
  case: ${name}
  sentence: "regulator: nothing has been read of it yet"
  given: ${given}
  expect: { verdict: unknown, reasons: [notResearched] }
`,
).join('')}`;

const CASES: readonly (readonly [string, string])[] = [
  ['nothing is known of the degree', '{ pmq: {} }'],
  ['a degree of long ago is not decided', '{ pmq: { graduatedOn: "1980-07-01" } }'],
  ['a degree of today is not decided', '{ pmq: { graduatedOn: "2026-07-01" } }'],
  ['a school of the World Directory decides nothing', '{ pmq: { inWorldDirectory: true } }'],
  ['a school outside the World Directory decides nothing', '{ pmq: { inWorldDirectory: false } }'],
  ['a degree still to come is not decided', '{ pmq: { graduatedOn: "2100-07-01" } }'],
];

const STORIES: readonly (readonly [string, string, string])[] = [
  [
    'graduate',
    'A graduate of whom the degree is known',
    '[{ id: degree, level: primary, graduatedOn: "2019-07-01" }]',
  ],
  [
    'student',
    'A student who has not graduated',
    '[{ id: degree, level: primary, graduatedOn: "2028-07-01" }]',
  ],
];
const storyYaml = (
  pack: NewPack,
  title: string,
  degrees: string,
): string => `# A whole dossier; every route of the pack is asserted: open | withSteps | closed | unknown.
story: ${title}
on: "${pack.today}"
dossier:
  qualifications: ${degrees}
expect:
  ${pack.code}.full: unknown
`;
