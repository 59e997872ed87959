/** The verbs of packs, one line each; every verb has a file of its own beside this one. */
import type { ArgsDef } from 'citty';
import type { Command, Group } from '../../command-line.ts';
import { affected } from './affected.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';
import type { PackArguments } from './check.ts';
import { diff } from './diff.ts';
import { exportRoutes } from './export.ts';
import { history } from './history.ts';
import { inherits } from './inherits.ts';
import { list } from './list.ts';
import { newPack } from './new.ts';
import { publish } from './publish.ts';
import { schemas } from './schemas.ts';
import { sources } from './sources.ts';
import { stale } from './stale.ts';
import { table } from './table.ts';
import { verify } from './verify.ts';

function packCommand(verb: PackArguments['verb'], summary: string, more: ArgsDef = {}): Command {
  return {
    name: verb,
    summary,
    args: { ...FOLDER, ...more, ...JSON_FLAG },
    many: true,
    examples: [`testamur packs ${verb}`, `testamur packs ${verb} gb us-ny`],
    run: async (values, host) => {
      const { runPacks } = await import('./check.ts');
      return runPacks(
        {
          verb,
          wanted: values.words,
          folder: values.text('folder'),
          sheets: values.text('sheets'),
          sample: values.text('sample'),
          record: values.flag('record'),
          json: values.flag('json'),
        },
        host,
      );
    },
  };
}

export const packs: Group = {
  name: 'packs',
  summary: 'Begin, check, compare, read and export the packs of law',
  commands: [
    packCommand('lint', 'Find faults in packs: types, citations, dates, references, logic', {
      sheets: {
        type: 'string',
        valueHint: 'FOLDER',
        description: 'Fact sheets, to check that every line of them is mapped',
      },
    }),
    packCommand('test', 'Run the cases and stories of packs'),
    packCommand('mutate', 'Change rules and count what no case notices', {
      sample: { type: 'string', valueHint: 'N', description: 'Only so many mutants of each pack' },
      record: {
        type: 'boolean',
        description: 'Keep the scores in docs/figures/mutation.json, beside the folder of packs',
      },
    }),
    packCommand('show', 'What packs hold: routes, rules, sources, open questions'),
    diff,
    affected,
    history,
    newPack,
    list,
    table,
    inherits,
    stale,
    sources,
    schemas,
    publish,
    verify,
    exportRoutes,
  ],
};
