/** The tools that show who must look at what: freshness, sources, inheritance, hashes, doubts and maintainers. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from './host.fixture.ts';

const packs = path.resolve(import.meta.dirname, '../../../packs');
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-tools-'));
const copies = [
  'vocabulary',
  'registry/countries.jsonl',
  'jurisdictions/ke',
  'jurisdictions/us',
  'jurisdictions/us-tx',
  'maintainers/ke.yaml',
  'policies',
];
for (const part of copies) cpSync(path.join(packs, part), path.join(folder, part), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (verb: string, ...more: readonly string[]) => run(['packs', verb, ...more, '--folder', folder]);
const answer = async <T>(verb: string, ...more: readonly string[]): Promise<T> =>
  JSON.parse((await ask(verb, ...more, '--json')).out) as T;

async function withFile<T>(
  file: string,
  change: (text: string) => string,
  attempt: () => Promise<T>,
): Promise<T> {
  const place = path.join(folder, file);
  const before = readFileSync(place, 'utf8');
  writeFileSync(place, change(before));
  try {
    return await attempt();
  } finally {
    writeFileSync(place, before);
  }
}

describe('packs stale', () => {
  it('says that nothing is due while nothing is', async () => {
    const { code, out } = await ask('stale', 'ke');
    expect(out).toContain('Nothing is due by 2027-02-20, seen from 2026-11-22.');
    expect(code).toBe(0);
  });
  it.each([
    ['2027-08-23', 'P90D', 0],
    ['2027-08-24', 'P90D', 24],
    ['2027-11-22', 'P1D', 24],
  ])('on %s within %s tells of %s wordings that are due', async (on, within, count) => {
    const { maintainers } = await answer<{ maintainers: { reviews: { state: string }[] }[] }>(
      'stale',
      'ke',
      '--on',
      on,
      '--within',
      within,
    );
    expect(maintainers.flatMap(({ reviews }) => reviews.map(({ state }) => state))).toEqual(
      Array(count).fill('due'),
    );
  });
  it('a wording whose day has passed is overdue, and the command fails', async () => {
    const { code, out } = await ask('stale', 'ke', '--on', '2027-11-23');
    expect(out).toMatch(/^vacant: 24 overdue, 0 due/);
    expect(out).toMatch(/2027-11-22 {2}1 days over {2}ke\.\S+ version 1\n {6}kmpdc-\S+, .* https:\/\//);
    expect(code).toBe(1);
  });
  it('the oldest comes first', async () => {
    const change = (text: string) => text.replaceAll('2027-11-22', '2027-01-01');
    const out = await withFile(
      'jurisdictions/ke/rules/degree.yaml',
      change,
      async () => (await ask('stale', 'ke', '--on', '2027-12-01')).out,
    );
    expect(out.split('\n')[1]).toContain('ke.degree');
  });
  it('is told by maintainer: whoever holds a role on that day, else vacant', async () => {
    const held = `maintainers: KE\napprovals: 1\nroles: [{ role: approver, holder: Registrar, contact: "https://example.org", from: "2026-01-01", to: "2027-12-01" }]\n`;
    const names = await withFile(
      'maintainers/ke.yaml',
      () => held,
      async () =>
        Promise.all(
          ['2027-11-30', '2027-12-01'].map(async (on) => {
            const { maintainers } = await answer<{ maintainers: { maintainer: string }[] }>(
              'stale',
              'ke',
              '--on',
              on,
            );
            return maintainers.map(({ maintainer }) => maintainer);
          }),
        ),
    );
    expect(names).toEqual([['Registrar'], ['vacant']]);
  });
  it('tells of policies as well, unless one pack is asked for: due on the last day, overdue on the next', async () => {
    type Report = { policies: { policy: string; state: string; citations: unknown[] }[] };
    const statesOn = async (...ask: string[]) =>
      (await answer<Report>('stale', '--within', 'P1D', ...ask)).policies.map(
        ({ policy, state }) => `${policy} ${state}`,
      );
    expect(await statesOn('--on', '2027-05-20')).toEqual([]);
    expect(await statesOn('--on', '2027-05-22')).toEqual(['who-code due', 'who-safeguards-2023 due']);
    expect(await statesOn('--on', '2027-05-23')).toEqual(['who-code overdue', 'who-safeguards-2023 overdue']);
    expect(await statesOn('ke', '--on', '2027-05-23')).toEqual([]);
    const { code, out } = await ask('stale', '--on', '2027-05-23', '--within', 'P1D');
    expect(out).toMatch(
      /policies: 2 overdue, 0 due by 2027-05-24\n {2}2027-05-22 {2}1 days over {2}who-code\n/,
    );
    expect(code).toBe(1);
  });
  it.each([
    ['--on', 'tomorrow'],
    ['--within', 'soon'],
  ])('refuses %s %s', async (option, value) => {
    expect(await ask('stale', option, value)).toMatchObject({
      code: 2,
      err: expect.stringContaining(option),
    });
  });
});

describe('packs sources check', () => {
  const more = (line: string) => (text: string) => `${text}${line}\n`;
  const told = (line: string) =>
    withFile('jurisdictions/ke/sources.yaml', more(line), async () => {
      const { sources } = await answer<{
        sources: { source: string; remarks: { kind: string; weight: string }[] }[];
      }>('sources', 'check', 'ke');
      return sources
        .at(-1)
        ?.remarks.filter(({ kind }) => kind !== 'published')
        .map(({ kind, weight }) => `${weight} ${kind}`);
    });
  const source = (url: string, rest = 'lang: en, grade: C') =>
    `- { source: xx, title: T, publisher: P, ${rest}, url: "${url}" }`;
  it.each([
    ['a source that nothing cites', source('https://example.org/a'), ['fault unused']],
    [
      'an address that names a visit',
      source('https://example.org/a?utm_source=x'),
      ['fault unused', 'fault address'],
    ],
    [
      'an address of this machine',
      source('http://localhost:8080/a'),
      ['fault unused', 'gap address', 'fault address'],
    ],
    [
      'the same page again, written otherwise',
      source('http://KMPDC.go.ke/registering-as-a-practitioner#top'),
      ['fault unused', 'gap address', 'fault twice'],
    ],
    [
      'a page of the regulator as anybody else’s',
      source('https://kmpdc.go.ke/x', 'lang: en, grade: D'),
      ['fault unused', 'fault grade'],
    ],
    [
      'a language that is none',
      source('https://example.org/a', 'lang: English, grade: C'),
      ['fault unused', 'fault language'],
    ],
  ])('%s', async (_name, line, remarks) => expect(await told(line)).toEqual(remarks));
  it('what ships has no fault but is told of', async () => {
    const { code, out } = await ask('sources', 'check', 'ke');
    expect(out).toMatch(/\d+ sources, 0 with a fault, 0 unused, \d+ without a day of publication\n$/);
    expect(code).toBe(0);
  });
  it('knows no other act', async () => expect(await ask('sources', 'mend')).toMatchObject({ code: 2 }));
});

describe('packs inherits', () => {
  it('shows the difference rule by rule, with the reason', async () => {
    const { out } = await ask('inherits', 'us-tx');
    expect(out).toMatch(/^Texas \(us-tx\) and United States .*: 28 adopted, 2 replaced, 0 left, \d+ added\n/);
    expect(out).toMatch(
      /\n- us\.degree\.international .*\n\+ us-tx\.degree\.international .*\n {4}Texas draws the line/,
    );
  });
  it('says of a pack that has none that it has none', async () =>
    expect((await ask('inherits', 'ke')).out).toBe('ke inherits from no pack.\n'));
});

describe('packs list and show', () => {
  it('list gives each pack its hash, which changes with a word of its law', async () => {
    const hash = async () => (await answer<{ packs: { hash: string }[] }>('list', 'ke')).packs[0]?.hash;
    const before = await hash();
    expect(before).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await ask('show', 'ke')).out).toContain(before);
    const after = await withFile(
      'jurisdictions/ke/rules/degree.yaml',
      (text) => text.replace('title: ', 'title: New '),
      hash,
    );
    expect(after).not.toBe(before);
  });
  it('show tells a doubt beside its rule, and that the roles are vacant', async () => {
    const doubted = (text: string) =>
      text.replace(
        /\n {2}title: /,
        '\n  doubts: [{ id: d, text: "The act reads otherwise.", recordedOn: "2026-11-22" }]\n  title: ',
      );
    const { out } = await withFile('jurisdictions/ke/rules/degree.yaml', doubted, () => ask('show', 'ke'));
    expect(out).toContain('doubt about ke.degree.recognised (2026-11-22): The act reads otherwise.');
    expect(out).toContain('maintainers: 2 approvals needed; proposer vacant; approver vacant');
  });
});

describe('lint', () => {
  const lintWith = (file: string, from: RegExp | string, to: string) =>
    withFile(
      file,
      (text) => {
        expect(text.replace(from, to)).not.toBe(text);
        return text.replace(from, to);
      },
      () => ask('lint', 'ke'),
    );
  it('refuses a citation without a locator, at its line', async () => {
    const { code, out } = await lintWith('jurisdictions/ke/rules/degree.yaml', 'locator: whole page, ', '');
    expect(out).toMatch(/ke\/rules\/degree\.yaml:9:\d+ error PACK_KEY_MISSING The key locator is missing/);
    expect(code).toBe(1);
  });
  it('refuses a locator that is empty', async () =>
    expect(
      (await lintWith('jurisdictions/ke/rules/degree.yaml', 'locator: whole page', 'locator: ""')).out,
    ).toMatch(/rules\/degree\.yaml:9:\d+ error PACK_EMPTY/));
  it('refuses the approval of somebody who is out of office', async () => {
    mkdirSync(path.join(folder, 'maintainers'), { recursive: true });
    const held = `maintainers: KE\napprovals: 1\nroles: [{ role: approver, holder: Registrar, contact: "https://example.org", from: "2020-01-01", to: "2026-11-22" }]\n`;
    const { out } = await withFile(
      'maintainers/ke.yaml',
      () => held,
      () => lintWith('jurisdictions/ke/changelog.yaml', '  words:', '  approvedBy: [Registrar]\n  words:'),
    );
    expect(out).toMatch(
      /changelog\.yaml:3:\d+ error LINT_APPROVAL .*Registrar was not in office on 2026-11-22/s,
    );
  });
  it('refuses a doubt that names a source nobody gave', async () => {
    const to = '\n  doubts: [{ id: d, text: "x", source: none, recordedOn: "2026-11-22" }]\n  title: ';
    expect((await lintWith('jurisdictions/ke/rules/degree.yaml', /\n {2}title: /, to)).out).toMatch(
      /degree\.yaml:2:\d+ error LINT_DOUBT/,
    );
  });
});
