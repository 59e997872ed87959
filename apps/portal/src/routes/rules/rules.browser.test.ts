import type { Pack } from '@testamur/engines/recognition';
import { openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const packOf = async (id: string) => (await (await fetch(at(`/api/packs/${id}`))).json()) as Pack;

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe('the list of rules', () => {
  it('names every pack with its counts, without JavaScript', async () => {
    const packs = (await (await fetch(at('/api/packs'))).json()) as {
      name: string;
      routes: number;
      rules: number;
      openQuestions: number;
    }[];
    const watched = await openPage(browser, at('/rules'), { javaScriptEnabled: false });
    for (const { name, routes, rules, openQuestions } of packs) {
      const row = watched.page
        .getByRole('row')
        .filter({ has: watched.page.getByRole('link', { name, exact: true }) });
      expect(await row.locator('td.number').allInnerTexts()).toEqual(
        [routes, rules, openQuestions].map(String),
      );
    }
    await watched.close();
  });
});

describe('the page of a pack', () => {
  it.each(['gb', 'eu', 'us-ny'])(
    'of %s shows every route, rule, step, source and open question',
    async (id) => {
      const pack = await packOf(id);
      const watched = await openPage(browser, at(`/rules/${id}`), { javaScriptEnabled: false });
      const shown = await watched.page.locator('main').innerText();
      const places = await watched.page
        .locator('main [id]')
        .evaluateAll((elements) => elements.map((element) => element.id));
      const wanted = [
        ...pack.routes.map(({ route }) => route),
        ...pack.rules.map(({ rule }) => rule),
        ...pack.steps.map(({ step }) => step),
      ];
      expect(wanted.filter((each) => !places.includes(each))).toEqual([]);
      const texts = [
        ...pack.openQuestions.map(({ question }) => question),
        ...pack.rules.map(({ text }) => text),
        ...pack.sources.map(({ title }) => title),
      ];
      const flat = shown.replace(/\s+/g, ' ');
      expect(texts.filter((text) => !flat.includes(text.replace(/\s+/g, ' ')))).toEqual([]);
      await watched.close();
    },
  );

  it('tells the version and the hash of what is shown', async () => {
    const { hash, version } = (
      (await (await fetch(at('/api/packs'))).json()) as { pack: string; hash: string; version: string }[]
    ).find(({ pack }) => pack === 'gb') ?? { hash: 'none', version: 'none' };
    const body = await (await fetch(at('/rules/gb'))).text();
    expect(body).toContain(hash);
    expect(body).toContain(version);
  });

  it('says of a cost what it is, in which currency and as of when, and never zero when it is not known', async () => {
    const pack = await packOf('gb');
    const watched = await openPage(browser, at('/rules/gb'));
    for (const step of pack.steps) {
      const text = await watched.page.locator(`[id="${step.step}"]`).innerText();
      if (step.cost) expect(text).toMatch(new RegExp(`${step.cost.currency} [\\d,.]+.*figure of`));
      else expect(text).toMatch(/Cost\s+Not established/);
    }
    await watched.close();
  });
});

describe('a route', () => {
  it('cites by leading to the table of sources below, where publisher and address stand', async () => {
    const pack = await packOf('gb');
    const watched = await openPage(browser, at('/rules/gb'), { javaScriptEnabled: false });
    const rule = pack.rules.find(({ versions }) => versions.some(({ cite }) => cite.length > 0));
    const link = watched.page.locator(`article[id="${rule?.rule}"] cite a`).first();
    const place = (await link.getAttribute('href'))?.slice(1) ?? '';
    const source = pack.sources.find((each) => `source-${each.source}` === place);
    expect(await link.innerText()).toBe(source?.title);
    const row = watched.page.locator('tr').filter({ has: watched.page.locator(`[id="${place}"]`) });
    expect(await row.innerText()).toContain(source?.publisher);
    await watched.close();
  });

  it('is drawn with every requirement and last step, and told in one sentence to who does not see it', async () => {
    const pack = await packOf('gb');
    const watched = await openPage(browser, at('/rules/gb'), { javaScriptEnabled: false });
    for (const route of pack.routes) {
      const drawing = watched.page.locator(`article[id="${route.route}"] figure`);
      expect(await drawing.getAttribute('aria-label')).toContain(`${route.requirements.length} requirement`);
      const boxes = Math.max(1, route.scope.length) + route.requirements.length + route.finally.length;
      expect(await drawing.locator('li').count()).toBe(boxes);
      const leadTo = await drawing
        .locator('li > a')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash.slice(1)));
      expect(leadTo).toEqual([...route.scope, ...route.requirements, ...route.finally]);
    }
    await watched.close();
  });

  it('says until when a result must count, where the law says so', async () => {
    const pack = await packOf('gb');
    const asked = pack.routes.filter(({ mustBeValid = [] }) => mustBeValid.length > 0);
    expect(asked.length).toBeGreaterThan(0);
    const watched = await openPage(browser, at('/rules/gb'));
    for (const { route } of asked)
      expect(await watched.page.locator(`article[id="${route}"]`).innerText()).toContain(
        'How long what you hold must count',
      );
    await watched.close();
  });
});

