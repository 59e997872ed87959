/** The verbs of packs on a folder of packs: sound, with a slip of the pen, with a case that does not hold. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './host.fixture.ts';

const packs = path.resolve(import.meta.dirname, '../../../packs');
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-packs-'));
const copies = ['vocabulary', 'registry/countries.jsonl', 'agreements', 'jurisdictions/ke'];
for (const part of copies) cpSync(path.join(packs, part), path.join(folder, part), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (verb: string, ...more: readonly string[]) =>
  run(['packs', verb, 'ke', '--folder', folder, ...more]);

/** Changes a file while something is tried, and puts it back. */
async function withChange<T>(
  file: string,
  [from, to]: readonly [string, string],
  attempt: () => Promise<T>,
): Promise<T> {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  expect(before).toContain(from);
  writeFileSync(place, before.replace(from, to));
  try {
    return await attempt();
  } finally {
    writeFileSync(place, before);
  }
}

describe('packs', () => {
  it('lint finds no error in a pack that ships', async () => {
    const { code, out } = await ask('lint');
    expect(out).toMatch(/(^|\n)0 errors, /);
    expect(code).toBe(0);
  });
  it('test counts the cases', async () =>
    expect(await ask('test')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^ke: \d+ passed, 0 failed/),
    }));
  it('show names routes and open points', async () => {
    const { code, out } = await ask('show');
    expect(code).toBe(0);
    expect(out).toContain('ke.local: ');
    expect(out).toContain('not researched: ke.specialist.supervised-period: ');
  });
  it('mutate tells the share of mutants that a case notices', async () => {
    const { code, out } = await ask('mutate', '--sample', '5', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/pack-mutation/1',
      packs: [{ pack: 'ke', mutants: 5 }],
    });
  });

  it.each<[string, string, readonly [string, string], RegExp]>([
    [
      'a key that is misspelt',
      'jurisdictions/ke/rules/degree.yaml',
      ['kind: degree', 'kid: degree'],
      /packs\/jurisdictions\/ke\/rules\/degree\.yaml:\d+:\d+ error PACK_KEY_UNKNOWN .*kid.*Did you mean kind\?/,
    ],
    [
      'a fact that the vocabulary has not',
      'jurisdictions/ke/rules/degree.yaml',
      ['pmq.kmpdcRecognised', 'pmq.kmpdcRecognized'],
      /rules\/degree\.yaml:\d+:\d+ error .*pmq\.kmpdcRecognized/,
    ],
    [
      'a date that no calendar has',
      'jurisdictions/ke/rules/degree.yaml',
      ['recordedAt: "2026-11-22"', 'recordedAt: "2026-11-32"'],
      /rules\/degree\.yaml:\d+:\d+ error PACK_DATE/,
    ],
    [
      'YAML that is broken',
      'jurisdictions/ke/pack.yaml',
      ['languages: [', 'languages: [['],
      /pack\.yaml:\d+:\d+ error PACK_YAML/,
    ],
  ])('lint points at %s and says what to do', async (_name, file, change, message) => {
    const { code, out } = await withChange(file, change, () => ask('lint'));
    expect(out).toMatch(message);
    expect(code).toBe(1);
    expect(out).toMatch(/[1-9]\d* errors, /);
  });
  it.each(['test', 'mutate', 'show'])('%s says what cannot be read, and nothing else', async (verb) => {
    const change = ['languages: [', 'languages: [['] as const;
    const { code, out } = await withChange('jurisdictions/ke/pack.yaml', change, () => ask(verb));
    expect(out).toMatch(/pack\.yaml:\d+:\d+ error PACK_YAML/);
    expect(code).toBe(1);
  });
  it.each([['KE'], ['ke', 'KE']])(
    'takes packs by id and by jurisdiction, each once: %s %s',
    async (...names) => {
      const { out } = await run(['packs', 'show', ...names, '--folder', folder, '--json']);
      expect((JSON.parse(out) as { packs: readonly unknown[] }).packs).toHaveLength(1);
    },
  );
  it('knows no other pack', async () => {
    expect(await run(['packs', 'test', 'zz', '--folder', folder])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('There are packs for: ke.'),
    });
  });

  it('test fails with a case that does not hold, and names file and line', async () => {
    const change = ['verdict: met', 'verdict: notMet'] as const;
    const { code, out } = await withChange('jurisdictions/ke/cases/degree.yaml', change, () => ask('test'));
    expect(out).toMatch(
      /packs\/jurisdictions\/ke\/cases\/degree\.yaml:\d+:\d+ .*\n +verdict is met, expected notMet/,
    );
    expect(code).toBe(1);
  });
  it('mutate fails where too few mutants are noticed', async () => {
    const empty = path.join(folder, 'jurisdictions/ke');
    const kept = path.join(folder, 'kept');
    for (const part of ['cases', 'stories']) {
      cpSync(path.join(empty, part), path.join(kept, part), { recursive: true });
      rmSync(path.join(empty, part), { recursive: true });
    }
    const { code, out } = await ask('mutate', '--sample', '5');
    for (const part of ['cases', 'stories'])
      cpSync(path.join(kept, part), path.join(empty, part), { recursive: true });
    expect(out).toContain('no case notices');
    expect(code).toBe(1);
  });
});
