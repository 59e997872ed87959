/** The jobs of the platform, at the console. */
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
const JOB = { job: { type: 'positional', description: 'The id of a job' } } as const;
const chosen = (values: Values) => ({ data: values.text('data'), json: values.flag('json') });
const named = (values: Values) => ({ ...chosen(values), job: values.text('job') ?? '' });

const list: Command = {
  name: 'list',
  summary: 'List what waits, fails or was given up; all states with --state',
  args: {
    state: {
      type: 'string',
      valueHint: 'STATE',
      description:
        'waiting, failing, running, done, dead; several with commas (waiting,failing,running,dead)',
    },
    ...CHOICE,
  },
  examples: ['testamur jobs list', 'testamur jobs list --state dead --json'],
  run: async (values, host) =>
    (await import('./run-list.ts')).runList({ ...chosen(values), states: values.list('state') }, host),
};

const show: Command = {
  name: 'show',
  summary: 'Look at one job: what it works on, its tries, what went wrong last',
  args: { ...JOB, ...CHOICE },
  examples: ['testamur jobs show 0b9f3c1e-…'],
  run: async (values, host) => (await import('./run-show.ts')).runShow(named(values), host),
};

const retry: Command = {
  name: 'retry',
  summary: 'Try a job again now: one that was given up, or one that waits for its next turn',
  args: { ...JOB, ...CHOICE },
  examples: ['testamur jobs retry 0b9f3c1e-…'],
  run: async (values, host) => (await import('./run-retry.ts')).runRetry(named(values), host),
};

export const jobs: Group = {
  name: 'jobs',
  summary: 'Look after the jobs: list, show, retry',
  commands: [list, show, retry],
};
