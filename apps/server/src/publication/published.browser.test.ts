/** A rule base that somebody else publishes, with a law of its own, on a server that only has files. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkSums, type LibraryFile, readRuleBase } from '@testamur/adapters/library';
import { expectOk, parseDay } from '@testamur/engines/kernel';
import { assessDossier, openLibrary, readQuestion } from '@testamur/services/recognising';
import { findUnstyled, openPage, rememberSample, startBrowser } from '@testamur/testing/browser';
import { type FileServer, serveFiles } from '@testamur/testing/product';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { composeLibrary } from '../library/compose-library.ts';
import { publish } from './publish.ts';

const PACKS = path.resolve(import.meta.dirname, '../../../../packs');
const SAMPLE = 'resident';
const KEPT = ['us', 'us-ny'];
const AGE = path.join('jurisdictions/us-ny/rules/person.yaml');

let folder = '';
let mirror: FileServer;
let browser: Browser;
let library: LibraryFile;

/** The packs of two authorities, with one threshold that only this rule base has. */
function makePacks(): string {
  const packs = path.join(folder, 'packs');
  cpSync(PACKS, packs, {
    recursive: true,
    filter: (file) => {
      const pack = /\/jurisdictions\/([^/]+)/.exec(file.slice(PACKS.length))?.[1];
      return pack === undefined || KEPT.includes(pack);
    },
  });
  const law = readFileSync(path.join(packs, AGE), 'utf8');
  const changed = law.replace(/atLeast: 21\b/, 'atLeast: 99').replace(/P21Y/, 'P99Y');
  expect(changed).not.toBe(law);
  writeFileSync(path.join(packs, AGE), changed);
  return packs;
}

/** For the browser: whether the law of this publication is kept. */
const CACHED_LAW = `(async () => {
  const { law } = JSON.parse(document.getElementById('library-files').textContent);
  return (await caches.match(law)) !== undefined;
})()`;

/** What the engine says in this process: authority and status. */
function statuses(of: LibraryFile): readonly (readonly [string, string])[] {
  const open = openLibrary(of.law, of.registry);
  const today = expectOk(parseDay(new Date().toISOString().slice(0, 10)), 'today');
  const dossier = parse(readFileSync(path.join(PACKS, `samples/${SAMPLE}.yaml`), 'utf8')) as never;
  const asked = readQuestion({ dossier }, { library: open, today, latest: today });
  return assessDossier(open, expectOk(asked, 'a sample')).authorities.map(({ name, status }) => [
    name,
    status ?? '',
  ]);
}

async function rowsOf(page: Page): Promise<readonly (readonly [string, string])[]> {
  await page.locator('main table tbody tr').first().waitFor();
  const rows = page.locator('main table tbody tr');
  const names = await rows.locator('th a').allInnerTexts();
  const badges = await rows.locator('td:first-of-type').allInnerTexts();
  return names.map((name, index) => [name, badges[index] ?? '']);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'testamur-published-'));
  library = expectOk(composeLibrary(makePacks()), 'packs with another threshold');
  const site = path.join(folder, 'site');
  expectOk(await publish({ library, publishedOn: '2026-11-22', folder: site }), 'a publication');
  mirror = await serveFiles(site);
  browser = await startBrowser(inject('browserFile'));
});

afterAll(async () => {
  await browser?.close();
  await mirror?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a published rule base', () => {
  it('validates against its schema and its checksums, and is the library it was made from', () => {
    const site = path.join(folder, 'site');
    expect(expectOk(readRuleBase(site), 'what was published').law).toEqual(
      JSON.parse(JSON.stringify(library.law)),
    );
    expect(expectOk(checkSums(site), 'every file')).toBeGreaterThan(50);
  });

  it('is the same bytes when it is published again', async () => {
    const again = path.join(folder, 'again');
    expectOk(await publish({ library, publishedOn: '2026-11-22', folder: again }), 'a publication');
    expect(readFileSync(path.join(again, 'SHA256SUMS'), 'utf8')).toBe(
      readFileSync(path.join(folder, 'site/SHA256SUMS'), 'utf8'),
    );
    const refused = await publish({ library, publishedOn: '2026-11-22', folder: again });
    expect(refused.ok ? 'written over' : refused.error.code).toBe('SERVER_FOLDER_NOT_EMPTY');
  });

  it('is read without any script, with its styles', async () => {
    const rule = `${mirror.url}/rules/us-ny/us-ny.person.age`;
    const watched = await openPage(browser, rule, { javaScriptEnabled: false });
    expect(await watched.page.getByRole('heading', { level: 1 }).innerText()).toBe('At least 21 years old');
    expect(await watched.page.locator('main').textContent()).toContain('99 years');
    expect(watched.faults).toEqual([]);
    await watched.close();
    const styled = await openPage(browser, `${mirror.url}/rules/us-ny`);
    expect(await findUnstyled(styled.page)).toEqual([]);
    await styled.close();
  });

  it('gives the portal its law: the verdicts are of what was published, and stay so without a network', async () => {
    const context = await browser.newContext();
    await rememberSample(context, SAMPLE);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${mirror.url}/results`);
    const shown = await rowsOf(page);
    const own = statuses(library);
    expect(shown.map(([name]) => name)).toEqual(['New York']);
    expect(own).toContainEqual(['New York', 'closed']);
    expect(statuses(expectOk(composeLibrary(PACKS), 'the packs that ship'))).not.toContainEqual([
      'New York',
      'closed',
    ]);
    expect(shown.find(([name]) => name === 'New York')?.[1]).toMatch(/^Closed/);
    expect(mirror.asked().filter((address) => address.startsWith('/api/'))).toEqual([]);

    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await expect.poll(() => page.evaluate(CACHED_LAW)).toBe(true);
    await page.reload();
    await rowsOf(page);
    await context.setOffline(true);
    await page.reload();
    expect(await rowsOf(page)).toEqual(shown);
    await page.goto(`${mirror.url}/results/us-ny`);
    await page.getByRole('heading', { level: 1, name: 'New York' }).waitFor();
    expect(faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await context.close();
  });
});
