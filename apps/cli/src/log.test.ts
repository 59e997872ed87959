import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createSigner, nodeFiles, openLog, readSigner } from '@testamur/adapters/log';
import { expectOk, utf8Of } from '@testamur/engines/kernel';
import { formatNoteKey } from '@testamur/engines/transparency';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run as runWith } from './host.fixture.ts';
import { readText } from './input/read-text.ts';

const ORIGIN = 'example.org/log';
let folder: string;
const at = (file: string): string => path.join(folder, file);
const run = (args: readonly string[]) =>
  runWith(['log', ...args], { host: { readText: (file) => readText(file, Readable.from([])) } });
const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

async function append(from: number, to: number): Promise<void> {
  const signer = expectOk(readSigner(readFileSync(at('log.key'), 'utf8')), 'it was just written');
  const log = expectOk(await openLog({ files: nodeFiles(at('log')), signer }), 'nothing is wrong');
  for (let index = from; index < to; index += 1) await log.append(utf8Of(`entry ${index}`));
  await log.close();
}

/** A log of 300 entries, its key, its copy, an earlier checkpoint, and the proof of entry 5 with that entry. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'testamur-cli-log-'));
  const begun = await run(['init', at('log'), '--origin', ORIGIN, '--secret', at('log.key')]);
  expect(begun).toMatchObject({ code: 0, err: '' });
  writeFileSync(at('log.pub'), begun.out.trim().split('\n').at(-1) ?? '');
  await append(0, 200);
  writeFileSync(at('earlier'), readFileSync(at('log/checkpoint')));
  await append(200, 300);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const key = () => ['--key', at('log.pub')];
const whole = ['verify', 'mirror', 'fsck', 'prove'] as const;
const argsOf = (verb: (typeof whole)[number], log: string): readonly string[] =>
  ({ verify: [verb, log], fsck: [verb, log], mirror: [verb, log, at('copy')], prove: [verb, log, '5'] })[
    verb
  ];

describe('log init', () => {
  it('writes a signing key that only its owner can read, and prints the other one', () => {
    expect(statSync(at('log.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(at('log.pub'), 'utf8')).toMatch(/^example\.org\/log\+[0-9a-f]{8}\+A[Q-Za-f]\S{42}$/);
  });
  it.each([
    ['over another key', ['init', 'new', '--origin', ORIGIN, '--secret', 'log.key'], 'is there already'],
    ['over another log', ['init', 'log', '--origin', ORIGIN, '--secret', 'other.key'], 'There is a log'],
    [
      'with its key inside',
      ['init', 'new', '--origin', ORIGIN, '--secret', 'new/log.key'],
      'anybody may copy',
    ],
    [
      'with a name that is none',
      ['init', 'new', '--origin', 'a b', '--secret', 'other.key'],
      'cannot name a key',
    ],
    ['without a name', ['init', 'new', '--secret', 'other.key'], '--origin is missing'],
    ['without a place for its key', ['init', 'new', '--origin', ORIGIN], '--secret is missing'],
  ])('is not begun %s, and nothing is left behind', async (_name, args, words) => {
    const before = readdirSync(folder).sort();
    const placed = args.map((arg) => (['new', 'log'].includes(arg) || /\.key$/.test(arg) ? at(arg) : arg));
    const { code, out, err } = await run(placed);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

describe('a whole log', () => {
  it('is verified, for people and for programs', async () => {
    expect(await run(['verify', at('log'), ...key()])).toMatchObject({
      code: 0,
      out: `${ORIGIN}: 300 entries, as they were signed.\n`,
    });
    const given = await run([
      'verify',
      at('log'),
      '--key',
      readFileSync(at('log.pub'), 'utf8'),
      '--since',
      at('earlier'),
      '--json',
    ]);
    expect(json(given.out)).toMatchObject({ schema: 'testamur/log-verified/1', size: 300, since: 200 });
  });
  it('has no faults', async () => {
    const { code, out } = await run(['fsck', at('log'), ...key(), '--json']);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({
      schema: 'testamur/log-check/1',
      size: 300,
      faults: [],
      ahead: 0,
      waiting: 0,
    });
    expect((await run(['fsck', at('log'), ...key()])).out).toContain('0 faults.');
  });
  it('is mirrored, once more without anything new', async () => {
    const first = await run(['mirror', at('log'), at('mirror'), ...key()]);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('300 new entries') });
    const again = await run(['mirror', at('log'), at('mirror'), ...key(), '--json']);
    expect(json(again.out)).toMatchObject({ schema: 'testamur/log-mirrored/1', before: 300, size: 300 });
    expect((await run(['verify', at('mirror'), ...key()])).code).toBe(0);
  });
  it('proves an entry in a file that is verified without the log', async () => {
    const [proof, entry] = [at('5.tlog-proof'), at('5.entry')];
    expect(
      await run(['prove', at('log'), '5', ...key(), '--out', proof, '--entry-out', entry]),
    ).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(entry, 'utf8')).toBe('entry 5');
    expect((await run(['prove', at('log'), '5', ...key()])).out).toBe(readFileSync(proof, 'utf8'));
    expect(json((await run(['prove', at('log'), '5', ...key(), '--json'])).out)).toMatchObject({
      index: 5,
      size: 300,
    });
    const verified = await run(['verify', proof, '--entry', entry, ...key()]);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('number 5 of the 300') });
    const other = at('other.entry');
    writeFileSync(other, 'entry 6');
    expect(await run(['verify', proof, '--entry', other, ...key(), '--json'])).toMatchObject({
      code: 1,
      out: '',
    });
    const witness = formatNoteKey(expectOk(createSigner('w.example', 'witness'), 'a good name').signer.key);
    const alone = await run([
      'verify',
      proof,
      '--entry',
      entry,
      ...key(),
      '--witness',
      witness,
      '--quorum',
      '1',
    ]);
    expect(alone).toMatchObject({
      code: 1,
      err: expect.stringContaining('0 witnesses cosigned; 1 are asked for'),
    });
    expect((await run(['verify', proof, ...key()])).code).toBe(2);
    expect((await run(['verify', proof, '--entry', entry, ...key(), '--quorum', 'many'])).code).toBe(2);
  });
});

describe('a log that was changed', () => {
  beforeEach(async () => {
    rmSync(at('bad'), { recursive: true, force: true });
    rmSync(at('copy'), { recursive: true, force: true });
    await run(['mirror', at('log'), at('bad'), ...key()]);
  });
  it.each(['verify', 'mirror', 'fsck', 'prove'] as const)(
    'in an entry is refused by %s with exit code 1',
    async (verb) => {
      const bundle = readFileSync(at('bad/tile/entries/000'));
      writeFileSync(
        at('bad/tile/entries/000'),
        bundle.toString('latin1').replace('entry 5', 'entry X'),
        'latin1',
      );
      const { code, out, err } = await run([...argsOf(verb, at('bad')), ...key()]);
      expect(code).toBe(1);
      expect(out + err).toMatch(verb === 'fsck' ? /✗ checkpoint|✗ tile/ : /\S/);
    },
  );
  it('since an earlier checkpoint is refused', async () => {
    const late = await run(['verify', at('bad'), ...key(), '--since', at('log/checkpoint')]);
    expect(late.code).toBe(0);
    writeFileSync(at('forged'), readFileSync(at('earlier'), 'utf8').replace('\n200\n', '\n201\n'));
    expect(await run(['verify', at('bad'), ...key(), '--since', at('forged')])).toMatchObject({ code: 1 });
  });
  it('by going back is refused by the mirror', async () => {
    writeFileSync(at('bad/checkpoint'), readFileSync(at('earlier')));
    await run(['mirror', at('log'), at('copy'), ...key()]);
    const { code, err } = await run(['mirror', at('bad'), at('copy'), ...key()]);
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('never becomes shorter') });
    expect((await run(['verify', at('bad'), ...key(), '--since', at('log/checkpoint')])).err).toContain(
      'became shorter',
    );
  });
});

describe('what is given wrongly', () => {
  it.each(whole)('%s: no key, no log, another key', async (verb) => {
    expect(await run(argsOf(verb, at('log')))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--key'),
    });
    expect(await run([...argsOf(verb, at('nothing')), ...key()])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no log'),
    });
    const other = formatNoteKey(expectOk(createSigner(ORIGIN), 'a good name').signer.key);
    expect(await run([...argsOf(verb, at('log')), '--key', other])).toMatchObject({ code: 1, out: '' });
    const witness = formatNoteKey(expectOk(createSigner(ORIGIN, 'witness'), 'a good name').signer.key);
    expect(await run([...argsOf(verb, at('log')), '--key', witness])).toMatchObject({ code: 2, out: '' });
    expect(await run([...argsOf(verb, at('log')), '--key', at('no.pub')])).toMatchObject({
      code: 2,
      out: '',
    });
  });
  it.each(['-1', 'x', '300', '99999999999999'])('prove: no entry %s', async (index) => {
    expect((await run(['prove', at('log'), index, ...key()])).code).toBe(2);
  });
  it.each(['http://example.org/log', 'ftp://example.org/log', 'https://user:secret@example.org/log'])(
    'mirror: an address that is not read from: %s',
    async (address) => {
      const { code, err } = await run(['mirror', address, at('copy'), ...key()]);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('begins with https://') });
    },
  );
  it('mirror: an address at which nobody answers, and the copy stays as it was', async () => {
    const { code, err } = await run(['mirror', 'http://127.0.0.1:9/log', at('no-copy'), ...key()]);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('could not be read') });
  });
});