describe('when a step can be taken', () => {
  it('stands with the step: published days, the wait before another attempt, the attempts allowed', async () => {
    const pack = await packOf('gb');
    const watched = await openPage(browser, at('/rules/gb'));
    const timed = pack.steps.filter(
      ({ sittings, attempts }) => sittings !== undefined || attempts !== undefined,
    );
    expect(timed.length).toBeGreaterThan(0);
    for (const { step, sittings, attempts } of timed) {
      const article = watched.page.locator(`[id="${step}"]`);
      const text = await article.innerText();
      expect(text.includes('When it is held')).toBe(sittings !== undefined);
      expect(text.includes('Attempts')).toBe(attempts !== undefined);
      const days = await article
        .locator('dd time')
        .evaluateAll((found) => found.map((each) => each.getAttribute('datetime')));
      expect((sittings?.dates ?? []).filter(({ on }) => !days.includes(on))).toEqual([]);
    }
    await watched.close();
  });
});

describe('the link to a rule on a day', () => {
  it('names the day, also today, and leads to the rule by the law of that day', async () => {
    const watched = await openPage(browser, at('/rules/ca-bc?on=2026-03-31'), { javaScriptEnabled: false });
    const rule = (await packOf('ca-bc')).rules[0]?.rule ?? '';
    await watched.page
      .locator(`article[id="${rule}"]`)
      .getByRole('link', { name: 'Link to this rule' })
      .click();
    expect(watched.page.url()).toBe(at(`/rules/ca-bc/${rule}?on=2026-03-31`));
    await watched.page.goto(at(`/rules/ca-bc/${rule}`));
    const link = watched.page.getByRole('link', { name: 'Link to this rule' });
    expect(await link.getAttribute('href')).toMatch(/\?on=\d{4}-\d{2}-\d{2}$/);
    await watched.close();
  });
});

