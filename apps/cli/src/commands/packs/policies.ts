/** `testamur packs policies`: its options; the work is in run-policies.ts. */
import type { Command } from '../../command-line.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

export const policies: Command = {
  name: 'policies',
  summary: 'What guides states and recruiters and decides no verdict; which of it names a country on a day',
  args: {
    ...FOLDER,
    country: { type: 'string', valueHint: 'CODE', description: 'Which of them name this country: KE' },
    on: { type: 'string', valueHint: 'DATE', description: 'On this day (today)' },
    ...JSON_FLAG,
  },
  examples: ['testamur packs policies', 'testamur packs policies --country KE --on 2023-03-07 --json'],
  run: async (values, host) => {
    const { runPolicies } = await import('./run-policies.ts');
    return runPolicies(
      {
        country: values.text('country'),
        on: values.text('on'),
        folder: values.text('folder'),
        json: values.flag('json'),
      },
      host,
    );
  },
};
