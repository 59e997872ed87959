/** A pack that was just begun: sound, honest about what is not known, and never written over another. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './host.fixture.ts';

const packs = path.resolve(import.meta.dirname, '../../../packs');
const folder = path.join(mkdtempSync(path.join(tmpdir(), 'testamur-new-')), 'packs');
for (const part of ['vocabulary', 'registry/countries.jsonl', 'jurisdictions/us'])
  cpSync(path.join(packs, part), path.join(folder, part), { recursive: true });
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const ask = (...args: readonly string[]) => run(['packs', ...args, '--folder', folder]);
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

describe('packs new', () => {
  it('makes a pack without an error, whose warnings say what is not known', async () => {
    expect(await ask('new', 'zz', '--name', 'No: where’s "that"', '--jurisdiction', 'NO')).toMatchObject({
      code: 0,
    });
    const { code, out } = await ask('lint', 'zz');
    expect(code).toBe(0);
    expect([...out.matchAll(/warning (\w+)/g)].map(([, word]) => word).sort()).toEqual([
      'LINT_GRANTS',
      'LINT_PLACEHOLDER',
      'LINT_PLACEHOLDER',
      'LINT_UNREACHABLE',
    ]);
    expect(read('jurisdictions/zz/pack.yaml')).toContain('jurisdiction: "NO"');
  });
  it('its cases and stories run, and claim nothing', async () => {
    const { code, out } = await ask('test', 'zz');
    expect(out).toBe('zz: 8 passed, 0 failed; in its stories 0 requirements decided, 2 unknown\n');
    expect(code).toBe(0);
  });
  it('every file names its schema by a path that leads there', () => {
    const docs = path.resolve(packs, '../docs/schemas/packs');
    for (const file of [
      'pack.yaml',
      'sources.yaml',
      'rules/degree.yaml',
      'cases/degree.yaml',
      'stories/student.yaml',
    ]) {
      const [, schema = ''] = /\$schema=(\S+)/.exec(read(`jurisdictions/zz/${file}`)) ?? [];
      const place = path.resolve(packs, 'jurisdictions/zz', path.dirname(file), schema);
      expect(path.dirname(place)).toBe(docs);
      expect(() => readFileSync(place)).not.toThrow();
    }
  });
  it('names nobody as maintainer', () => {
    expect(read('maintainers/no.yaml')).toContain('holder: vacant');
    expect(read('maintainers/no.yaml')).not.toContain('contact');
  });
  it.each([
    ['the same pack again', ['zz', '--name', 'N', '--jurisdiction', 'SE'], /packs\/jurisdictions\/zz/],
    ['a jurisdiction that has a pack', ['yy', '--name', 'N', '--jurisdiction', 'NO'], /NO has the pack zz/],
    [
      'a parent without a pack',
      ['fr-x', '--name', 'N', '--jurisdiction', 'FR-X', '--parent', 'FR'],
      /no pack of FR/,
    ],
    ['an id with capitals', ['Zz', '--name', 'N', '--jurisdiction', 'SE'], /no id of a pack/],
    ['an id that climbs out', ['../zz', '--name', 'N', '--jurisdiction', 'SE'], /no id of a pack/],
    ['no name', ['yy', '--jurisdiction', 'SE'], /--name/],
    ['no jurisdiction', ['yy', '--name', 'N'], /--jurisdiction/],
    ['a zone that is none', ['yy', '--name', 'N', '--jurisdiction', 'SE', '--zone', 'Sweden'], /--zone/],
    ['an address that is none', ['yy', '--name', 'N', '--jurisdiction', 'SE', '--url', 'sweden'], /--url/],
  ] as const)('refuses %s and writes nothing', async (_name, args, message) => {
    const before = read('jurisdictions/zz/pack.yaml');
    const { code, out, err } = await ask('new', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(read('jurisdictions/zz/pack.yaml')).toBe(before);
    expect(() => read('jurisdictions/yy/pack.yaml')).toThrow();
  });
  it('leaves maintainers that are there alone', async () => {
    const known =
      'maintainers: IS\napprovals: 1\nroles: [{ role: approver, holder: vacant, since: "2026-01-01" }]\n';
    mkdirSync(path.join(folder, 'maintainers'), { recursive: true });
    writeFileSync(path.join(folder, 'maintainers/is.yaml'), known);
    expect(await ask('new', 'is', '--name', 'Iceland', '--jurisdiction', 'IS')).toMatchObject({ code: 0 });
    expect(read('maintainers/is.yaml')).toBe(known);
  });
  it('a part of a country begins with its pack, and is told to say what it inherits', async () => {
    await ask(
      'new',
      'us-zz',
      '--name',
      'Z',
      '--jurisdiction',
      'US-ZZ',
      '--parent',
      'US',
      '--regulator',
      'Board',
      '--url',
      'https://board.example.org',
    );
    const { out } = await ask('lint', 'us-zz');
    expect([...new Set(out.match(/ error \w+/g))]).toEqual([' error LINT_INHERITS']);
    expect(out).toContain('LINT_INHERITS Nothing says what becomes of the 30 rules of us here');
    expect(out).not.toContain('LINT_PLACEHOLDER');
  });
});