describe('the day asked for', () => {
  const title = 'Not researched for this day';

  it('is chosen in a form that works without JavaScript, and stays in the links', async () => {
    const watched = await openPage(browser, at('/rules/ca-bc'), { javaScriptEnabled: false });
    await watched.page.getByLabel('The law as of').fill('2026-03-31');
    await watched.page.getByRole('button', { name: 'Show that day' }).click();
    expect(watched.page.url()).toBe(at('/rules/ca-bc?on=2026-03-31'));
    expect(await watched.page.getByText('You read the law of').innerText()).toContain('31 March 2026');
    await watched.page.locator('#rules ~ article h4 a').first().click();
    expect(watched.page.url()).toMatch(/\/rules\/ca-bc\/ca-bc\..*\?on=2026-03-31$/);
    await watched.close();
  });

  it('divides the bylaws of British Columbia: known on their last day, unknown on the next', async () => {
    const notesOn = async (on: string) =>
      (await (await fetch(at(`/rules/ca-bc?on=${on}`))).text()).split(title).length - 1;
    expect(await notesOn('2026-03-31')).toBe(0);
    expect(await notesOn('2026-04-01')).toBe((await packOf('ca-bc')).rules.length);
  });

  it('says on the page of one rule until when it is known', async () => {
    const ended = (await packOf('ca-bc')).rules.find(({ versions }) =>
      versions.some(({ inForce }) => inForce?.to === '2026-04-01'),
    );
    const watched = await openPage(browser, at(`/rules/ca-bc/${ended?.rule}?on=2026-04-01`));
    expect(await watched.page.getByText(title).count()).toBe(1);
    expect(await watched.page.getByText('It ends on 1 April 2026').count()).toBeGreaterThan(0);
    await watched.page.goto(at(`/rules/ca-bc/${ended?.rule}?on=2026-03-31`));
    expect(await watched.page.getByText(title).count()).toBe(0);
    await watched.close();
  });

  it('that is no day gets a sentence at the field, and today instead', async () => {
    const watched = await openPage(browser, at('/rules/gb?on=2026-02-30'));
    const field = watched.page.getByLabel('The law as of');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await watched.page.locator('#on-error').innerText()).toContain('2026-02-30');
    await watched.close();
  });
});

describe('the page of a rule', () => {
  const path = '/rules/gb/gb.plab.window';

  it('shows its conditions, its examples with their answers, and where it counts', async () => {
    const watched = await openPage(browser, at(path), { javaScriptEnabled: false });
    const text = await watched.page.locator('main').innerText();
    expect(text).toContain('At least one of these:');
    expect(text).toContain('PLAB 1');
    expect(await watched.page.locator('#examples ~ ul li').count()).toBeGreaterThan(2);
    expect(await watched.page.getByRole('link', { name: 'PLAB 2 passed in time' }).count()).toBeGreaterThan(
      0,
    );
    await watched.close();
  });

  it('prepares a report of an error that names rule, version and hash, to mail or to copy', async () => {
    const watched = await openPage(browser, at(path), { javaScriptEnabled: false });
    await watched.page.getByText('Report an error in this rule').click();
    const text = await watched.page.getByLabel('Prepared text').inputValue();
    for (const part of ['gb.plab.window', 'sha256:', at(path), 'Cited: ']) expect(text).toContain(part);
    const mail = await watched.page.getByRole('link', { name: 'Write the mail' }).getAttribute('href');
    expect(decodeURIComponent(mail ?? '')).toContain(text.trim());
    await watched.close();
  });

  it.each([path, '/rules/gb'])(
    'offers on %s no button that would do nothing, and says how to copy the text by hand',
    async (address) => {
      const watched = await openPage(browser, at(address));
      await watched.page.getByText('Report an error in this rule').click();
      expect(await watched.page.locator('details[open] button').count()).toBe(0);
      expect(await watched.page.getByText('To copy it').isVisible()).toBe(true);
      const field = watched.page.getByLabel('Prepared text');
      await field.click();
      await watched.page.keyboard.press('ControlOrMeta+a');
      const selected = await watched.page.evaluate(() => getSelection()?.toString());
      expect(selected?.trim()).toBe((await field.inputValue()).trim());
      await watched.close();
    },
  );

  it('can be read from the list by keyboard alone', async () => {
    const watched = await openPage(browser, at('/rules'));
    await watched.page.getByRole('link', { name: 'United Kingdom', exact: true }).focus();
    await watched.page.keyboard.press('Enter');
    await watched.page.waitForURL('**/rules/gb');
    await watched.page.locator('summary').first().focus();
    await watched.page.keyboard.press('Enter');
    expect(await watched.page.locator('details[open]').count()).toBe(1);
    await watched.close();
  });
});
