import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Configuration, readConfiguration } from './configuration.ts';
import { openKeys } from './open-keys.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'testamur-open-keys-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function configure(environment: Readonly<Record<string, string>>): Configuration {
  const read = readConfiguration({ TESTAMUR_DATA: 'data', ...environment }, root);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

describe('the keys of the configuration', () => {
  it('lie beside the data folder and not in it, with a master key of their own, and it is said', () => {
    const opened = openKeys(configure({}));
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.notices.join()).toMatch(/data-person-keys.*TESTAMUR_MASTER_KEY_FILE/);
    expect(existsSync(path.join(root, 'data-person-keys', 'lookup.key'))).toBe(true);
    expect(existsSync(path.join(root, 'data'))).toBe(false);
  });

  it('are wrapped by the key of a file, and then nothing need be said', () => {
    const file = path.join(root, 'master');
    writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const opened = openKeys(configure({ TESTAMUR_MASTER_KEY_FILE: file }));
    expect(opened).toMatchObject({ ok: true, value: { notices: [] } });
    expect(existsSync(path.join(root, 'data-person-keys', 'master.key'))).toBe(false);
    const other = { TESTAMUR_MASTER_KEY: Buffer.alloc(32, 8).toString('base64') };
    expect(openKeys(configure(other))).toMatchObject({ ok: false, error: { code: 'PERSON_KEYS_MASTER' } });
  });

  it.each(['data', 'data/keys', './data/a/b'])('are refused in the data folder: %s', (folder) => {
    expect(openKeys(configure({ TESTAMUR_PERSON_KEYS: folder }))).toMatchObject({
      ok: false,
      error: { code: 'SERVER_CONFIGURATION_INVALID' },
    });
  });

  it('may lie in a folder whose name begins like the data folder', () => {
    expect(openKeys(configure({ TESTAMUR_PERSON_KEYS: 'data-more' })).ok).toBe(true);
  });
});
