/** The verbs of the database; each has a file of its own beside this one. */
import type { ArgsDef } from 'citty';
import type { Command, Group, Values } from '../../command-line.ts';

const CHOICE = {
  data: {
    type: 'string',
    valueHint: 'FOLDER',
    description: 'Folder of the embedded database (TESTAMUR_DATA; DATABASE_URL wins where this is absent)',
  },
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const satisfies ArgsDef;
const FILE = { file: { type: 'positional', description: 'A file of an export' } } as const;
const chosen = (values: Values) => ({ data: values.text('data'), json: values.flag('json') });
const filed = (values: Values) => ({ ...chosen(values), file: values.text('file') ?? '' });

const status: Command = {
  name: 'status',
  summary: 'How the schema of the database stands to this release; changes nothing',
  args: CHOICE,
  examples: ['testamur db status', 'testamur db status --data /var/lib/testamur --json'],
  run: async (values, host) => (await import('./run-status.ts')).runStatus(chosen(values), host),
};

const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the schema up to this release, as every start does',
  args: CHOICE,
  examples: ['testamur db migrate', 'DATABASE_URL=postgres://… testamur db migrate'],
  run: async (values, host) => (await import('./run-migrate.ts')).runMigrate(chosen(values), host),
};

const exportAll: Command = {
  name: 'export',
  summary: 'Write everything that the database holds into one file',
  args: { ...FILE, ...CHOICE },
  examples: ['testamur db export everything.jsonl --data testamur-data'],
  run: async (values, host) => (await import('./run-export.ts')).runExport(filed(values), host),
};

const importAll: Command = {
  name: 'import',
  summary: 'Fill an empty database from an export; rows, policies and numbers are compared',
  args: { ...FILE, ...CHOICE },
  examples: ['DATABASE_URL=postgres://… testamur db import everything.jsonl'],
  run: async (values, host) => (await import('./run-import.ts')).runImport(filed(values), host),
};

export const db: Group = {
  name: 'db',
  summary: 'Look after the database: status, migrate, export, import',
  commands: [status, migrate, exportAll, importAll],
};
