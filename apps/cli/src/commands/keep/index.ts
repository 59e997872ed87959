/** The verbs of whoever keeps Testamur running: back up, restore, check, examine. */
import type { ArgsDef } from 'citty';
import type { Command, Values } from '../../command-line.ts';

const CHOICE = {
  data: {
    type: 'string',
    valueHint: 'FOLDER',
    description: 'Data folder (TESTAMUR_DATA; DATABASE_URL wins where this is absent)',
  },
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const satisfies ArgsDef;
const LOG = {
  log: {
    type: 'string',
    valueHint: 'FOLDER',
    description: 'Folder of the transparency log, where it lies outside the data folder',
  },
} as const satisfies ArgsDef;
const FOLDER = { folder: { type: 'positional', description: 'Folder of the backup' } } as const;
const chosen = (values: Values) => ({ data: values.text('data'), json: values.flag('json') });
const kept = (values: Values) => ({
  ...chosen(values),
  folder: values.text('folder') ?? '',
  log: values.text('log'),
});

export const backup: Command = {
  name: 'backup',
  summary: 'Write everything that is needed to begin again into a new folder, with the SHA-256 of each file',
  args: { ...FOLDER, ...LOG, ...CHOICE },
  examples: [
    'testamur backup /srv/backups/2026-11-22',
    'DATABASE_URL=postgres://… testamur backup /srv/backups/today --log /srv/log',
  ],
  run: async (values, host) => (await import('./run-backup.ts')).runBackup(kept(values), host),
};

export const restore: Command = {
  name: 'restore',
  summary: 'Begin again from a backup, in an empty place only; every byte and every row is compared',
  args: {
    ...FOLDER,
    check: { type: 'boolean', description: 'Only read the backup and say whether it is whole' },
    ...LOG,
    ...CHOICE,
  },
  examples: [
    'testamur restore /srv/backups/2026-11-22 --check',
    'testamur restore /srv/backups/2026-11-22 --data /var/lib/testamur',
  ],
  run: async (values, host) =>
    (await import('./run-restore.ts')).runRestore({ ...kept(values), isCheck: values.flag('check') }, host),
};

export const fsck: Command = {
  name: 'fsck',
  summary:
    'Check everything that is stored: keys, conditions, fences, audit chains, the log; changes nothing',
  args: {
    ...LOG,
    key: { type: 'string', valueHint: 'KEY', description: 'With --log: its verifier key, or the file of it' },
    ...CHOICE,
  },
  examples: ['testamur fsck', 'testamur fsck --data /var/lib/testamur --log /srv/log --key log.pub --json'],
  run: async (values, host) =>
    (await import('./run-fsck.ts')).runFsck(
      { ...chosen(values), log: values.text('log'), key: values.text('key') },
      host,
    ),
};

export const doctor: Command = {
  name: 'doctor',
  summary: 'Look at this machine, the configuration and the database, and say what to do',
  args: CHOICE,
  examples: ['testamur doctor', 'testamur doctor --data /var/lib/testamur --json'],
  run: async (values, host) => (await import('./run-doctor.ts')).runDoctor(chosen(values), host),
};
