/** Below a path, behind a proxy: a new version is put in the place of the old one while a page is open. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPage, startBrowser } from '@testamur/testing/browser';
import { type Product, startProduct } from '@testamur/testing/product';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildPortalFor } from '../../../../../testing/setup/base-path.ts';
import { rememberDossier, sampleDossier, seeResults } from '../journey.fixture.ts';
import { type Deployment, startDeployment } from './deployment.fixture.ts';

const BASE_PATH = '/testamur';
const NEWER = `testamur:${BASE_PATH}:9999999999999`;
const folder = mkdtempSync(path.join(tmpdir(), 'testamur-replaced-'));
let product: Product;
let deployment: Deployment;

beforeAll(async () => {
  product = await startProduct({
    TESTAMUR_DATA: folder,
    BASE_PATH,
    PORTAL_OUT: buildPortalFor(BASE_PATH),
    REQUESTS_PER_MINUTE: '100000',
  });
  deployment = await startDeployment(product.url.replace(BASE_PATH, ''));
});

afterAll(async () => {
  await deployment?.stop();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('nothing that was entered is lost, the open page goes on, and the old version leaves nothing behind', async () => {
  const browser = await startBrowser(inject('browserFile'));
  const { page } = await openPage(browser, `${deployment.url}${BASE_PATH}/about`, {
    serviceWorkers: 'allow',
  });
  await rememberDossier(page, sampleDossier('resident'));
  await page.goto(`${deployment.url}${BASE_PATH}/dossier`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
  // A page that is controlled from its beginning learns of the next version.
  await page.reload();
  const year = page.getByRole('textbox', { name: 'Year' }).first();
  await year.fill('2018');
  await page.keyboard.press('Tab');
  const second = page.getByRole('textbox', { name: 'Year' }).nth(1);
  await second.fill('201');

  // The page listens for newer versions once it is at rest.
  await page.waitForTimeout(2_500);
  deployment.replace();
  await page.evaluate(
    'navigator.serviceWorker.getRegistration().then((held) => held.update()).then(() => undefined)',
  );
  const load = page.getByRole('button', { name: 'Load it' });
  await load.waitFor();
  expect(await year.inputValue()).toBe('2018');
  expect(await second.inputValue()).toBe('201');

  await page
    .getByRole('link', { name: /results/i })
    .first()
    .click();
  await seeResults(page);
  await load.click();
  await seeResults(page);
  await page.goto(`${deployment.url}${BASE_PATH}/dossier`);
  expect(await page.getByRole('textbox', { name: 'Year' }).first().inputValue()).toBe('2018');
  const ownCaches = (): Promise<string[]> => page.evaluate('caches.keys()');
  await expect.poll(async () => (await ownCaches()).filter((name) => !name.startsWith(NEWER))).toEqual([]);
  await browser.close();
});
