import { packRows, readMutation, showPackTable } from '@testamur/adapters/packs';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs table`: the page docs/packs.md, from the packs and the last scores of mutation. */
export const table: Command = {
  name: 'table',
  summary: 'A page with a line for each pack: routes, cases, mutation score, what is not known',
  args: { ...FOLDER, ...JSON_FLAG },
  examples: ['testamur packs table > docs/packs.md', 'testamur packs table --json'],
  run: async (values, host) => {
    const json = values.flag('json');
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks({ wanted: [], folder: values.text('folder'), json }, host);
    if (typeof opened === 'number') return opened;
    const rows = packRows(opened.set, readMutation(opened.folder));
    opened.progress.stop();
    host.write(
      json ? `${JSON.stringify({ schema: 'testamur/pack-table/1', packs: rows })}\n` : showPackTable(rows),
    );
    return EXIT.answered;
  },
};
