/** Every verb, in the order of the help. What a verb needs is loaded when it runs, so that each starts fast. */
import type { Command, Group, Values } from '../command-line.ts';
import { admin } from './admin/index.ts';
import { db } from './db/index.ts';
import { halt } from './halt/index.ts';
import { jobs } from './jobs/index.ts';
import { backup, doctor, fsck, restore } from './keep/index.ts';
import { log } from './log/index.ts';
import { packs } from './packs/index.ts';
import { privacy } from './privacy/index.ts';
import { withRules } from './with-rules.ts';

const JSON_FLAG = {
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const;
const LAW = {
  on: { type: 'string', valueHint: 'DATE', description: 'The law of this day (today)' },
  'known-on': { type: 'string', valueHint: 'DATE', description: 'As it was known on this day (today)' },
  rules: { type: 'string', valueHint: 'FOLDER', description: 'A published rule base (that of the product)' },
} as const;
const JURISDICTION = {
  jurisdiction: {
    type: 'string',
    valueHint: 'CODE',
    description: 'Only these: packs or jurisdictions, with commas or repeated',
  },
} as const;
const FILE = {
  file: { type: 'positional', description: 'A dossier in YAML or JSON; - for standard input' },
} as const;

const WISHES = {
  front: { type: 'boolean', description: 'All plans to the target that no other betters in cost and time' },
  anywhere: { type: 'boolean', description: 'The same over all targets that permit independent practice' },
  budget: { type: 'string', valueHint: 'AMOUNT', description: 'At most this, as "2000 EUR"' },
  deadline: { type: 'string', valueHint: 'DATE', description: 'The licence on this day at the latest' },
  'not-before': {
    type: 'string',
    valueHint: 'DATE',
    description: 'Practice, training, jobs and licences begin no earlier',
  },
  'exclude-country': {
    type: 'string',
    valueHint: 'CODE',
    description: 'No licence and no step there, with commas or repeated',
  },
  'refuse-step': {
    type: 'string',
    valueHint: 'STEP',
    description: 'Steps not to be taken, with commas or repeated',
  },
  language: {
    type: 'string',
    valueHint: 'CODE',
    description: 'No language test but in these, with commas or repeated',
  },
  'without-selection': { type: 'boolean', description: 'No match, quota or job offer' },
  hops: { type: 'string', valueHint: 'N', description: 'Licences obtained on the way, at most (2; up to 3)' },
} as const;

const wishesOf = (values: Values) => ({
  budget: values.text('budget'),
  deadline: values.text('deadline'),
  notBefore: values.text('not-before'),
  excludeCountries: values.list('exclude-country'),
  refuseSteps: values.list('refuse-step'),
  languages: values.list('language'),
  noSelection: values.flag('without-selection'),
  hops: values.text('hops'),
});
const daysOf = (values: Values) => ({ on: values.text('on'), knownOn: values.text('known-on') });
const fileOf = (values: Values): string => values.text('file') ?? '';

const assess: Command = {
  name: 'assess',
  summary: 'Judge a dossier by every authority: open, open with steps, closed or unknown, under which clause',
  args: {
    ...FILE,
    ...JURISDICTION,
    ...LAW,
    'all-routes': {
      type: 'boolean',
      description: 'Show the requirements of every route, not of the best one only',
    },
    ...JSON_FLAG,
  },
  examples: [
    'testamur assess packs/samples/final-year-student.yaml',
    'testamur assess dossier.yaml --jurisdiction gb,de --all-routes',
    'testamur assess dossier.json --on 2026-03-01 --json > assessment.json',
    'cat dossier.yaml | testamur assess -',
  ],
  run: async (values, host) => {
    const { runAssess } = await import('./assess.ts');
    return runAssess(
      {
        file: fileOf(values),
        jurisdictions: values.list('jurisdiction'),
        ...daysOf(values),
        allRoutes: values.flag('all-routes'),
        json: values.flag('json'),
      },
      withRules(values, host),
    );
  },
};

const plan: Command = {
  name: 'plan',
  summary: 'The cheapest way to one licence with cost and time, or the earliest licence on every route',
  args: {
    ...FILE,
    target: {
      type: 'positional',
      required: false,
      description: 'A route or a pack; every route where absent',
    },
    ...WISHES,
    ...JURISDICTION,
    ...LAW,
    ...JSON_FLAG,
  },
  examples: [
    'testamur plan packs/samples/fresh-graduate.yaml',
    'testamur plan packs/samples/final-year-student.yaml gb.plab',
    'testamur plan dossier.yaml de --json',
    'testamur plan packs/samples/resident.yaml gb --front --budget "2000 GBP" --deadline 2028-12-31',
    'testamur plan dossier.yaml --anywhere --exclude-country US --language en',
  ],
  run: async (values, host) => {
    const { runPlan } = await import('./plan.ts');
    return runPlan(
      {
        file: fileOf(values),
        target: values.text('target'),
        front: values.flag('front'),
        anywhere: values.flag('anywhere'),
        wishes: wishesOf(values),
        jurisdictions: values.list('jurisdiction'),
        ...daysOf(values),
        json: values.flag('json'),
      },
      withRules(values, host),
    );
  },
};

const explain: Command = {
  name: 'explain',
  summary: 'Read a rule: what it asks, by which wording, under which clause; with a dossier, how it stands',
  args: {
    rule: { type: 'positional', description: 'The id of a rule, as an assessment names it' },
    dossier: {
      type: 'string',
      valueHint: 'FILE',
      description: 'A dossier in YAML or JSON; - for standard input',
    },
    ...LAW,
    ...JSON_FLAG,
  },
  examples: [
    'testamur explain gb.plab.plab1',
    'testamur explain us.ecfmg.seven-years --dossier packs/samples/resident.yaml',
    'testamur explain gb.english.evidence --on 2024-01-01',
  ],
  run: async (values, host) => {
    const { runExplain } = await import('./explain.ts');
    return runExplain(
      {
        rule: values.text('rule') ?? '',
        dossier: values.text('dossier'),
        ...daysOf(values),
        json: values.flag('json'),
      },
      withRules(values, host),
    );
  },
};

const whyNot: Command = {
  name: 'why-not',
  summary: 'What remains on a route or for a rule, and the smallest changes that would turn it',
  args: {
    ...FILE,
    target: { type: 'positional', description: 'The id of a route or of a rule' },
    ...LAW,
    ...JSON_FLAG,
  },
  examples: [
    'testamur why-not packs/samples/displaced-doctor.yaml ke.foreign-temporary',
    'testamur why-not dossier.yaml gb.plab',
    'testamur why-not dossier.yaml us-tx.exam.window --json',
  ],
  run: async (values, host) => {
    const { runWhyNot } = await import('./why-not.ts');
    return runWhyNot(
      {
        file: fileOf(values),
        target: values.text('target') ?? '',
        ...daysOf(values),
        json: values.flag('json'),
      },
      withRules(values, host),
    );
  },
};

const search: Command = {
  name: 'search',
  summary: 'Find a school; forgives spelling, case, diacritics and script',
  args: {
    words: { type: 'positional', description: 'Some words of its name or town' },
    country: { type: 'string', valueHint: 'CODE', description: 'Only in this country (ISO 3166-1)' },
    limit: { type: 'string', valueHint: 'N', description: 'At most so many (10)' },
    ...JSON_FLAG,
  },
  many: true,
  examples: [
    'testamur schools search bangalore med',
    'testamur schools search Мечников',
    'testamur schools search medical university --country PL --limit 20',
  ],
  run: async (values, host) => {
    const { runSchoolSearch } = await import('./schools.ts');
    return runSchoolSearch(
      {
        words: values.words,
        country: values.text('country'),
        limit: values.text('limit'),
        json: values.flag('json'),
      },
      host,
    );
  },
};

const schema: Command = {
  name: 'schema',
  summary:
    'Print a published JSON Schema: dossier, assessment, plan, reaches, front, anywhere, what-if, reverse-reach, verification, why-not, pack-diff, affected, pack-histories',
  args: { name: { type: 'positional', description: 'One of those names' } },
  examples: ['testamur schema dossier > dossier.schema.json'],
  run: async (values, host) => {
    const { runSchema } = await import('./schema.ts');
    return runSchema(values.text('name') ?? '', host);
  },
};

const serve: Command = {
  name: 'serve',
  summary: 'Serve the portal and the API',
  args: {
    port: { type: 'string', valueHint: 'PORT', description: 'Port to listen on (8080); 0 for any free one' },
    address: {
      type: 'string',
      valueHint: 'ADDRESS',
      description: 'Address to listen on (127.0.0.1); 0.0.0.0 for all',
    },
    data: {
      type: 'string',
      valueHint: 'FOLDER',
      description: 'Folder of the embedded database (testamur-data)',
    },
    role: {
      type: 'string',
      valueHint: 'ROLE',
      description: 'web answers, worker works off what waits, all does both (all)',
    },
  },
  examples: ['testamur serve', 'testamur serve --port 0 --data /var/lib/testamur'],
  run: async (values, host) => {
    const { runServe } = await import('./serve.ts');
    return runServe(
      {
        ...{ port: values.text('port'), address: values.text('address') },
        ...{ data: values.text('data'), role: values.text('role') },
      },
      host,
    );
  },
};

const verify: Command = {
  name: 'verify',
  summary: 'What a credential is worth: authentic, whose, recognised then and now, and where it leads',
  args: {
    file: {
      type: 'positional',
      description: 'A file (JSON, JWT, SD-JWT, PNG, SVG), an https address; - for standard input',
    },
    on: { type: 'string', valueHint: 'DATE', description: 'Law and recognition of this day (today)' },
    ...JURISDICTION,
    issuers: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Whose identifier is whose, docs/command-line.md',
    },
    offline: { type: 'boolean', description: 'Reach nobody: what would have to be asked stays unknown' },
    nonce: { type: 'string', valueHint: 'TEXT', description: 'The question that whoever shows it was asked' },
    audience: { type: 'string', valueHint: 'ADDRESS', description: 'For whom it was to be answered' },
    evidence: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Write all that the answer rests on to a record',
    },
    seal: { type: 'string', valueHint: 'KEY', description: 'Seal the record with this Ed25519 key (PEM)' },
    replay: { type: 'boolean', description: 'The file is such a record: compute it again, reaching nobody' },
    ...JSON_FLAG,
  },
  examples: [
    'testamur verify diploma.json --issuers issuers.json',
    'testamur verify badge.png --jurisdiction gb,de --json',
    'testamur verify https://school.example/diploma.json --evidence record.json --seal key.pem',
    'testamur verify record.json --replay',
  ],
  run: async (values, host) => {
    const { runVerify } = await import('./verify.ts');
    const names = ['on', 'issuers', 'nonce', 'audience', 'evidence', 'seal'] as const;
    const given = Object.fromEntries(names.map((name) => [name, values.text(name)]));
    return runVerify(
      {
        ...given,
        file: fileOf(values),
        jurisdictions: values.list('jurisdiction'),
        offline: values.flag('offline'),
        replay: values.flag('replay'),
        json: values.flag('json'),
      },
      host,
    );
  },
};

const schools: Group = {
  name: 'schools',
  summary: 'Find the school that awarded a degree',
  commands: [search],
};

export const COMMANDS: readonly (Command | Group)[] = [
  assess,
  plan,
  explain,
  whyNot,
  verify,
  packs,
  log,
  schools,
  schema,
  serve,
  db,
  admin,
  privacy,
  backup,
  restore,
  fsck,
  doctor,
  halt,
  jobs,
];
