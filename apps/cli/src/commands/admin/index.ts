/** What is done at the console of the machine. */
import type { Command, Group } from '../../command-line.ts';

const invite: Command = {
  name: 'invite',
  summary: 'Print a one-time link for the first administrator; no mail server is needed',
  args: {
    name: {
      type: 'string',
      valueHint: 'NAME',
      description: 'Name of the organisation that runs this platform (Testamur)',
    },
    url: {
      type: 'string',
      valueHint: 'URL',
      description: 'Address at which people reach the portal (http://127.0.0.1:8080)',
    },
    hours: { type: 'string', valueHint: 'N', description: 'The link serves so long (24, at most 168)' },
    data: {
      type: 'string',
      valueHint: 'FOLDER',
      description: 'Folder of the embedded database (TESTAMUR_DATA; DATABASE_URL wins where this is absent)',
    },
    json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
  },
  examples: [
    'testamur admin invite',
    'testamur admin invite --name "Ministry of Health" --url https://testamur.example.org --hours 2',
  ],
  run: async (values, host) => {
    const { runInvite } = await import('./run-invite.ts');
    return runInvite(
      {
        name: values.text('name') ?? 'Testamur',
        url: values.text('url') ?? 'http://127.0.0.1:8080',
        hours: values.text('hours') ?? '24',
        data: values.text('data'),
        json: values.flag('json'),
      },
      host,
    );
  },
};

export const admin: Group = {
  name: 'admin',
  summary: 'At the console: invite the first administrator',
  commands: [invite],
};
