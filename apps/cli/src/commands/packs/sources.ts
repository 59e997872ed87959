import { checkSources } from '@testamur/engines/recognition';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { refuse } from '../../refuse.ts';
import { showSources } from '../../show/packs-sources.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs sources check [PACK…]`: every source, and what is wrong or missing with it. */
export const sources: Command = {
  name: 'sources',
  summary: 'Check every source: used or not, address, grade, date, language, the same address twice',
  args: {
    check: { type: 'positional', description: 'The word check' },
    ...FOLDER,
    all: { type: 'boolean', description: 'Sound ones as well' },
    ...JSON_FLAG,
  },
  many: true,
  examples: ['testamur packs sources check', 'testamur packs sources check de eu --all'],
  run: async (values, host) => {
    const json = values.flag('json');
    const [verb, ...packs] = values.words;
    if (verb !== 'check') {
      const message = `There is no testamur packs sources ${verb ?? ''}.`;
      return refuse([{ code: 'INPUT_ARGUMENTS', message, hint: 'Write sources check.' }], host, { json });
    }
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks(
      { wanted: packs, folder: values.text('folder'), json, lawOnly: true },
      host,
    );
    if (typeof opened === 'number') return opened;
    const { set, wanted, progress } = opened;
    const reports = checkSources(
      set.packs.filter(({ pack }) => wanted.length === 0 || wanted.includes(pack)),
      set.packs,
    );
    progress.stop();
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/pack-sources/1', sources: reports })}\n`
        : showSources(reports, values.flag('all')),
    );
    const faulty = reports.some(({ remarks }) => remarks.some(({ weight }) => weight === 'fault'));
    return faulty ? EXIT.faultsFound : EXIT.answered;
  },
};
