/** Small laws for tests: fictional rules over a fictional vocabulary, judged by any back end. */
import { expectOk, parseDay } from '../kernel/index.ts';
import type { Evaluator } from './assess/prepare-law.ts';
import { buildFacts } from './facts/build-facts.ts';
import type { Dossier } from './facts/dossier.ts';
import type { Facts } from './language/facts.ts';
import type { Node } from './language/nodes.ts';
import type { Pack, Rule, RuleVersion, Step } from './language/pack.ts';
import type { FactDefinition, Section, Vocabulary } from './language/vocabulary.ts';
import { resolveLaw } from './query/resolve-query.ts';
import type { Outcome } from './reference/outcome.ts';
import { referenceEvaluator } from './reference/reference-evaluator.ts';
import type { RegistryView } from './reference/scope.ts';

const own = { definition: 'For tests.', standard: 'own' } as const;
const day = (label: string): FactDefinition => ({ type: 'day', label, ...own });
const code = (label: string, codes: string): FactDefinition => ({ type: 'code', codes, label, ...own });
const bool = (label: string): FactDefinition => ({ type: 'boolean', label, ...own });
const number = (label: string, unit: string): FactDefinition => ({ type: 'number', unit, label, ...own });

const SECTIONS: readonly Section[] = [
  {
    section: 'person',
    kind: 'singular',
    label: 'You',
    definition: 'x',
    facts: {
      a: bool('A'),
      b: bool('B'),
      c: bool('C'),
      citizenships: { type: 'codes', codes: 'countries', label: 'Citizenships', ...own },
      birthDate: day('Birth'),
    },
  },
  {
    section: 'application',
    kind: 'singular',
    label: 'Application',
    definition: 'x',
    facts: { on: { ...day('Day of the application'), derived: true } },
  },
  {
    section: 'pmq',
    kind: 'basis',
    label: 'Degree',
    definition: 'x',
    facts: {
      graduatedOn: day('Graduation'),
      enrolledOn: day('Enrolment'),
      hours: number('Hours', 'hours'),
      years: number('Years', 'years'),
      country: code('Country', 'countries'),
      teachingCountries: { type: 'codes', codes: 'countries', label: 'Taught in', ...own },
      school: { type: 'school', label: 'School', ...own },
      accredited: bool('Accredited'),
    },
  },
  {
    section: 'exams',
    kind: 'list',
    key: 'exam',
    label: 'Examinations',
    definition: 'x',
    facts: {
      exam: code('Examination', 'exams'),
      takenOn: day('Taken on'),
      result: code('Result', 'results'),
    },
  },
  {
    section: 'tests',
    kind: 'list',
    key: 'test',
    label: 'Tests',
    definition: 'x',
    facts: { test: code('Test', 'tests'), takenOn: day('Taken on') },
  },
  {
    section: 'licences',
    kind: 'list',
    key: 'jurisdiction',
    label: 'Licences',
    definition: 'x',
    facts: { jurisdiction: code('Jurisdiction', 'countries'), from: day('From'), to: day('To') },
  },
  {
    section: 'practice',
    kind: 'list',
    label: 'Practice',
    definition: 'x',
    facts: {
      country: code('Country', 'countries'),
      level: code('Level', 'levels'),
      from: day('From'),
      to: day('To'),
      fte: number('Share', 'share'),
    },
  },
];

const codes = (list: string, ...entries: readonly string[]) =>
  [
    list,
    { codes: list, label: list, open: false, entries: entries.map((each) => ({ code: each, label: each })) },
  ] as const;

export const VOCABULARY: Vocabulary = {
  sections: new Map(SECTIONS.map((section) => [section.section, section])),
  codeLists: new Map([
    codes('countries', 'AA', 'BB', 'CC'),
    codes('exams', 'one', 'two', 'three', 'old'),
    codes('results', 'pass', 'fail', 'incomplete'),
    codes('tests', 'lang'),
    codes('levels', 'independent', 'supervised', 'internship'),
    codes('licence-classes', 'full'),
  ]),
  groups: new Map([
    [
      'union',
      {
        group: 'union',
        codes: 'countries',
        label: 'the union',
        members: [{ code: 'AA' }, { code: 'BB', from: '2010-01-01', to: '2020-01-01' }],
      },
    ],
  ]),
};

export const CITE = [{ source: 'fiction', locator: 'whole page', seen: '2000-01-01', grade: 'A' }] as const;

export const version = (when: Node, more: Partial<RuleVersion> = {}): RuleVersion => ({
  version: '1',
  recordedAt: '2000-01-01',
  reviewBy: '2100-01-01',
  cite: CITE,
  when,
  ...more,
});

export const rule = (id: string, ...versions: readonly RuleVersion[]): Rule => ({
  rule: id,
  title: id,
  kind: 'other',
  text: id,
  versions,
});

export const step = (id: string, more: Partial<Step> = {}): Step => ({
  step: id,
  title: id,
  text: id,
  kind: 'other',
  controller: 'self',
  requires: [],
  effects: [],
  cite: CITE,
  ...more,
});

export function pack(rules: readonly Rule[], more: Partial<Pack> = {}): Pack {
  return {
    pack: 'xx',
    kind: 'authority',
    name: 'Fictional land',
    jurisdiction: 'AA',
    uses: [],
    zone: 'America/New_York',
    version: '2026.01.01',
    readiness: 'ready',
    regulator: { name: 'Fictional council', url: 'https://example.org' },
    languages: ['en'],
    sources: [],
    rules,
    routes: [],
    steps: [],
    tables: [],
    openQuestions: [],
    ...more,
  };
}

export const SILENT: RegistryView = { accredited: () => ({ state: 'silent' }) };

export type Ask = {
  readonly on?: string;
  readonly knownOn?: string;
  readonly dossier?: Dossier;
  /** Facts given directly, instead of those of the dossier. */
  readonly facts?: Facts;
  readonly registry?: RegistryView;
  readonly evaluator?: Evaluator;
};

export function askRule(law: Pack, id: string, ask: Ask = {}): Outcome {
  const on = expectOk(parseDay(ask.on ?? '2026-01-01'), 'a day of a test');
  const knownOn = expectOk(parseDay(ask.knownOn ?? ask.on ?? '2026-01-01'), 'a day of a test');
  const dossier = ask.dossier ?? {};
  const facts =
    ask.facts ??
    buildFacts({
      dossier,
      basis: (dossier.qualifications?.length ?? 0) - 1,
      vocabulary: VOCABULARY,
      schools: () => undefined,
      zone: law.zone,
      on,
    });
  const evaluator = ask.evaluator ?? referenceEvaluator;
  return evaluator(resolveLaw([law], VOCABULARY, [], { on, knownOn }), VOCABULARY)(
    facts,
    ask.registry ?? SILENT,
  )(id);
}

export const askNode = (when: Node, ask: Ask = {}): Outcome =>
  askRule(pack([rule('xx.rule', version(when))]), 'xx.rule', ask);
