import { beginPack } from '@testamur/adapters/packs';
import { dayInZone, formatDay } from '@testamur/engines/kernel';
import type { Command } from '../../command-line.ts';
import { EXIT } from '../../exit-codes.ts';
import type { InputProblem } from '../../input/read-request.ts';
import { refuse } from '../../refuse.ts';
import { FOLDER, JSON_FLAG } from './arguments.ts';

/** `testamur packs new CODE --name … --jurisdiction …`: a whole commented pack whose first case runs. */
export const newPack: Command = {
  name: 'new',
  summary: 'Begin a pack: commented files that lint, cases that run, nothing invented',
  args: {
    code: { type: 'positional', description: 'The id of the pack: ng, us-ca' },
    name: { type: 'string', valueHint: 'NAME', description: 'As readers know it' },
    jurisdiction: { type: 'string', valueHint: 'CODE', description: 'ISO 3166-1 or 3166-2: NG, US-CA' },
    regulator: { type: 'string', valueHint: 'NAME', description: 'Who decides' },
    url: { type: 'string', valueHint: 'ADDRESS', description: 'The page of the regulator' },
    zone: { type: 'string', valueHint: 'ZONE', description: 'Where the authority counts days (UTC)' },
    parent: {
      type: 'string',
      valueHint: 'CODE',
      description: 'The jurisdiction it is a part of, such as US',
    },
    ...FOLDER,
    ...JSON_FLAG,
  },
  examples: [
    'testamur packs new ng --name Nigeria --jurisdiction NG',
    'testamur packs new us-ca --name California --jurisdiction US-CA --parent US --zone America/Los_Angeles --regulator "Medical Board of California" --url https://www.mbc.ca.gov',
  ],
  run: async (values, host) => {
    const json = values.flag('json');
    const [code, name, jurisdiction] = [
      values.text('code') ?? '',
      values.text('name'),
      values.text('jurisdiction'),
    ];
    const [url, zone] = [values.text('url'), values.text('zone')];
    const problems: readonly InputProblem[] = [
      ...wrong(
        /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code),
        undefined,
        `${code} is no id of a pack.`,
        'Write small letters, digits and hyphens: ng, us-ca.',
      ),
      ...wrong(
        name !== undefined && name.trim() !== '',
        '--name',
        'The pack has no name.',
        'Say what readers call it.',
      ),
      ...wrong(
        /^[A-Z]{2,}(-[A-Z0-9]{1,3})?$/.test(jurisdiction ?? ''),
        '--jurisdiction',
        'This is no jurisdiction.',
        'Write ISO 3166: NG, US-CA.',
      ),
      ...wrong(
        url === undefined || /^https?:\/\/[^\s/]+\S*$/.test(url),
        '--url',
        'This is no address.',
        'Write https://….',
      ),
      ...wrong(
        zone === undefined || dayInZone('2026-01-01T12:00:00Z', zone).ok,
        '--zone',
        'This is no time zone.',
        'Write an IANA zone such as Africa/Lagos.',
      ),
    ];
    if (problems.length > 0 || name === undefined || jurisdiction === undefined)
      return refuse(problems, host, { json });
    const { openPacks } = await import('./open-packs.ts');
    const opened = await openPacks({ wanted: [], folder: values.text('folder'), json }, host);
    if (typeof opened === 'number') return opened;
    opened.progress.stop();
    const parent = values.text('parent');
    const from = opened.set.packs.find((pack) => pack.jurisdiction === parent);
    const same = opened.set.packs.find((pack) => pack.jurisdiction === jurisdiction);
    if (same !== undefined || (parent !== undefined && from === undefined))
      return refuse(
        [
          ...wrong(
            same === undefined,
            '--jurisdiction',
            `${jurisdiction} has the pack ${same?.pack}.`,
            'Add to that pack.',
          ),
          ...wrong(
            parent === undefined || from !== undefined,
            '--parent',
            `There is no pack of ${parent}.`,
            'Begin the pack of the parent first.',
          ),
        ],
        host,
        { json },
      );
    const { written, existing } = beginPack(opened.folder, {
      code,
      name,
      jurisdiction,
      today: formatDay(host.today),
      regulator: values.text('regulator'),
      url,
      zone,
      parent: from === undefined ? undefined : { jurisdiction: from.jurisdiction, pack: from.pack },
    });
    if (existing.length > 0) {
      const message = `There is something already: packs/${existing.join(', packs/')}. Nothing was written.`;
      return refuse(
        [{ code: 'INPUT_ARGUMENTS', message, hint: 'Choose another id, or edit what is there.' }],
        host,
        { json },
      );
    }
    const next = `Next: testamur packs lint ${code}; testamur packs test ${code}. packs/README.md says how rules are written.`;
    host.write(
      json
        ? `${JSON.stringify({ schema: 'testamur/pack-begun/1', pack: code, files: written })}\n`
        : `${[...written.map((file) => `packs/${file}`), next].join('\n')}\n`,
    );
    return EXIT.answered;
  },
};

const wrong = (
  fine: boolean,
  option: string | undefined,
  message: string,
  hint: string,
): readonly InputProblem[] =>
  fine ? [] : [{ code: 'INPUT_ARGUMENTS', ...(option === undefined ? {} : { option }), message, hint }];
