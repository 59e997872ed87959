/** Small fictional jurisdictions for tests: conditions are flags of a person, licences and certificates. */
import { expectOk, parseDay } from '../kernel/index.ts';
import {
  assessPerson,
  type Dossier,
  type FactDefinition,
  type LawBook,
  type Node,
  type Pack,
  type PersonInput,
  prepareLaw,
  type Route,
  type Rule,
  type RuleVersion,
  referenceEvaluator,
  type Section,
  type Step,
  type Vocabulary,
} from '../recognition/index.ts';
import { openPlanning, type Planning } from './index.ts';

const own = { definition: 'For tests.', standard: 'own' } as const;
const bool: FactDefinition = { type: 'boolean', label: 'Flag', ...own };
const day: FactDefinition = { type: 'day', label: 'Day', ...own };
const code = (codes: string): FactDefinition => ({ type: 'code', codes, label: codes, ...own });

export const FLAGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const SECTIONS: readonly Section[] = [
  {
    section: 'person',
    kind: 'singular',
    label: 'You',
    definition: 'x',
    facts: Object.fromEntries(FLAGS.map((flag) => [flag, bool])),
  },
  {
    section: 'application',
    kind: 'singular',
    label: 'Application',
    definition: 'x',
    facts: { on: { ...day, derived: true } },
  },
  { section: 'pmq', kind: 'basis', label: 'Degree', definition: 'x', facts: { graduatedOn: day } },
  {
    section: 'licences',
    kind: 'list',
    key: 'jurisdiction',
    label: 'Licences',
    definition: 'x',
    facts: {
      jurisdiction: code('countries'),
      class: code('licence-classes'),
      scope: code('licence-scopes'),
      status: code('licence-status'),
      from: day,
      to: day,
    },
  },
  {
    section: 'papers',
    kind: 'list',
    key: 'kind',
    label: 'Papers',
    definition: 'x',
    facts: { kind: code('kinds'), jurisdiction: code('countries'), issuedOn: day },
  },
];

const codes = (list: string, ...entries: readonly string[]) =>
  [
    list,
    {
      codes: list,
      label: list,
      open: false,
      entries: entries.map((each) => ({ code: each, label: each, independent: each.endsWith('full') })),
    },
  ] as const;

const VOCABULARY: Vocabulary = {
  sections: new Map(SECTIONS.map((section) => [section.section, section])),
  codeLists: new Map([
    codes('countries', 'AA', 'BB', 'CC'),
    codes('licence-classes', 'aa.full', 'aa.limited', 'bb.full', 'cc.full'),
    codes('licence-scopes', 'full'),
    codes('licence-status', 'active', 'lapsed'),
    codes('kinds', 'paper', 'standing'),
  ]),
  groups: new Map(),
};

const CITE = [{ source: 'fiction', locator: 'whole page', seen: '2000-01-01', grade: 'A' }] as const;

export const rule = (id: string, when: Node, more: Partial<RuleVersion> = {}): Rule => ({
  rule: id,
  title: id,
  kind: 'other',
  text: id,
  versions: [{ version: '1', recordedAt: '2000-01-01', reviewBy: '2027-06-01', cite: CITE, when, ...more }],
});

/** A rule that a flag meets, and the steps that set it. */
export const flagRule = (id: string, flag: string, ...cure: readonly string[]): Rule =>
  rule(id, { fact: `person.${flag}`, equals: true, ...(cure.length === 0 ? {} : { cure }) });

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

/** A step that sets a flag. */
export const sets = (id: string, flag: string, more: Partial<Step> = {}): Step =>
  step(id, { effects: [{ fact: `person.${flag}`, value: true }], ...more });

export const lasting = (min: string): Pick<Step, 'duration'> => ({ duration: { min, cite: CITE } });
export const costing = (amount: number, currency = 'EUR'): Pick<Step, 'cost'> => ({
  cost: { amount, currency, asOf: '2026', cite: CITE },
});

export const route = (
  id: string,
  grants: string,
  requirements: readonly string[],
  more: Partial<Route> = {},
): Route => ({
  route: id,
  title: id,
  for: 'Everybody',
  grants,
  cite: CITE,
  scope: [],
  requirements,
  discretion: [],
  notes: [],
  finally: [],
  ...more,
});

export function pack(id: string, jurisdiction: string, parts: Partial<Pack>): Pack {
  return {
    pack: id,
    kind: 'authority',
    name: id,
    jurisdiction,
    uses: [],
    zone: 'UTC',
    version: '2026.01.01',
    readiness: 'ready',
    regulator: { name: id, url: 'https://example.org' },
    languages: ['en'],
    sources: [],
    rules: [],
    routes: [],
    steps: [],
    tables: [],
    openQuestions: [],
    ...parts,
  };
}

export const NOBODY: Dossier = {
  person: Object.fromEntries(FLAGS.map((flag) => [flag, false])),
  licences: { complete: true },
  papers: { complete: true },
} as Dossier;

export const TODAY = '2026-11-22';

export function plan(packs: readonly Pack[], dossier: Dossier = NOBODY): Planning {
  const book: LawBook = { vocabulary: VOCABULARY, commonSteps: [], packs, hashes: new Map() };
  const on = expectOk(parseDay(TODAY), 'a day of a test');
  const law = prepareLaw({ book, on, knownOn: on, evaluator: referenceEvaluator });
  const person: PersonInput = {
    dossier,
    schools: () => undefined,
    registry: { accredited: () => ({ state: 'silent' }) },
  };
  return openPlanning(law, person, assessPerson(law, person));
}
