import { readFileSync } from 'node:fs';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rememberDossier, sampleDossier } from '../journey.fixture.ts';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

const schoolBox = (page: Page) =>
  page.getByRole('combobox', { name: 'Which medical school awarded your degree?' });

describe('the dossier', () => {
  it('is filled in by keyboard alone, from the first page to a verdict', async () => {
    const watched = await openPage(browser, at('/'));
    const { page } = watched;
    const { keyboard } = page;
    await schoolBox(page).focus();
    await keyboard.type('bangalore med');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByText('Bangalore Medical College').first().waitFor();
    await page.getByRole('textbox', { name: 'Year' }).focus();
    await keyboard.type('2019');
    await page.getByRole('combobox', { name: /citizenships/i }).focus();
    // Iceland, India and Indonesia are passed on the way: only what is taken counts.
    await keyboard.type('India');
    await keyboard.press('Enter');
    await page
      .getByRole('list', { name: /Chosen/ })
      .getByText('India')
      .waitFor();
    expect(
      await page
        .getByRole('list', { name: /Chosen/ })
        .getByRole('listitem')
        .count(),
    ).toBe(1);
    await page.getByRole('link', { name: 'See where you stand now' }).focus();
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Where you stand' }).waitFor();
    await page.locator('main table tbody tr').first().waitFor();
    const link = page.locator('figure svg a').first();
    await link.focus();
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /route/ }).first().waitFor();
    expect(watched.faults).toEqual([]);
    await watched.close();
  });

  it.each([
    { name: 'a desktop', options: { viewport: { width: 1280, height: 800 } } },
    { name: 'a phone', options: { viewport: { width: 360, height: 740 } } },
    { name: 'a dark desktop', options: { colorScheme: 'dark' as const } },
  ])(
    'stands on $name without a fault, a barrier or a sideways scroll, also unfolded',
    async ({ options }) => {
      const watched = await openPage(browser, at('/about'), options);
      const { page } = watched;
      await rememberDossier(page, sampleDossier('resident'));
      await page.goto(at('/dossier'));
      await page.getByText('authorities decided').waitFor();
      await page.locator('main details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      await page
        .getByRole('button', { name: /^Change: PASS|^Change/ })
        .first()
        .waitFor();
      expect(await findBarriers(page)).toEqual([]);
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow).toBe(0);
      expect(watched.faults).toEqual([]);
      await watched.close();
    },
  );

  it('survives a reload, a way back and a closed tab', async () => {
    const watched = await openPage(browser, at('/dossier'));
    const { page } = watched;
    const year = page.getByRole('group', { name: /When did you graduate/ }).getByLabel('Year');
    await year.fill('2018');
    await page.reload();
    await expect.poll(() => year.inputValue()).toBe('2018');
    await page.goto(at('/results'));
    await page.goBack();
    await expect.poll(() => year.inputValue()).toBe('2018');
    const second = await page.context().newPage();
    await page.close();
    await second.goto(at('/dossier'));
    await expect
      .poll(() =>
        second
          .getByRole('group', { name: /When did you graduate/ })
          .getByLabel('Year')
          .inputValue(),
      )
      .toBe('2018');
    await watched.close();
  });

  it('finds a school in another script, and takes one that no list has', async () => {
    const watched = await openPage(browser, at('/dossier'));
    const { page } = watched;
    await schoolBox(page).fill('Мечников');
    await page
      .getByRole('option', { name: /Mechnikov/ })
      .first()
      .waitFor();
    await schoolBox(page).fill('zzqqxx');
    await page.getByText('No school sounds like').waitFor();
    await page.getByRole('button', { name: /describe it/ }).click();
    await page.getByRole('button', { name: 'Use this school' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Name of the school').fill('University of Nowhere');
    await page.getByLabel('Country', { exact: true }).selectOption('SY');
    await page.getByRole('button', { name: 'Use this school' }).click();
    await page.getByText('Described by you').waitFor();
    await watched.close();
  });

  it.each([
    ['31', '2', '2019', /exist|day/i],
    ['', '', '19', /four digits/],
    ['5', '', '2019', /month/],
  ])(
    'tells at the field that %s %s %s is no date, and keeps what was typed',
    async (day, month, written, words) => {
      const watched = await openPage(browser, at('/dossier'));
      const group = watched.page.getByRole('group', { name: /When did you graduate/ });
      await group.getByLabel('Day').fill(day);
      await group.getByLabel('Month').fill(month);
      await group.getByLabel('Year').fill(written);
      await group.getByLabel('Year').press('Tab');
      await watched.page.getByRole('checkbox', { name: /know.*When did you graduate/ }).focus();
      await watched.page.keyboard.press('Tab');
      await group.locator('.field-error').waitFor();
      expect(await group.locator('.field-error').innerText()).toMatch(words);
      expect(await group.getByLabel('Year').inputValue()).toBe(written);
      await watched.close();
    },
  );

  it('names the field of an examination that lies in the future, and keeps the last verdict', async () => {
    const watched = await openPage(browser, at('/about'));
    const { page } = watched;
    const exam = { id: 'e', exam: 'gb.plab1', takenOn: '2090-01-01', result: 'pass' };
    await rememberDossier(page, { exams: { entries: [exam] } });
    await page.goto(at('/dossier'));
    await page.getByRole('region', { name: 'Some answers cannot be right' }).waitFor();
    expect(await page.locator('.summary code').innerText()).toBe('/exams/entries/0/takenOn');
    await page.goto(at('/results'));
    await page.getByRole('region', { name: 'Some answers cannot be right' }).waitFor();
    expect(await page.locator('main table').count()).toBe(0);
    await watched.close();
  });

  it('asks first what decides most, and counts what is decided', async () => {
    const watched = await openPage(browser, at('/dossier'));
    const { page } = watched;
    const cards = page.locator('#deciding ~ ol > li');
    await cards.first().waitFor();
    expect(await cards.count()).toBe(5);
    expect(await cards.first().innerText()).toMatch(/^Matters for/);
    await cards.first().getByRole('combobox').selectOption('unknown');
    await cards.first().getByText('Noted').waitFor();
    const before = await cards.allInnerTexts();
    await page.getByRole('button', { name: /ask me the next/ }).click();
    await expect.poll(() => cards.allInnerTexts()).not.toEqual(before);
    await watched.close();
  });

  it('goes out as a file, is cleared, and comes back from the file', async () => {
    const watched = await openPage(browser, at('/about'));
    const { page } = watched;
    await rememberDossier(page, sampleDossier('returning-doctor'));
    await page.goto(at('/dossier'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download your dossier' }).click(),
    ]);
    const file = await download.path();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(sampleDossier('returning-doctor'));
    await page.getByRole('button', { name: 'Clear everything' }).click();
    await page.getByRole('button', { name: 'Yes, clear it' }).click();
    await page.getByText('Everything you had entered is gone').waitFor();
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page
      .getByLabel('Open a dossier file')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: readFileSync(file) });
    await page.getByText('mine.json was taken over').waitFor();
    await watched.close();
  });

  it.each([
    ['no dossier', '[1, 2]', 'object'],
    [
      'an examination that nobody knows',
      '{"exams":{"entries":[{"id":"e","exam":"no.such"}]}}',
      '/exams/entries/0/exam',
    ],
    ['broken text', '{"exams":', 'cannot be read as a dossier'],
    ['ten megabytes', ' '.repeat(10_000_000), 'larger than a dossier can be'],
    ['a prototype', '{"__proto__":{"x":1}}', '__proto__'],
  ])('refuses a file that holds %s, says why, and leaves what was there', async (_name, text, words) => {
    const watched = await openPage(browser, at('/about'));
    const { page } = watched;
    await rememberDossier(page, { title: 'Mine', person: { citizenships: ['IN'] } });
    await page.goto(at('/dossier'));
    await page
      .getByLabel('Open a dossier file')
      .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const fault = page.getByRole('region', { name: 'This file cannot be read as a dossier' });
    await fault.waitFor();
    expect(await fault.innerText()).toContain(words);
    expect(await page.evaluate('localStorage.getItem("testamur.session")')).toContain('Mine');
    await watched.close();
  });

  it('sends nothing of the person anywhere', async () => {
    const watched = await openPage(browser, at('/dossier'));
    const { page } = watched;
    const sent: string[] = [];
    page.on('request', (request) =>
      sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
    await schoolBox(page).fill('Karolinska');
    await page.getByRole('option').first().waitFor();
    await page
      .getByRole('group', { name: /When were you born/ })
      .getByLabel('Year')
      .fill('1987');
    await page.getByText('authorities decided').waitFor();
    expect(sent.filter((line) => !/^GET \S+\/_app\/\S+ $/.test(line))).toEqual([]);
    await watched.close();
  });
});

