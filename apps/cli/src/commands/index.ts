/** Every verb, in the order of the help. What a verb needs is loaded when it runs, so that each starts fast. */
import type { Command, Group } from '../command-line.ts';

const QUESTION_ARGS = {
  jurisdiction: {
    type: 'string',
    valueHint: 'CODE',
    description: 'Only these: packs or jurisdictions, with commas or repeated',
  },
  on: { type: 'string', valueHint: 'DATE', description: 'The law of this day (today)' },
  'known-on': { type: 'string', valueHint: 'DATE', description: 'As it was known on this day (today)' },
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/schemas' },
} as const;

const assess: Command = {
  name: 'assess',
  summary: 'Judge a dossier by every authority: open, open with steps, closed or unknown, under which clause',
  args: {
    file: { type: 'positional', description: 'A dossier in YAML or JSON; - for standard input' },
    ...QUESTION_ARGS,
    'all-routes': {
      type: 'boolean',
      description: 'Show the requirements of every route, not of the best one only',
    },
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
        file: values.text('file') ?? '',
        jurisdictions: values.list('jurisdiction'),
        on: values.text('on'),
        knownOn: values.text('known-on'),
        allRoutes: values.flag('all-routes'),
        json: values.flag('json'),
      },
      host,
    );
  },
};

export const COMMANDS: readonly (Command | Group)[] = [assess];
