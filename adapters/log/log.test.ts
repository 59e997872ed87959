import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk, utf8Of } from '@testamur/engines/kernel';
import { verifyLogProof } from '@testamur/engines/transparency';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  checkLog,
  createSigner,
  initLog,
  mirrorLog,
  nodeFiles,
  openLog,
  proveEntry,
  readCheckpoint,
  readSigner,
  rootAt,
  verifyEd25519,
} from './index.ts';

const { signer, secret } = expectOk(createSigner('example.org/log'), 'a good name');
const trust = { log: signer.key, verify: verifyEd25519 };
const entry = (index: number): Uint8Array => utf8Of(`entry ${index}`);
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => entry(from + place));

let folder: string;
const at = (file: string): string => path.join(folder, file);
const files = () => nodeFiles(folder);
const open = async () =>
  expectOk(await openLog({ files: files(), signer, integrateEvery: 0 }), 'nothing is wrong');

async function fill(from: number, to: number): Promise<void> {
  const log = await open();
  const given = await Promise.all(range(from, to).map((each) => log.append(each)));
  expect(given).toEqual(range(from, to).map((_, place) => ({ ok: true, value: from + place })));
  expect(await log.close()).toEqual({ ok: true, value: true });
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'testamur-log-'));
  expectOk(await initLog(files(), signer), 'an empty folder');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a log in a folder', () => {
  it('is begun once, empty', async () => {
    expect(await initLog(files(), signer)).toMatchObject({ ok: false, error: { code: 'LOG_EXISTS' } });
    expect(await checkLog(files(), trust)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 0 }, faults: [], files: 0, waiting: 0 },
    });
  });
  it('is not opened where there is none, and nothing is written there', async () => {
    const nowhere = nodeFiles(at('nowhere'));
    expect(await openLog({ files: nowhere, signer })).toMatchObject({
      ok: false,
      error: { code: 'LOG_NOT_FOUND' },
    });
    expect(existsSync(at('nowhere'))).toBe(false);
  });
  it('is not opened with another key', async () => {
    const other = expectOk(createSigner('example.org/log'), 'a good name');
    expect(await openLog({ files: files(), signer: other.signer })).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_NOT_SIGNED' },
    });
  });
  it('keeps its entries from one process to the next, and proves each', async () => {
    await fill(0, 300);
    await fill(300, 520);
    const held = expectOk(await checkLog(files(), trust), 'it is whole');
    expect(held).toMatchObject({ checkpoint: { size: 520 }, faults: [], ahead: 0, waiting: 0 });
    for (const index of [0, 255, 256, 299, 519]) {
      const { proof } = expectOk(await proveEntry(files(), index, trust), 'it is there');
      expect(verifyLogProof(proof, entry(index), trust).ok).toBe(true);
    }
    expect(await proveEntry(files(), 520, trust)).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_RANGE_OUTSIDE_TREE' },
    });
  });
  it('has the files of C2SP tlog-tiles, and the partial ones only while they are needed', async () => {
    await fill(0, 200);
    expect(readdirSync(at('tile/0/000.p'))).toEqual(['200']);
    await fill(200, 300);
    expect(readdirSync(at('tile/0')).sort()).toEqual(['000', '001.p']);
    expect(readdirSync(at('tile/entries')).sort()).toEqual(['000', '001.p']);
    expect(readdirSync(at('tile/1/000.p'))).toEqual(['1']);
    expect(readFileSync(at('tile/0/000')).length).toBe(8192);
  });
  it('signs a checkpoint of what was appended by itself', async () => {
    const log = expectOk(await openLog({ files: files(), signer, integrateEvery: 5 }), 'nothing is wrong');
    await log.append(entry(0));
    expect(log.size()).toBe(1);
    while (log.integrated() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await readCheckpoint(files(), trust)).toMatchObject({ ok: true, value: { size: 1 } });
    await log.close();
  });
  it('takes no entry that is too long, and none after it was closed', async () => {
    const log = await open();
    expect(await log.append(new Uint8Array(65_536))).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_ENTRY_TOO_LONG' },
    });
    const last = log.append(entry(0));
    await log.close();
    expect(await last).toEqual({ ok: true, value: 0 });
    expect(await log.append(entry(1))).toMatchObject({ ok: false, error: { code: 'LOG_CLOSED' } });
    expect(expectOk(await checkLog(files(), trust), 'it is whole').checkpoint.size).toBe(1);
  });
  it('begins a new journal when the old one is long', async () => {
    const log = await open();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(Array.from({ length: 40 }, () => log.append(new Uint8Array(60_000).fill(round))));
      await log.integrate();
    }
    expect(readFileSync(at('.writer/journal')).length).toBeLessThan(4_000_000);
    await log.append(entry(120));
    await log.close();
    expect(expectOk(await checkLog(files(), trust), 'it is whole')).toMatchObject({
      checkpoint: { size: 121 },
      faults: [],
    });
  });
});

