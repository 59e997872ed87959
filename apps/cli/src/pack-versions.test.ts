/** Two versions of a folder of packs, compared and tried on people, as a maintainer would. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Compile } from 'typebox/schema';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './host.fixture.ts';
import { AFFECTED_SCHEMA, PACK_DIFF_SCHEMA, PACK_HISTORIES_SCHEMA } from './pack-version-schemas.ts';

const packs = path.resolve(import.meta.dirname, '../../../packs');
const root = mkdtempSync(path.join(tmpdir(), 'testamur-versions-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = (name: string): string => {
  for (const part of ['vocabulary', 'registry/countries.jsonl', 'agreements', 'jurisdictions/ke'])
    cpSync(path.join(packs, part), path.join(root, name, part), { recursive: true });
  return path.join(root, name);
};
const [old, now] = [folder('old'), folder('packs')];
const RULE = path.join(now, 'jurisdictions/ke/rules/degree.yaml');
const before = readFileSync(RULE, 'utf8');
const fact = /fact: (pmq\.\w+), equals: true/.exec(before);
writeFileSync(RULE, before.replace(fact?.[0] ?? '', `fact: ${fact?.[1]}, equals: false`));
const setting = { host: { packsFolder: packs } };

describe('packs diff', () => {
  it('names the condition that changed, what it rests on, and somebody whom it touches', async () => {
    const { code, out } = await run(['packs', 'diff', old, now, '--json', '--tries', '40'], setting);
    expect(code).toBe(0);
    expect(Compile(PACK_DIFF_SCHEMA).Check(JSON.parse(out))).toBe(true);
    const { packs: told } = JSON.parse(out) as {
      packs: { changes: object[]; people: { searches: object[] } }[];
    };
    expect(told).toHaveLength(1);
    expect(told[0]?.changes).toMatchObject([
      {
        kind: 'changed',
        thing: 'rule',
        aspect: 'value',
        before: true,
        after: false,
        cite: expect.any(Array),
      },
    ]);
    expect(told[0]?.people.searches).toContainEqual(
      expect.objectContaining({ witness: expect.objectContaining({ facts: 1 }) }),
    );
  });
  it('says that nothing changed, of a version and itself', async () =>
    expect((await run(['packs', 'diff', old, old], setting)).out).toBe(
      `0 packs changed from ${old} to ${old}, 1 did not\n`,
    ));
  it('takes the folder of one pack, and a revision of git', async () => {
    const one = await run(
      [
        'packs',
        'diff',
        path.join(old, 'jurisdictions/ke'),
        path.join(now, 'jurisdictions/ke'),
        '--tries',
        '0',
      ],
      setting,
    );
    expect(one.out).toContain('1 pack changed');
    const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' });
    mkdirSync(path.join(root, '.git'), { recursive: true });
    git('init', '-q');
    git('add', 'old');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'old');
    const here = process.cwd();
    process.chdir(root);
    try {
      const revision = await run(['packs', 'diff', 'HEAD:old', now, '--tries', '0'], setting);
      expect(revision.out).toContain('1 pack changed from HEAD:old');
      expect(await run(['packs', 'diff', 'HEAD~7:', now], setting)).toMatchObject({ code: 2, out: '' });
    } finally {
      process.chdir(here);
    }
  });
  it.each([
    [['/nowhere/packs', now], 'holds no packs'],
    [[old, now, '--pack', 'zz'], 'Neither version has a pack zz'],
    [[old, now, '--tries', 'many'], 'many is no number'],
    [[old, now, '--on', '2026-02-30'], '--on'],
  ])('refuses %j', async (args, message) => {
    const answer = await run(['packs', 'diff', ...args], setting);
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });
});

describe('packs affected', () => {
  it('judges the rows of a table, and names a bad cell by line and column with exit code 1', async () => {
    const table = path.join(root, 'people.csv');
    writeFileSync(table, `id,${fact?.[1]}\nAnn,yes\nBea,perhaps\nCy,no\n`);
    const { code, out } = await run(['packs', 'affected', old, now, '--people', table, '--json'], setting);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'testamur/affected/1',
      people: 2,
      read: 2,
      refused: 1,
      problems: [{ file: table, line: 3, column: 5, fact: fact?.[1], text: 'perhaps' }],
    });
  });
  it('counts every invented person once on each route that may have changed', async () => {
    const { code, out } = await run(['packs', 'affected', old, now, '--generate', '50', '--json'], setting);
    expect(code).toBe(0);
    expect(Compile(AFFECTED_SCHEMA).Check(JSON.parse(out))).toBe(true);
    const { routes } = JSON.parse(out) as { routes: { transitions: { people: number }[] }[] };
    expect(routes.length).toBeGreaterThan(0);
    for (const { transitions } of routes)
      expect(transitions.reduce((sum, { people }) => sum + people, 0)).toBe(50);
  });
  it('refuses a column that no fact has, before anybody is judged', async () => {
    const table = path.join(root, 'wrong.csv');
    writeFileSync(table, 'pmq.graduatedOnn\n2019\n');
    const answer = await run(['packs', 'affected', old, now, '--people', table], setting);
    expect(answer).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Did you mean pmq.graduatedOn?'),
    });
  });
});

it('packs history tells the changelog of the version that ships', async () => {
  const { code, out } = await run(['packs', 'history', 'ke', '--folder', old], setting);
  expect(code).toBe(0);
  expect(out).toContain('First published version');
  const json = await run(['packs', 'history', 'ke', '--folder', old, '--json'], setting);
  expect(Compile(PACK_HISTORIES_SCHEMA).Check(JSON.parse(json.out))).toBe(true);
});
