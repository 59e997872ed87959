/** `testamur privacy …`: what is done about people's data at the console of the machine. */
import type { ArgsDef } from 'citty';
import type { Command, Group, Values } from '../../command-line.ts';

const JSON_FLAG = {
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const;
const CHOICE = {
  data: {
    type: 'string',
    valueHint: 'FOLDER',
    description: 'Folder of the embedded database (TESTAMUR_DATA; DATABASE_URL wins where this is absent)',
  },
  ...JSON_FLAG,
} as const satisfies ArgsDef;
const PERSON = {
  person: { type: 'positional', description: 'The id of the person' },
  reason: {
    type: 'string',
    valueHint: 'WORDS',
    description: 'Who asked for it, when and how; kept in the audit trail under the key of the person',
  },
} as const;
const chosen = (values: Values) => ({ data: values.text('data'), json: values.flag('json') });
const about = (values: Values) => ({
  ...chosen(values),
  person: values.text('person') ?? '',
  reason: values.text('reason') ?? '',
});

const catalogue: Command = {
  name: 'catalogue',
  summary: 'What is kept about people: every column, why, on which basis, how long, for whose eyes',
  args: JSON_FLAG,
  examples: ['testamur privacy catalogue', 'testamur privacy catalogue --json'],
  run: async (values, host) =>
    (await import('./run-catalogue.ts')).runCatalogue({ json: values.flag('json') }, host),
};

const exportPerson: Command = {
  name: 'export',
  summary: 'Everything that is kept about a person, for her who asks by letter; she herself needs no console',
  args: { ...PERSON, ...CHOICE },
  examples: [
    'testamur privacy export 7b0c8a51-3f0e-4a86-9b3d-0d6a3a9c2f10 --reason "her letter of 3 November" > hers.json',
  ],
  run: async (values, host) => (await import('./run-export.ts')).runExport(about(values), host),
};

const erase: Command = {
  name: 'erase',
  summary:
    'Erase a person for ever: her key is destroyed, her ways to sign in are removed; prints the receipt',
  args: { ...PERSON, ...CHOICE },
  examples: [
    'testamur privacy erase 7b0c8a51-3f0e-4a86-9b3d-0d6a3a9c2f10 --reason "request granted on 4 November"',
  ],
  run: async (values, host) => (await import('./run-erase.ts')).runErase(about(values), host),
};

const copyKeys: Command = {
  name: 'copy-keys',
  summary: 'Copy the keys of people; older copies that have expired are destroyed',
  args: CHOICE,
  examples: ['testamur privacy copy-keys --data testamur-data'],
  run: async (values, host) => (await import('./run-copy-keys.ts')).runCopyKeys(chosen(values), host),
};

const restoreKeys: Command = {
  name: 'restore-keys',
  summary: 'Put back keys that are missing; whoever was erased since stays erased',
  args: { copy: { type: 'positional', description: 'The name of the copy' }, ...CHOICE },
  examples: ['testamur privacy restore-keys 2026-11-22T170000.000Z'],
  run: async (values, host) =>
    (await import('./run-copy-keys.ts')).runRestoreKeys(
      { ...chosen(values), copy: values.text('copy') ?? '' },
      host,
    ),
};

export const privacy: Group = {
  name: 'privacy',
  summary: 'People’s data: what is kept, export, erasure, copies of the keys',
  commands: [catalogue, exportPerson, erase, copyKeys, restoreKeys],
};