describe('the short form, without JavaScript', () => {
  it('says that its answers leave the browser, and judges them', async () => {
    const watched = await openPage(browser, at('/dossier/short'), { javaScriptEnabled: false });
    const { page } = watched;
    await page.getByText('Your answers to this form leave your browser').waitFor();
    await page.getByLabel(/country.s law was it awarded/).selectOption('IN');
    await page.getByLabel(/Which medical school/).fill('A college');
    await page.getByLabel(/When did you graduate/).fill('2019');
    await page.getByLabel(/citizenships/).selectOption(['IN']);
    await page.getByRole('button', { name: /Send/ }).click();
    await page.getByRole('heading', { name: 'What your answers mean' }).waitFor();
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(8);
    expect(await page.getByLabel(/When did you graduate/).inputValue()).toBe('2019');
    await watched.close();
  });

  it('tells a wrong answer at its field and keeps the others', async () => {
    const watched = await openPage(browser, at('/dossier/short'), { javaScriptEnabled: false });
    const { page } = watched;
    await page.getByLabel(/When did you graduate/).fill('2019-13');
    await page.getByLabel(/When were you born/).fill('1994');
    await page.getByRole('button', { name: /Send/ }).click();
    const field = page.locator('.field', { hasText: 'When did you graduate' });
    await field.locator('.field-error').waitFor();
    expect(await page.getByLabel(/When were you born/).inputValue()).toBe('1994');
    expect(await page.locator('main table').count()).toBe(0);
    await watched.close();
  });

  it('has no barrier that axe can find', async () => {
    const watched = await openPage(browser, at('/dossier/short'));
    expect(await findBarriers(watched.page)).toEqual([]);
    expect(watched.faults).toEqual([]);
    await watched.close();
  });
});
