import { readFileSync } from 'node:fs';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import ICAL from 'ical.js';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier } from './journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const PASSPHRASE = 'une phrase de passe';

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

async function openWith(sample: string, path: string) {
  const watched = await openPage(browser, at('/about'));
  await rememberDossier(watched.page, sampleDossier(sample));
  await watched.page.goto(at(path));
  return watched;
}

const keptIn = async (page: Page): Promise<unknown> =>
  (
    JSON.parse((await page.evaluate(() => localStorage.getItem('testamur.session'))) ?? '{}') as {
      dossier?: unknown;
    }
  ).dossier;

async function makeLink(sample: string): Promise<string> {
  const watched = await openWith(sample, '/dossier');
  const { page } = watched;
  await page.getByText('A private link to your dossier').click();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('too short');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByText('shorter ones are found by trying').waitFor();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const box = page.getByRole('textbox', { name: 'Private link' });
  await box.waitFor();
  expect(await findBarriers(page)).toEqual([]);
  const link = await box.inputValue();
  expect(asked.filter((url) => !url.includes('/_app/'))).toEqual([]);
  expect(watched.faults).toEqual([]);
  await watched.close();
  return link;
}

const unlock = async (page: Page, passphrase: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Passphrase' }).first().fill(passphrase);
  await page.getByRole('button', { name: 'Open it' }).click();
};

describe('a private link', () => {
  let link = '';
  beforeAll(async () => {
    link = await makeLink('resident');
  });

  it('brings the dossier into another browser, past a wrong passphrase, and sends nothing of it', async () => {
    const sent: string[] = [];
    const watched = await openPage(browser, at('/about'));
    const { page } = watched;
    // What follows the # stays in the browser, though it may be told as part of the address.
    page.on('request', (request) =>
      sent.push(
        `${request.url().replace(/#.*/, '')} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`,
      ),
    );
    await page.goto(link);
    await unlock(page, 'another passphrase');
    await page.getByText('This is not the passphrase of the link').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await keptIn(page)).toBeUndefined();
    await unlock(page, PASSPHRASE);
    await page.getByText('The dossier of the link was taken over').waitFor();
    expect(await keptIn(page)).toEqual(sampleDossier('resident'));
    expect(page.url()).toBe(at('/dossier'));
    const asked = (address: string) => new URL(address.split(' ')[0] ?? '').pathname;
    expect(sent.filter((request) => request.includes(link.slice(-40)))).toEqual([]);
    expect(sent.map(asked).filter((path) => path.startsWith('/api/'))).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it.each([
    ['cut', () => link.slice(0, -30)],
    ['cut to its beginning', () => link.slice(0, link.indexOf('#') + 12)],
  ])('that was %s is refused whole, and what was entered stays', async (_name, cut) => {
    const watched = await openWith('fresh-graduate', '/about');
    const { page } = watched;
    await page.goto(cut());
    await page.getByRole('alert').getByText('cut or changed on the way').waitFor();
    expect(await page.getByRole('button', { name: 'Open it' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Leave it closed' }).click();
    expect(page.url()).toBe(at('/dossier'));
    expect(await keptIn(page)).toEqual(sampleDossier('fresh-graduate'));
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('replaces what was entered only when she agrees', async () => {
    const watched = await openWith('fresh-graduate', '/about');
    const { page } = watched;
    for (const [answer, kept] of [
      ['Keep what I entered', 'fresh-graduate'],
      ['Replace what I entered', 'resident'],
    ] as const) {
      await page.goto(at('/about'));
      await page.goto(link);
      await unlock(page, PASSPHRASE);
      await page.getByRole('button', { name: answer }).waitFor();
      expect(await keptIn(page)).toEqual(sampleDossier('fresh-graduate'));
      await page.getByRole('button', { name: answer }).click();
      await page.getByRole('button', { name: answer }).waitFor({ state: 'detached' });
      expect(await keptIn(page)).toEqual(sampleDossier(kept));
    }
    await watched.close();
  });
});

describe('what is taken along from a route', () => {
  const save = async (page: Page, name: string | RegExp): Promise<Download> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return download;
  };
  const textOf = async (download: Download) => readFileSync(await download.path());

  it('is a calendar, the plan, the assessment and the dossier, made without the server; and a PDF made there after a notice', async () => {
    const watched = await openWith('resident', '/results/gb');
    const { page } = watched;
    await page.getByRole('button', { name: /Calendar/ }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));

    const calendar = await save(page, /Calendar/);
    expect(calendar.suggestedFilename()).toMatch(/^gb\..*-calendar\.ics$/);
    const events = new ICAL.Component(
      ICAL.parse((await textOf(calendar)).toString('utf8')),
    ).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(0);

    const assessment = JSON.parse((await textOf(await save(page, 'Assessment (JSON)'))).toString('utf8')) as {
      schema: string;
    };
    expect(assessment.schema).toBe('testamur/assessment/1');
    const dossier = await save(page, 'Dossier as a file');
    expect(JSON.parse((await textOf(dossier)).toString('utf8'))).toEqual(sampleDossier('resident'));

    const plan = (await textOf(await save(page, 'Plan (JSON)'))).toString('utf8');
    expect(asked.filter((path) => path.includes('/api/'))).toEqual([]);
    const saved = JSON.parse(plan) as { state: string; plan: { on: string; steps: { key: string }[] } };
    const { on } = saved.plan;
    const fromServer = await page.request.post(at('/api/plan'), {
      data: { dossier: sampleDossier('resident'), on, knownOn: on, target: { pack: 'gb' } },
    });
    const { state, plan: cheapest } = (await fromServer.json()) as typeof saved;
    expect({ state: saved.state, plan: saved.plan }).toEqual({ state, plan: cheapest });

    await page.getByRole('button', { name: /^PDF/ }).click();
    await page.getByText('your answers go to the server for this and are not stored').waitFor();
    expect(asked.filter((path) => path.includes('/api/'))).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/documents/plan'));
    const pdf = await save(page, /make the PDF/);
    // The way on the screen is the one on paper.
    expect((await sent).postDataJSON()).toMatchObject({
      ...{ target: { pack: 'gb' }, wishes: {}, language: 'en' },
      point: { steps: saved.plan.steps.map(({ key }) => key) },
    });
    expect((await textOf(pdf)).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*<pdfuaid:part>1</);
    expect(asked.filter((path) => path.includes('/api/'))).toEqual(['/api/documents/plan']);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it('says that the PDF needs the network, and loses nothing', async () => {
    const watched = await openWith('resident', '/results/gb');
    const { page } = watched;
    await page.getByRole('button', { name: /^PDF/ }).click();
    await page.route('**/api/documents/plan', (route) => route.abort());
    await page.getByRole('button', { name: /make the PDF/ }).click();
    await page.getByText('Printing this page needs no network').waitFor();
    expect(await keptIn(page)).toEqual(sampleDossier('resident'));
    await watched.close();
  });

  it('is on paper the whole page, without what only a screen can use', async () => {
    const watched = await openWith('resident', '/results/gb');
    const { page } = watched;
    await page.getByRole('button', { name: /Calendar/ }).waitFor();
    await page.context().setOffline(true);
    // Dark on the screen, light on paper.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() =>
      ['background-color', 'color'].map((name) => getComputedStyle(document.body).getPropertyValue(name)),
    );
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByText(/^By the law of .*, as it was known on/).isVisible()).toBe(true);
    expect(await page.locator('main cite').first().isVisible()).toBe(true);
    const { length } = await page.pdf({ tagged: true });
    expect(length).toBeGreaterThan(20_000);
    await watched.close();
  });
});
