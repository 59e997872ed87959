/** The switch: stop what Testamur vouches for, or everything that writes, within a second and in every process. */
import type { ArgsDef } from 'citty';
import type { Command, Group, Values } from '../../command-line.ts';

const CHOICE = {
  data: {
    type: 'string',
    valueHint: 'FOLDER',
    description:
      'Data folder: halts this machine alone (TESTAMUR_DATA; with DATABASE_URL every process is halted)',
  },
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const satisfies ArgsDef;
const REASON = {
  reason: {
    type: 'string',
    valueHint: 'TEXT',
    description: 'Why, in one line; it is kept in the audit trail',
  },
} as const satisfies ArgsDef;
const chosen = (values: Values) => ({ data: values.text('data'), json: values.flag('json') });

const start = (name: 'issuing' | 'writes', summary: string): Command => ({
  name,
  summary,
  args: { ...REASON, ...CHOICE },
  examples: [`testamur halt ${name} --reason "rule us.ecfmg.2024 is wrong"`],
  run: async (values, host) =>
    (await import('./run-halt.ts')).runHalt(
      { ...chosen(values), scope: name, reason: values.text('reason') },
      host,
    ),
});

const lift: Command = {
  name: 'lift',
  summary: 'Lift every halt',
  args: CHOICE,
  examples: ['testamur halt lift'],
  run: async (values, host) => (await import('./run-halt.ts')).runLift(chosen(values), host),
};

export const halt: Group = {
  name: 'halt',
  summary: 'Stop issuing, or everything that writes; lift the halt',
  commands: [
    start('issuing', 'Stop everything by which Testamur vouches for something; taking back goes on'),
    start('writes', 'Stop everything that writes; questions are answered as always'),
    lift,
  ],
};
