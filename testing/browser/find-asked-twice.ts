import type { Browser } from 'playwright-core';

const YEAR = 'input[id$="graduatedOn-year"]';
const SAID = '2019';

/**
 * WCAG 2.2, 3.3.7: what a person has said is not asked of her again: it stands in the next form, in the form she comes back to, after
 * the page was loaded anew, and in the short form after it was sent. Which of these does not hold.
 */
export async function findAskedTwice(browser: Browser, origin: string): Promise<readonly string[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const lost: string[] = [];
  const expectSaid = async (where: string): Promise<void> => {
    const field = page.locator(YEAR).first();
    await field.waitFor();
    if ((await field.inputValue()) !== SAID) lost.push(where);
  };
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  await page.locator(YEAR).first().fill(SAID);
  await page.locator(YEAR).first().blur();
  await page.locator('main a[href$="/dossier"]').first().click();
  await page.waitForURL('**/dossier');
  await expectSaid('the dossier after the first questions');
  await page.reload();
  await expectSaid('the dossier after it was loaded anew');
  await page.goBack();
  await expectSaid('the first questions after coming back');
  await page.goto(`${origin}/dossier/short`);
  const country = page.locator('form[method=POST] select').first();
  await country.selectOption({ index: 5 });
  const chosen = await country.inputValue();
  await page.locator('form[method=POST] button').last().click();
  await page.waitForLoadState('load');
  if ((await country.inputValue()) !== chosen) lost.push('the short form after it was sent');
  await context.close();
  return lost;
}
