import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk } from '@testamur/engines/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishLibrary } from './publish-library.ts';
import { readRuleBase } from './read-rule-base.ts';
import { tinyLibrary } from './tiny-library.fixture.ts';

const library = tinyLibrary();
const published = publishLibrary(library, '2026-11-22');
let folder = '';

function write(index: unknown = published.index): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'files'), { recursive: true });
  writeFileSync(path.join(folder, 'rule-base.json'), JSON.stringify(index));
  for (const [file, text] of published.files) writeFileSync(path.join(folder, file), text);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'testamur-rule-base-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a published rule base', () => {
  it('gives back the library that was published, word for word', () => {
    write();
    expect(expectOk(readRuleBase(folder), 'what was just written')).toEqual(
      JSON.parse(JSON.stringify(library)),
    );
  });

  it('is the same bytes whoever publishes it, and another hash when one word of the law is another', () => {
    const again = publishLibrary(JSON.parse(JSON.stringify(library)), '2026-11-22');
    expect([again.index, [...again.files]]).toEqual([published.index, [...published.files]]);
    const [first, ...others] = library.law.packs;
    if (first === undefined) throw new Error('The library has a pack.');
    const changed = { ...first, pack: { ...first.pack, name: 'Elsewhere' } };
    const other = publishLibrary(
      { ...library, law: { ...library.law, packs: [changed, ...others] } },
      '2026-11-22',
    );
    expect(other.index.hash).not.toBe(published.index.hash);
    expect(publishLibrary(library, '2027-01-01').index.hash).toBe(published.index.hash);
  });

  it('names each pack by the hash that verdicts name', () => {
    expect(published.index.packs.map(({ law }) => `sha256:${law.sha256}`)).toEqual(
      library.law.packs.map(({ hash }) => hash),
    );
  });
});

describe('a copy is refused whole', () => {
  const code = () => {
    const read = readRuleBase(folder);
    return read.ok ? 'taken' : read.error.code;
  };

  it('when a letter of any file was changed', () => {
    for (const file of published.files.keys()) {
      write();
      const place = path.join(folder, file);
      const text = readFileSync(place, 'utf8');
      writeFileSync(place, `${text.slice(0, -2)} ${text.slice(-1)}`);
      expect(code()).toBe('RULE_BASE_DAMAGED');
    }
    expect(published.files.size).toBeGreaterThan(5);
  });

  it('when a file is missing', () => {
    write();
    const [one = ''] = readdirSync(path.join(folder, 'files'));
    rmSync(path.join(folder, 'files', one));
    expect(code()).toBe('RULE_BASE_DAMAGED');
  });

  it.each([
    ['another schema', { ...published.index, schema: 'testamur/rule-base/2' }],
    ['a pack left out', { ...published.index, packs: published.index.packs.slice(1) }],
    ['a part that nobody knows', { ...published.index, extra: true }],
    [
      'an address outside its folder',
      {
        ...published.index,
        parts: {
          ...published.index.parts,
          steps: { ...published.index.parts.steps, file: '../../etc/passwd' },
        },
      },
    ],
  ])('when the index has %s', (_name, index) => {
    write(index);
    expect(code()).toBe('RULE_BASE_DAMAGED');
  });

  it('when there is none', () => {
    rmSync(folder, { recursive: true, force: true });
    expect(code()).toBe('RULE_BASE_MISSING');
  });
});
