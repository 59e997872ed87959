/** `testamur packs diff OLD NEW`: its options; the work is in run-diff.ts. */
import type { Command } from '../../command-line.ts';
import { JSON_FLAG, VERSIONS } from './arguments.ts';

export const diff: Command = {
  name: 'diff',
  summary:
    'What changed between two versions of the rules, with citations, and the smallest dossier that notices',
  args: {
    ...VERSIONS,
    on: { type: 'string', valueHint: 'DATE', description: 'Look for people under the law of this day only' },
    tries: {
      type: 'string',
      valueHint: 'N',
      description: 'Dossiers tried for each rule and route and day (200); 0 for the list of changes alone',
    },
    ...JSON_FLAG,
  },
  examples: [
    'testamur packs diff HEAD~3: packs',
    'testamur packs diff HEAD: packs --pack gb,us',
    'testamur packs diff ../published packs --tries 0',
    'testamur packs diff ../proposal/gb packs/jurisdictions/gb --json',
  ],
  run: async (values, host) => {
    const { runPackDiff } = await import('./run-diff.ts');
    return runPackDiff(
      {
        old: values.text('old') ?? '',
        new: values.text('new') ?? '',
        packs: values.list('pack'),
        on: values.text('on'),
        tries: values.text('tries'),
        json: values.flag('json'),
      },
      host,
    );
  },
};
