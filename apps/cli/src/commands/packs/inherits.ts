import { describeInheritance } from '@testamur/engines/recognition';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { showInheritance } from '../../show/packs-inherits.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs inherits [PACK…]`: what a state or province makes of the law of its country, as a difference. */
export const inherits: Command = {
  name: 'inherits',
  summary: 'What a state or province makes of the law of its country, rule by rule',
  args: { ...FOLDER, ...JSON_FLAG },
  many: true,
  examples: ['testamur packs inherits us-ny', 'testamur packs inherits --json'],
  run: async (values, host) => {
    const json = values.flag('json');
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks(
      { wanted: values.words, folder: values.text('folder'), json, lawOnly: true },
      host,
    );
    if (typeof opened === 'number') return opened;
    const { set, wanted, progress } = opened;
    const asked = set.packs.filter(({ pack }) => wanted.length === 0 || wanted.includes(pack));
    const views = asked.flatMap((pack) => describeInheritance(pack, set.packs, set.commonSteps) ?? []);
    const without = asked.filter(({ pack }) => !views.some((view) => view.pack === pack));
    progress.stop();
    const notes = wanted.length === 0 ? [] : without.map(({ pack }) => `${pack} inherits from no pack.\n`);
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/pack-inheritance/1', packs: views })}\n`
        : `${[...notes, ...views.map(showInheritance)].join('\n')}`,
    );
    return EXIT.answered;
  },
};