describe('two writers', () => {
  it('are never in one log', async () => {
    const log = await open();
    for (let round = 0; round < 20; round += 1)
      expect(await openLog({ files: files(), signer })).toMatchObject({
        ok: false,
        error: { code: 'LOG_IN_USE' },
      });
    await log.close();
    await (await open()).close();
  });
  const dead = { pid: 4_194_303, startedAt: '1', host: hostname() };
  it.each([
    ['a dead process is taken over', dead, true],
    ['a process that has the number of a dead one too', { ...dead, pid: process.pid }, true],
    ['another machine is not', { ...dead, host: 'elsewhere.example' }, false],
  ])('the lock of %s', async (_name, holder, isOpened) => {
    writeFileSync(at('.writer/lock'), JSON.stringify(holder));
    const opened = await openLog({ files: files(), signer });
    expect(opened.ok).toBe(isOpened);
    if (opened.ok) await opened.value.close();
  });
});

describe('the journal', () => {
  /** A log whose process died before it made tiles: the journal is put back as it was. */
  async function dieAfter(entries: readonly Uint8Array[]): Promise<Buffer> {
    const log = await open();
    for (const each of entries) await log.append(each);
    const journal = readFileSync(at('.writer/journal'));
    const checkpoint = readFileSync(at('checkpoint'));
    await log.close();
    rmSync(at('tile'), { recursive: true });
    writeFileSync(at('checkpoint'), checkpoint);
    writeFileSync(at('.writer/journal'), journal);
    return journal;
  }

  it('is finished by the next process', async () => {
    await dieAfter(range(0, 3));
    expect(expectOk(await checkLog(files(), trust), 'it is whole')).toMatchObject({
      checkpoint: { size: 0 },
      waiting: 3,
      faults: [],
    });
    await fill(3, 4);
    expect(expectOk(await checkLog(files(), trust), 'it is whole')).toMatchObject({
      checkpoint: { size: 4 },
      faults: [],
    });
  });
  it.each([1, 20, 52, 60])(
    'forgives an end that was not written whole: %i bytes of a frame',
    async (length) => {
      const journal = await dieAfter(range(0, 3));
      appendFileSync(at('.writer/journal'), journal.subarray(0, Math.min(length, journal.length / 3 - 1)));
      await fill(3, 4);
      expect(expectOk(await checkLog(files(), trust), 'it is whole')).toMatchObject({
        checkpoint: { size: 4 },
        faults: [],
      });
    },
  );
  it.each([0, 5, 30, 55])('does not forgive damage before its end: byte %i', async (place) => {
    const journal = await dieAfter(range(0, 3));
    journal[place] = (journal[place] ?? 0) ^ 1;
    writeFileSync(at('.writer/journal'), journal);
    expect(await openLog({ files: files(), signer })).toMatchObject({
      ok: false,
      error: { code: 'LOG_DAMAGED' },
    });
    const report = expectOk(await checkLog(files(), trust), 'the checkpoint is signed');
    expect(report.faults).toEqual([{ path: '.writer/journal', what: 'is damaged before its end' }]);
  });
});

