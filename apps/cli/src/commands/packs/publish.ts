import path from 'node:path';
import { formatDay, parseDay } from '@testamur/engines/kernel';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import { startProgress } from '../../progress.ts';
import { cannotRun, refuse } from '../../refuse.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs publish FOLDER`: the rule base and the portal as files that any mirror can serve. */
export const publish: Command = {
  name: 'publish',
  summary: 'Write the rule base as a site of files: JSON named by its hash, pages, checksums, the portal',
  args: {
    to: { type: 'positional', description: 'The folder to write: empty, or not there yet' },
    ...FOLDER,
    origin: { type: 'string', valueHint: 'URL', description: 'Where it will stand: https://mirror.example' },
    on: { type: 'string', valueHint: 'DATE', description: 'The day it is published (today)' },
    log: {
      type: 'string',
      valueHint: 'ORGANISATION',
      description:
        'Say so in the public log too, for the platform’s own organisation: its id, as admin invite --json tells it',
    },
    data: {
      type: 'string',
      valueHint: 'FOLDER',
      description:
        'With --log: folder of the embedded database (TESTAMUR_DATA; DATABASE_URL wins where absent)',
    },
    ...JSON_FLAG,
  },
  examples: [
    'testamur packs publish site',
    'testamur packs publish site --log 3f0c1c1e-0d5e-4c39-9d3e-5f1f4a6f3b11',
    'testamur packs publish site --origin https://rules.example.org',
    'testamur packs publish site --folder my-packs --on 2027-01-01 --json',
  ],
  run: async (values, host) => {
    const json = values.flag('json');
    const on = values.text('on') ?? formatDay(host.today);
    const folder = path.resolve(values.text('to') ?? '');
    if (!parseDay(on).ok) {
      const [message, hint] = ['This is no day.', 'Write a day such as 2027-01-01.'];
      return refuse([{ code: 'INPUT_ARGUMENTS', option: '--on', message, hint }], host, { json });
    }
    const { composeLibrary, publish: write } = await import('@testamur/server');
    const packs = values.text('folder');
    const progress = await startProgress(host, 'Reading the packs');
    const library = packs === undefined ? host.library() : composeLibrary(path.resolve(packs));
    if (!library.ok) {
      progress.stop();
      const problems = Array.isArray(library.error) ? library.error : [library.error];
      return refuse(problems, host, { json, code: packs === undefined ? EXIT.cannotRun : EXIT.badInput });
    }
    const written = await write({
      ...{ library: library.value, publishedOn: on, folder, origin: values.text('origin') },
      tell: (done, all) => {
        if (done % 20 === 0) void progress.tell(`Writing pages: ${done} of ${all}`);
      },
    });
    progress.stop();
    if (!written.ok) {
      const isInput = written.error.code === 'SERVER_FOLDER_NOT_EMPTY';
      return isInput ? refuse([written.error], host, { json }) : cannotRun(written.error, host, json);
    }
    const { index, pages, files } = written.value;
    const { hash, publishedOn } = index;
    let leaf: string | undefined;
    const organisation = values.text('log');
    if (organisation !== undefined) {
      const { announceRuleBase } = await import('./announce-rule-base.ts');
      const said = await announceRuleBase(index, { organisation, data: values.text('data'), json }, host);
      if (typeof said === 'number') return said;
      leaf = said;
    }
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/publication/1', folder, publishedOn, hash, packs: index.packs.length, pages, files, ...(leaf === undefined ? {} : { leaf }) })}\n`
        : `${index.packs.length} packs on ${pages} pages, ${files} files with checksums, in ${folder}\nRule base ${hash}\n${leaf === undefined ? '' : `Said in public: leaf ${leaf}\n`}`,
    );
    return EXIT.answered;
  },
};
