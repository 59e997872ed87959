import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUpKeys, COPY_DAYS, expireKeyCopies, restoreKeys } from './copies.ts';
import { keyFile } from './key-paths.ts';
import { openPersonKeys } from './open-person-keys.ts';
import { readMasterKey } from './read-master-key.ts';

const AT = '2026-11-22T12:00:00.000Z';
const inDays = (days: number) => new Date(Date.parse(AT) + days * 86_400_000).toISOString();

let root: string;
let places: { folder: string; copies: string };
const master = randomBytes(32);

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'testamur-keys-test-'));
  places = { folder: path.join(root, 'keys'), copies: path.join(root, 'copies') };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(key: Uint8Array = master) {
  const opened = openPersonKeys({ ...places, master: key });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Every byte below a folder. */
function bytesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Buffer.concat(files.map((file) => readFileSync(path.join(file.parentPath, file.name))));
}

describe('person keys', () => {
  it('are made once, the same for every process, and survive a new start', () => {
    const [one, other, subject] = [open(), open(), randomUUID()];
    expect(one.find(subject)).toEqual({ state: 'none' });
    const key = one.make(subject);
    expect(key).toHaveLength(32);
    expect(Buffer.from(other.make(subject)).equals(key)).toBe(true);
    expect(Buffer.from(open().make(subject)).equals(key)).toBe(true);
    expect(Buffer.from(one.make(randomUUID())).equals(key)).toBe(false);
  });

  it('lie wrapped, for their owner only', () => {
    const subject = randomUUID();
    const key = open().make(subject);
    expect(bytesBelow(places.folder).includes(Buffer.from(key))).toBe(false);
    expect(statSync(keyFile(places.folder, subject)).mode & 0o777).toBe(0o600);
    expect(statSync(places.folder).mode & 0o777).toBe(0o700);
  });

  it('open under their own master key only, and for their own subject only', () => {
    const [mine, yours] = [randomUUID(), randomUUID()];
    const keys = open();
    keys.make(mine);
    keys.make(yours);
    expect(openPersonKeys({ ...places, master: randomBytes(32) })).toMatchObject({
      ok: false,
      error: { code: 'PERSON_KEYS_MASTER' },
    });
    writeFileSync(keyFile(places.folder, mine), readFileSync(keyFile(places.folder, yours)));
    expect(() => open().find(mine)).toThrow(/damaged/);
  });

  it('once destroyed are gone for every process at once, and are never made again', () => {
    const [here, there, subject] = [open(), open(), randomUUID()];
    here.make(subject);
    there.make(subject);
    const wrapped = readFileSync(keyFile(places.folder, subject));
    backUpKeys(places, AT);
    here.destroy([subject]);
    here.destroy([subject]);
    for (const keys of [here, there, open()]) {
      expect(keys.find(subject)).toEqual({ state: 'destroyed' });
      expect(() => keys.make(subject)).toThrow(/destroyed/);
    }
    expect(bytesBelow(root).includes(wrapped)).toBe(false);
  });

  it('are overwritten before they are removed, so that another name of the same file holds nothing either', async () => {
    const { linkSync } = await import('node:fs');
    const subject = randomUUID();
    const keys = open();
    keys.make(subject);
    const wrapped = readFileSync(keyFile(places.folder, subject));
    linkSync(keyFile(places.folder, subject), path.join(root, 'another-name'));
    keys.destroy([subject]);
    const left = readFileSync(path.join(root, 'another-name'));
    expect(left).toHaveLength(wrapped.length);
    expect(left.equals(wrapped)).toBe(false);
  });

  it('are restricted and released for every process', () => {
    const [here, there, subject] = [open(), open(), randomUUID()];
    here.make(subject);
    here.restrict(subject, true);
    expect(there.find(subject)).toMatchObject({ state: 'alive', isRestricted: true });
    there.restrict(subject, false);
    expect(here.find(subject)).toMatchObject({ state: 'alive', isRestricted: false });
  });

  it.each(['../../etc/passwd', '', 'A'.repeat(36)])('take no subject that is no UUID: %j', (subject) => {
    expect(() => open().make(subject)).toThrow(/UUID/);
    expect(() => open().destroy([subject])).toThrow(/UUID/);
  });
});

describe('copies of keys', () => {
  it('bring back what was lost, and never what was destroyed since', () => {
    const [lost, kept, erased] = [randomUUID(), randomUUID(), randomUUID()];
    const keys = open();
    const before = keys.make(lost);
    keys.make(kept);
    keys.make(erased);
    const { name } = backUpKeys(places, AT);
    // A copy out of our reach, as an operator may have carried it away.
    const away = readFileSync(keyFile(path.join(places.copies, name), erased));
    keys.destroy([erased]);
    writeFileSync(keyFile(path.join(places.copies, name), erased), away);
    rmSync(keyFile(places.folder, lost));
    expect(restoreKeys(places, name)).toEqual({
      ok: true,
      value: { restored: 1, kept: 1, destroyed: 1 },
    });
    expect(Buffer.from(open().make(lost)).equals(before)).toBe(true);
    expect(open().find(erased).state).toBe('destroyed');
    expect(restoreKeys(places, 'no-such')).toMatchObject({ error: { code: 'PERSON_KEYS_NO_COPY' } });
  });

  it('expire', () => {
    open().make(randomUUID());
    const { name, keys } = backUpKeys(places, AT);
    expect(keys).toBe(1);
    expect(expireKeyCopies(places, inDays(COPY_DAYS - 1))).toEqual([]);
    expect(expireKeyCopies(places, inDays(COPY_DAYS))).toEqual([name]);
    expect(readdirSync(places.copies)).toEqual([]);
  });
});

describe('the master key', () => {
  it('is made beside the keys when none is given, once', () => {
    const given = { text: undefined, file: undefined, folder: places.folder };
    const made = readMasterKey(given);
    expect(made).toMatchObject({ ok: true, value: { isBesideKeys: true } });
    expect(readMasterKey(given)).toEqual(made);
  });

  it.each(['', 'c2hvcnQ=', `${'A'.repeat(43)}`, 'not base64 at all, but long enough to be something'])(
    'is refused when it is no key: %j',
    (text) => {
      const found = readMasterKey({ text, file: undefined, folder: places.folder });
      expect(found).toMatchObject({ ok: false, error: { code: 'PERSON_KEYS_MASTER' } });
      expect(readMasterKey({ text: undefined, file: path.join(root, 'none'), folder: root })).toMatchObject({
        ok: false,
      });
    },
  );
});
