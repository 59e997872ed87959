import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packSchemas } from '@testamur/engines/recognition';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs schemas [--out FOLDER]`: JSON Schemas by which an editor completes and checks packs as they are typed. */
export const schemas: Command = {
  name: 'schemas',
  summary:
    'JSON Schemas of the files of packs, for editors: made from what reads them and from the vocabulary',
  args: {
    ...FOLDER,
    out: { type: 'string', valueHint: 'FOLDER', description: 'Write them there; list them where absent' },
    ...JSON_FLAG,
  },
  examples: ['testamur packs schemas', 'testamur packs schemas --out docs/schemas/packs'],
  run: async (values, host) => {
    const { openPacks } = await import('./open-packs.ts');
    const json = values.flag('json');
    const opened = await openPacks({ wanted: [], folder: values.text('folder'), json, lawOnly: true }, host);
    if (typeof opened === 'number') return opened;
    const made = packSchemas(opened.set);
    opened.progress.stop();
    const out = values.text('out');
    if (out !== undefined) mkdirSync(out, { recursive: true });
    const written = made.map(({ name, files, schema }) => {
      const file = `${name}.schema.json`;
      if (out !== undefined) writeFileSync(path.join(out, file), `${JSON.stringify(schema, null, 1)}\n`);
      return { name, file, files: `packs/${files}` };
    });
    const lines = written.map(({ file, files }) => `${file.padEnd(34)}${files}`);
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/pack-schemas/1', schemas: written })}\n`
        : `${lines.join('\n')}\n`,
    );
    return EXIT.answered;
  },
};
