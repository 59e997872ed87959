import type { Pack } from '@testamur/engines/recognition';
import { findBarriers, openPage, startBrowser } from '@testamur/testing/browser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;
const at = (path: string) => `${inject('productUrl')}${path}`;
const PATH = '/rules/gb/gb.plab.window/edit';

async function openEditor(path = PATH, options: Parameters<typeof openPage>[2] = {}) {
  const watched = await openPage(browser, at(path), options);
  const asked: string[] = [];
  watched.page.on('request', (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
  );
  const area = watched.page.locator('textarea').first();
  await area.waitFor();
  await watched.page.locator('#cases').waitFor();
  return { watched, page: watched.page, area, asked };
}

beforeAll(async () => {
  browser = await startBrowser(inject('browserFile'));
});

afterAll(() => browser?.close());

describe('the page on which a rule is changed', () => {
  it('is reached from the rule, and says without JavaScript that it needs it', async () => {
    const watched = await openPage(browser, at('/rules/gb/gb.plab.window'), { javaScriptEnabled: false });
    await watched.page.getByRole('link', { name: 'Change a copy of this rule' }).click();
    expect(await watched.page.locator('main').innerText()).toContain('needs JavaScript');
    await watched.close();
    expect((await fetch(at('/rules/gb/gb.none/edit'))).status).toBe(404);
  });

  it('shows a fault with line and mend, then the cases that fail, who is affected, and the patch; it sends nothing', async () => {
    const { watched, page, area, asked } = await openEditor();
    const text = await area.inputValue();
    await area.fill(text.replace('kind: exam', 'knd: exam'));
    await page.getByText('PACK_KEY_UNKNOWN').waitFor();
    await page.getByRole('button', { name: 'Line 3, column 3' }).click();
    expect(
      await page.evaluate(
        'document.getSelection()?.toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
      ),
    ).toBe('  knd: exam');
    await area.fill(text.replace('within: P2Y', 'within: P1Y'));
    await page.getByText('Fails now').first().waitFor();
    expect(await page.getByText('became').innerText()).toContain('within 1 year');
    await page.getByLabel('How many people').fill('100');
    await page.getByRole('button', { name: 'Judge them' }).click();
    await page.getByText('100 people judged by the law of').waitFor();
    expect(await page.locator('pre').first().innerText()).toContain('gb.plab2');
    await page.getByRole('button', { name: 'Write the patch' }).click();
    await page.getByText('Choose the source that you read.').waitFor();
    await page.getByLabel('Source', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Write the patch' }).click();
    await page.getByText('Say where in the source it stands').waitFor();
    expect(await page.locator('#patch').count()).toBe(0);
    await page.getByLabel('Where in it').fill('section 1');
    await page.getByRole('button', { name: 'Write the patch' }).click();
    const patch = await page.getByLabel('The patch').inputValue();
    expect(patch).toContain('+++ b/packs/jurisdictions/gb/rules/plab.yaml');
    expect(patch).toContain('locator: "section 1"');
    expect(asked.filter((each) => !each.startsWith('GET ') || each.includes('/api/'))).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });

  it('has fields for numbers, days, spans and lists, which keep step with the text both ways, by keyboard too', async () => {
    const { watched, page, area } = await openEditor();
    const within = page.getByLabel('examWindow within').first();
    expect(await within.inputValue()).toBe('2');
    await within.fill('1');
    expect(await area.inputValue()).toContain('within: P1Y');
    await page.getByText('Fails now').first().waitFor();
    await area.fill((await area.inputValue()).replace('within: P1Y', 'within: P3Y'));
    expect(await within.inputValue()).toBe('3');
    await within.focus();
    await page.keyboard.press('ArrowDown');
    expect(await area.inputValue()).toContain('within: P2Y');
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });

  it('adds to a list of values and takes from it, and writes codes that YAML would misread in quotes', async () => {
    const pack = (await (await fetch(at('/api/packs/gb'))).json()) as Pack;
    const listed = pack.rules.find(({ versions }) =>
      /"(in|includesAny)":\["/.test(JSON.stringify(versions[0]?.when)),
    );
    const { watched, page, area } = await openEditor(`/rules/gb/${listed?.rule}/edit`);
    const before = await area.inputValue();
    const field = page.getByLabel('New value of').first();
    await field.fill('ON');
    await page.keyboard.press('Enter');
    expect(await area.inputValue()).toBe(before.replace(/((?:in|includesAny): \[[^\]]*)\]/, '$1, "ON"]'));
    await page.getByRole('button', { name: 'Remove ON from' }).first().click();
    expect((await area.inputValue()).includes('"ON"')).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });

  it('stands on a phone from right to left, and goes back to the rule as it is', async () => {
    const { watched, page, area } = await openEditor(`/ar${PATH}`, { viewport: { width: 360, height: 740 } });
    const text = await area.inputValue();
    await area.fill('- rule: gb.none');
    await page.locator('li.error').first().waitFor();
    await page.locator('button.quiet').first().click();
    expect(await area.inputValue()).toBe(text);
    await page.locator('li.error').first().waitFor({ state: 'detached' });
    expect(await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await watched.close();
  });
});
