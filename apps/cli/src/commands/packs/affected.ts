/** `testamur packs affected OLD NEW`: its options; the work is in run-affected.ts. */
import type { Command } from '../../command-line.ts';
import { JSON_FLAG, VERSIONS } from './arguments.ts';

export const affected: Command = {
  name: 'affected',
  summary:
    'Who stands otherwise under another version of the rules: your people, or people drawn around what changed',
  args: {
    ...VERSIONS,
    people: {
      type: 'string',
      valueHint: 'FILE.csv|FOLDER',
      description:
        'A table with a column for each fact (pmq.graduatedOn, exams.1.result, id), or a folder of dossiers',
    },
    generate: {
      type: 'string',
      valueHint: 'N',
      description: 'So many invented people (10000 where no people are given)',
    },
    seed: { type: 'string', valueHint: 'N', description: 'Other invented people (1)' },
    on: { type: 'string', valueHint: 'DATE', description: 'The law of this day (today)' },
    sample: { type: 'string', valueHint: 'N', description: 'So many people explained (5)' },
    ...JSON_FLAG,
  },
  examples: [
    'testamur packs affected HEAD~3: packs',
    'testamur packs affected HEAD: packs --pack gb --people graduates.csv',
    'testamur packs affected ../published packs --people packs/samples --json',
    'testamur packs affected HEAD: packs --generate 100000 --on 2027-01-01',
  ],
  run: async (values, host) => {
    const { runAffected } = await import('./run-affected.ts');
    return runAffected(
      {
        old: values.text('old') ?? '',
        new: values.text('new') ?? '',
        packs: values.list('pack'),
        people: values.text('people'),
        generate: values.text('generate'),
        seed: values.text('seed'),
        on: values.text('on'),
        sample: values.text('sample'),
        json: values.flag('json'),
      },
      host,
    );
  },
};