describe('fsck', () => {
  it.each([
    ['a file that is none of a log', 'tile/0/notes.txt', 'is no file of a log'],
    ['a tile beyond the width of its level', 'tile/0/000.p/256', 'is no file of a log'],
    ['an old partial tile of another history', 'tile/0/000.p/1', 'does not hold'],
    ['an old bundle of another history', 'tile/entries/000.p/2', 'does not hold'],
  ])('names %s', async (_name, file, what) => {
    await fill(0, 200);
    writeFileSync(at(file), 'something else');
    const { faults } = expectOk(await checkLog(files(), trust), 'the checkpoint is signed');
    expect(faults.map(({ path: name }) => name)).toEqual([file]);
    expect(faults[0]?.what).toContain(what);
  });
  it('passes over what lies beyond the checkpoint, and counts it', async () => {
    await fill(0, 200);
    writeFileSync(at('tile/0/001.p'), 'half written');
    rmSync(at('tile/0/001.p'));
    writeFileSync(at('tile/entries/001'), 'half written');
    expect(expectOk(await checkLog(files(), trust), 'it is whole')).toMatchObject({ faults: [], ahead: 1 });
  });
  it('refuses a log without a checkpoint that the key signed', async () => {
    writeFileSync(at('checkpoint'), 'nothing');
    expect(await checkLog(files(), trust)).toMatchObject({
      ok: false,
      error: { code: 'TRANSPARENCY_NOTE_FORMAT' },
    });
    writeFileSync(at('checkpoint'), Buffer.of(0xff));
    expect(await checkLog(files(), trust)).toMatchObject({ ok: false, error: { code: 'LOG_UNREADABLE' } });
    rmSync(at('checkpoint'));
    expect(await checkLog(files(), trust)).toMatchObject({ ok: false, error: { code: 'LOG_NOT_FOUND' } });
  });
});

describe('a mirror', () => {
  const mirror = () => nodeFiles(at('mirror'));
  it('follows the log and is a whole log itself', async () => {
    for (const [from, to] of [
      [0, 3],
      [3, 256],
      [256, 257],
      [257, 700],
      [700, 700],
    ] as const) {
      if (to > from) await fill(from, to);
      expect(await mirrorLog(files(), mirror(), trust)).toEqual({ ok: true, value: { from, size: to } });
      const report = expectOk(await checkLog(mirror(), trust), 'it is whole');
      expect(report).toMatchObject({ checkpoint: { size: to }, faults: [], waiting: undefined });
      expect(existsSync(at('mirror/.writer/journal'))).toBe(false);
    }
    expect(readFileSync(at('mirror/checkpoint'))).toEqual(readFileSync(at('checkpoint')));
    expect(expectOk(await rootAt(mirror(), 257), 'it is whole')).toEqual(
      expectOk(await rootAt(files(), 257), 'it is whole'),
    );
  });
  it('is never made into the folder of a log that is open', async () => {
    const log = await open();
    expect(await mirrorLog(files(), files(), trust)).toMatchObject({
      ok: false,
      error: { code: 'LOG_IN_USE' },
    });
    await log.close();
  });
  it('refuses a shorter log and keeps what it holds', async () => {
    await fill(0, 5);
    const short = readFileSync(at('checkpoint'));
    await fill(5, 9);
    await mirrorLog(files(), mirror(), trust);
    const held = readFileSync(at('mirror/checkpoint'));
    writeFileSync(at('checkpoint'), short);
    expect(await mirrorLog(files(), mirror(), trust)).toMatchObject({
      ok: false,
      error: { code: 'LOG_ROLLED_BACK' },
    });
    expect(readFileSync(at('mirror/checkpoint'))).toEqual(held);
  });
  it('refuses another history under the same key, and says so', async () => {
    await fill(0, 5);
    await mirrorLog(files(), mirror(), trust);
    for (const item of ['checkpoint', 'tile', '.writer']) rmSync(at(item), { recursive: true });
    await initLog(files(), signer);
    const log = await open();
    for (const each of range(50, 60)) await log.append(each);
    await log.close();
    expect(await mirrorLog(files(), mirror(), trust)).toMatchObject({
      ok: false,
      error: { code: 'LOG_FORKED' },
    });
    expect(expectOk(await checkLog(mirror(), trust), 'it is whole')).toMatchObject({
      checkpoint: { size: 5 },
      faults: [],
    });
  });
});

describe('a signing key', () => {
  it('is read as it was written', () => {
    expect(secret).toMatch(/^PRIVATE\+KEY\+example\.org\/log\+[0-9a-f]{8}\+A[Q-Za-f][\w+/]{42}\n$/);
    expect(expectOk(readSigner(secret), 'it was just made').key).toEqual(signer.key);
  });
  it.each([
    '',
    'PRIVATE+KEY+a+00000000+AAAA',
    secret.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
    secret.slice(0, -5),
  ])('that is none is refused and not repeated', (text) => {
    const refused = readSigner(text);
    expect(refused).toMatchObject({ ok: false, error: { code: 'LOG_SECRET_FORMAT' } });
    expect(JSON.stringify(refused)).not.toContain(secret.slice(-20).trim());
  });
});
