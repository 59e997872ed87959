/** `testamur log …`: the transparency log as its operator and as anybody else sees it. */
import type { Command, Group } from '../../command-line.ts';

const JSON_FLAG = {
  json: { type: 'boolean', description: 'For programs: one JSON object, docs/command-line.md' },
} as const;
const KEY = {
  key: {
    type: 'string',
    valueHint: 'KEY',
    description: 'The verifier key of the log (name+id+key), or a file that holds it',
  },
} as const;
const LOG = { log: { type: 'positional', description: 'The folder of the log, or a copy of it' } } as const;

const init: Command = {
  name: 'init',
  summary: 'Begin a transparency log: a signing key and a folder without entries',
  args: {
    folder: { type: 'positional', description: 'The folder of the log: empty, or not there yet' },
    origin: {
      type: 'string',
      valueHint: 'NAME',
      description:
        'The name of the log for good, such as example.org/log: where it will be served, without https://',
    },
    secret: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Where to write the signing key; not into the folder of the log, which anybody may copy',
    },
    ...JSON_FLAG,
  },
  examples: [
    'testamur log init /srv/log --origin example.org/log --secret /etc/testamur/log.key',
    'testamur log init my-log --origin localhost/log --secret log.key --json',
  ],
  run: async (values, host) => {
    const { runInit } = await import('./init.ts');
    const [folder, origin, secret] = [
      values.text('folder') ?? '',
      values.text('origin'),
      values.text('secret'),
    ];
    return runInit({ folder, origin, secret, json: values.flag('json') }, host);
  },
};

const verify: Command = {
  name: 'verify',
  summary: 'Check a log or a copy of it, every entry and tile, or one proof file, against the key of the log',
  args: {
    log: { type: 'positional', description: 'The folder of the log, or a .tlog-proof file' },
    ...KEY,
    since: {
      type: 'string',
      valueHint: 'FILE',
      description: 'A checkpoint kept from earlier: the log must be its continuation',
    },
    entry: { type: 'string', valueHint: 'FILE', description: 'With a proof file: the entry that it proves' },
    witness: {
      type: 'string',
      valueHint: 'KEY',
      description: 'With a proof file: verifier keys of witnesses, with commas or repeated',
    },
    quorum: {
      type: 'string',
      valueHint: 'N',
      description: 'With a proof file: so many of the witnesses must have cosigned (0)',
    },
    ...JSON_FLAG,
  },
  examples: [
    'testamur log verify mirror --key log.pub',
    'testamur log verify mirror --key log.pub --since checkpoint-of-last-year',
    'testamur log verify entry.tlog-proof --entry entry.json --key log.pub',
    'testamur log verify entry.tlog-proof --entry entry.json --key log.pub --witness w1.pub,w2.pub --quorum 2',
  ],
  run: async (values, host) => {
    const { runVerify } = await import('./verify.ts');
    return runVerify(
      {
        ...{ log: values.text('log') ?? '', key: values.text('key'), since: values.text('since') },
        ...{ entry: values.text('entry'), witnesses: values.list('witness') ?? [] },
        ...{ quorum: values.text('quorum'), json: values.flag('json') },
      },
      host,
    );
  },
};

const mirror: Command = {
  name: 'mirror',
  summary: 'Copy a log into another folder, only if it is the signed continuation of what the copy holds',
  args: {
    from: {
      type: 'positional',
      description: 'The folder of the log, a copy of it, or the https:// address below which it is served',
    },
    to: { type: 'positional', description: 'The folder of the copy: not there yet, or the copy so far' },
    ...KEY,
    ...JSON_FLAG,
  },
  examples: [
    'testamur log mirror https://example.org/log mirror --key log.pub',
    'testamur log mirror /srv/log mirror --key log.pub',
    'testamur log mirror /srv/log mirror --key log.pub --json',
  ],
  run: async (values, host) => {
    const { runMirror } = await import('./mirror.ts');
    const [from, to] = [values.text('from') ?? '', values.text('to') ?? ''];
    return runMirror({ from, to, key: values.text('key'), json: values.flag('json') }, host);
  },
};

const fsck: Command = {
  name: 'fsck',
  summary: 'For the operator: every file of the log, its journal too, each fault by its file',
  args: { ...LOG, ...KEY, ...JSON_FLAG },
  examples: ['testamur log fsck /srv/log --key log.pub', 'testamur log fsck /srv/log --key log.pub --json'],
  run: async (values, host) => {
    const { runFsck } = await import('./fsck.ts');
    return runFsck(
      { log: values.text('log') ?? '', key: values.text('key'), json: values.flag('json') },
      host,
    );
  },
};

const prove: Command = {
  name: 'prove',
  summary: 'Write the proof file of an entry, which anybody can check offline',
  args: {
    ...LOG,
    index: { type: 'positional', description: 'The index of the entry; the first is 0' },
    ...KEY,
    out: { type: 'string', valueHint: 'FILE', description: 'Where to write the proof (standard output)' },
    'entry-out': { type: 'string', valueHint: 'FILE', description: 'Where to write the entry itself' },
    ...JSON_FLAG,
  },
  examples: [
    'testamur log prove /srv/log 73894 --key log.pub > entry.tlog-proof',
    'testamur log prove mirror 0 --key log.pub --out entry.tlog-proof --entry-out entry.json',
  ],
  run: async (values, host) => {
    const { runProve } = await import('./prove.ts');
    return runProve(
      {
        ...{ log: values.text('log') ?? '', index: values.text('index') ?? '', key: values.text('key') },
        ...{ out: values.text('out'), entryOut: values.text('entry-out'), json: values.flag('json') },
      },
      host,
    );
  },
};

export const log: Group = {
  name: 'log',
  summary: 'Begin, verify, mirror, check and prove from the transparency log',
  commands: [init, verify, mirror, fsck, prove],
};
