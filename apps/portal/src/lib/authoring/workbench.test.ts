import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPacks } from '@testamur/adapters/packs';
import { type Day, expectOk, parseDay } from '@testamur/engines/kernel';
import { realPacks } from '@testamur/testing/real-law';
import { afterAll, describe, expect, it } from 'vitest';
import { judgePeople } from './affected-people.ts';
import { openWorkbench, type Workbench } from './workbench.ts';
import { type ChangeAsk, type ReadSource, writeChange } from './write-change.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../../packs');
const RULE = 'gb.plab.window';
const today: Day = expectOk(parseDay('2026-11-22'), 'a day');
const set = realPacks();
const folder = path.join(ROOT, 'jurisdictions/gb');
const text = {
  pack: 'gb',
  files: readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      file: `jurisdictions/gb/${name}`,
      text: readFileSync(path.join(folder, name), 'utf8'),
    })),
};
const bench = openWorkbench({ book: set, text, rule: RULE, today }) as Workbench;
const stricter = bench.original.replace('within: P2Y', 'within: P1Y');
const without = mkdtempSync(path.join(tmpdir(), 'testamur-bench-'));
afterAll(() => rmSync(without, { recursive: true, force: true }));

describe('a rule on the bench', () => {
  it('as it stands has its cases, all of which hold, and changes nothing', () => {
    const { faults, cases, changes, rule } = bench.check(bench.original);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(cases.length).toBeGreaterThan(3);
    expect(cases.every(({ failures, heldBefore }) => heldBefore && failures.length === 0)).toBe(true);
    expect(changes).toEqual([]);
    expect(rule?.rule).toBe(RULE);
  });

  it('says which cases fail once a period is shorter, and what changed', () => {
    const { cases, changes } = bench.check(stricter);
    expect(stricter).not.toBe(bench.original);
    expect(cases.filter(({ rule, failures }) => rule === RULE && failures.length > 0).length).toBeGreaterThan(
      0,
    );
    expect(changes.join()).toMatch(/1 year/);
  });

  it.each([
    ['a word that is none', ['kind: exam', 'knd: exam'], 'PACK_KEY_UNKNOWN', 3],
    ['an anchor', ['kind: exam', 'kind: &a exam'], 'PACK_YAML', 3],
    ['a fact that is none', ['fact: its.result', 'fact: its.reslt'], 'LINT_FACT_UNKNOWN', 18],
    ['another id', [`rule: ${RULE}`, 'rule: gb.plab.other'], 'EDIT_ONE_RULE', 1],
  ] as const)('names %s with its line and how to mend it', (_name, [from, to], code, line) => {
    const { faults } = bench.check(bench.original.replace(from, to));
    const fault = faults.find((each) => each.code === code);
    expect(fault?.lineInRule).toBe(line);
    expect(fault?.message).not.toBe('');
    if (code !== 'PACK_YAML') expect(fault?.mend).not.toBe('');
  });

  it('refuses a second rule in the place of one', () => {
    const twice = `${bench.original}${bench.original.replace(RULE, 'gb.plab.second')}`;
    expect(bench.check(twice).faults.map(({ code }) => code)).toEqual(['EDIT_ONE_RULE']);
  });

  it('is not opened where the pack has no such rule', () =>
    expect(openWorkbench({ book: set, text, rule: 'gb.none', today })).toBeUndefined());
});

describe('who is affected', () => {
  const ask = (changed: string) => {
    const { pack } = bench.check(changed);
    if (pack === undefined) throw new Error('The text has faults.');
    const search = judgePeople({
      ...{ before: bench.bookWith(bench.pack), after: bench.bookWith(pack), pack: 'gb', on: today, seed: 1 },
      people: 120,
      models: bench.models,
      schools: () => undefined,
      registry: { accredited: () => ({ state: 'silent' }) },
    });
    for (let step = search.next(); ; step = search.next()) if (step.done === true) return step.value;
  };

  it('is told by transition, with the smallest dossier that tells both apart; the same seed tells the same', () => {
    const told = ask(stricter);
    expect(told.people).toBe(120);
    const plab = told.routes.find(({ route }) => route === 'gb.plab');
    expect(plab?.transitions.reduce((sum, { people }) => sum + people, 0)).toBe(120);
    const own = told.witnesses.find(({ target }) => 'rule' in target && target.rule === RULE);
    expect(own?.witness?.before).toMatchObject({ verdict: 'met' });
    expect(own?.witness?.after).not.toMatchObject({ verdict: 'met' });
    expect(ask(stricter)).toEqual(told);
  });

  it('is nobody where only the words of the rule differ', () =>
    expect(ask(bench.original.replace('title: PLAB 2', 'title: The PLAB 2'))).toMatchObject({
      routes: [],
      witnesses: [],
    }));
});

describe('the change as a patch', () => {
  const cite: ReadSource = {
    source: 'gmc-plab2-booking',
    locator: 'Booking: "how long"',
    seen: '2026-11-22',
  };
  const ask = (changes: Partial<ChangeAsk>): ChangeAsk => ({
    ...{
      rule: RULE,
      basis: 'gb 2026.11.22',
      file: bench.file,
      before: bench.fileText,
      original: bench.original,
    },
    ...{ changed: stricter, fileWith: bench.fileWith, wording: 0, cite },
    ...changes,
  });

  it('is taken by git, and the loader reads the changed rule with its new citation', () => {
    const written = writeChange(ask({}));
    if (!written.ok) throw new Error(written.error);
    cpSync(ROOT, path.join(without, 'packs'), { recursive: true });
    execFileSync('git', ['apply', '-'], { cwd: without, input: written.value });
    const pack = loadPacks(path.join(without, 'packs')).packs.find((each) => each.pack === 'gb');
    const wording = pack?.rules.find(({ rule }) => rule === RULE)?.versions[0];
    expect(wording?.cite.at(-1)).toMatchObject({
      source: cite.source,
      locator: cite.locator,
      seen: cite.seen,
    });
    expect(wording?.cite).toHaveLength(
      (bench.pack.rules.find(({ rule }) => rule === RULE)?.versions[0]?.cite.length ?? 0) + 1,
    );
    expect(JSON.stringify(wording?.when)).toContain('P1Y');
  });

  it.each([
    ['without a change', { changed: bench.original }, 'noChange'],
    ['without a source', { cite: { ...cite, source: '' } }, 'noSource'],
    ['without a locator', { cite: { ...cite, locator: ' ' } }, 'noLocator'],
    ['without a day', { cite: { ...cite, seen: 'yesterday' } }, 'noSeen'],
    ['for a wording that there is none of', { wording: 9 }, 'notRead'],
  ] as const)('is refused %s', (_name, changes, problem) =>
    expect(writeChange(ask(changes))).toEqual({ ok: false, error: problem }),
  );

  it('does not write a citation twice', () => {
    const once = writeChange(ask({}));
    const text = bench.original.replace(
      'cite: [{',
      `cite: [{ source: ${cite.source}, locator: ${JSON.stringify(cite.locator)}, seen: "${cite.seen}" }, {`,
    );
    const again = writeChange(ask({ changed: text }));
    const count = (result: typeof once) =>
      result.ok ? result.value.split(JSON.stringify(cite.locator)).length - 1 : -1;
    expect([count(once), count(again)]).toEqual([1, 1]);
  });
});
