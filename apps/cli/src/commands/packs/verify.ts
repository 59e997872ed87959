import path from 'node:path';
import { checkSums, readRuleBase } from '@testamur/adapters/library';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { refuse } from '../../refuse.ts';
import { JSON_FLAG } from './arguments.ts';

/** `testamur packs verify FOLDER`: whether a copy of a published rule base is what was published. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check a copy of a published rule base: its schema, its hashes, every file',
  args: { copy: { type: 'positional', description: 'The folder with rule-base.json' }, ...JSON_FLAG },
  examples: ['testamur packs verify site', 'testamur packs verify /srv/mirror --json'],
  run: async (values, host) => {
    const json = values.flag('json');
    const folder = path.resolve(values.text('copy') ?? '');
    const library = readRuleBase(folder);
    if (!library.ok) return refuse([library.error], host, { json, code: EXIT.faultsFound });
    const sums = checkSums(folder);
    if (!sums.ok) return refuse(sums.error, host, { json, code: EXIT.faultsFound });
    const packs = library.value.law.packs.length;
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/publication-check/1', folder, packs, files: sums.value })}\n`
        : `${packs} packs, ${sums.value} files: as they were published.\n`,
    );
    return EXIT.answered;
  },
};
