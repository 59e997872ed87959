import { summarisePack } from '@testamur/adapters/packs';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs list`: a line for each pack, with the hash by which a version of it can be told from any other. */
export const list: Command = {
  name: 'list',
  summary: 'A line for each pack: version, readiness, SHA-256 of its canonical JSON',
  args: { ...FOLDER, ...JSON_FLAG },
  many: true,
  examples: ['testamur packs list', 'testamur packs list gb us-ny --json'],
  run: async (values, host) => {
    const json = values.flag('json');
    const { openWholePacks } = await import('./open-packs.ts');
    const opened = await openWholePacks({ wanted: values.words, folder: values.text('folder'), json }, host);
    if (typeof opened === 'number') return opened;
    const { set, wanted, progress } = opened;
    const packs = set.packs
      .filter(({ pack }) => wanted.length === 0 || wanted.includes(pack))
      .map((pack) => summarisePack(set, pack))
      .map(({ pack, name, kind, version, readiness, hash }) => ({
        pack,
        name,
        kind,
        version,
        readiness,
        hash,
      }));
    progress.stop();
    const widest = Math.max(...packs.map(({ pack }) => pack.length));
    const lines = packs.map(
      ({ pack, name, version, readiness, hash }) =>
        `${pack.padEnd(widest)}  ${version}  ${readiness.padEnd('with-unknowns'.length)}  ${hash}  ${name}`,
    );
    host.write(
      json ? `${JSON.stringify({ schema: 'testamur/pack-list/1', packs })}\n` : `${lines.join('\n')}\n`,
    );
    return EXIT.answered;
  },
};
