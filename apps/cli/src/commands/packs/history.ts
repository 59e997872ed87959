/** `testamur packs history [PACK…]`: its options; the work is in run-history.ts. */
import type { Command } from '../../command-line.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

export const history: Command = {
  name: 'history',
  summary:
    'How the law of packs changed and will change, when it was recorded, and what each version brought',
  args: { ...FOLDER, ...JSON_FLAG },
  many: true,
  examples: ['testamur packs history in', 'testamur packs history gb us-ny --json'],
  run: async (values, host) => {
    const { runHistory } = await import('./run-history.ts');
    return runHistory(
      { wanted: values.words, folder: values.text('folder'), json: values.flag('json') },
      host,
    );
  },
};
