import { mkdtempSync, rmSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfiguration } from '../../../../../apps/server/src/configuration.ts';
import { type RunningServer, startServer } from '../../../../../apps/server/src/start-server.ts';
import {
  type Credential,
  findBarriers,
  giveAuthenticator,
  openPage,
  startBrowser,
} from '../../../../../testing/browser/index.ts';
import {
  HOOK_CERTIFICATE,
  type IdentityProvider,
  startIdentityProvider,
} from '../../../../../testing/product/index.ts';
import { runTestamur } from '../account/account.fixture.ts';

const CLIENT = { clientId: 'testamur', clientSecret: 'a secret of the provider' };
const home: LookupFunction = (_host, options, done) =>
  options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

/** A server in this process, that reaches the provider of this machine as if it lay on the internet; the browser goes there by itself. */
describe('the provider of an organisation, in a browser', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'testamur-provider-'));
  let browser: Browser;
  let server: RunningServer;
  let provider: IdentityProvider;
  let secret: string;
  let school = '';
  let passkeys: readonly Credential[] = [];

  beforeAll(async () => {
    const data = path.join(base, 'data');
    const { link } = JSON.parse(runTestamur('admin', 'invite', '--data', data, '--json')) as { link: string };
    secret = new URL(link).hash.slice(1);
    const read = readConfiguration({ TESTAMUR_DATA: data, PORT: '0', REQUESTS_PER_MINUTE: '100000' }, base);
    if (!read.ok) throw new Error(read.error.message);
    const egress = { allowedHosts: [{ host: 'hook.test', certificate: HOOK_CERTIFICATE }], resolve: home };
    const started = await startServer({ ...read.value, egress });
    if (!started.ok) throw new Error(started.error.message);
    server = started.value;
    provider = await startIdentityProvider({ ...CLIENT, redirectUri: at('/sign-in/provider') });
    browser = await startBrowser(inject('browserFile'), ['--host-resolver-rules=MAP hook.test 127.0.0.1']);
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.close();
    await server?.close();
    rmSync(base, { recursive: true, force: true });
  });

  const at = (address: string) => `${(server.url ?? '').replace(/\/$/, '')}${address}`;
  const open = (address: string) => openPage(browser, at(address), { ignoreHTTPSErrors: true });

  it('is named on its page, with a fault at the field, and shown without its secret', async () => {
    const { page, faults, close } = await open('/about');
    const authenticator = await giveAuthenticator(page);
    await page.goto(at(`/join#${secret}`));
    await page.getByText('Testamur invites you, as administrator').waitFor();
    await page.getByLabel('Your name').fill('Dr Asha Rao');
    await page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await page.getByRole('link', { name: 'Testamur', exact: true }).last().click();
    const part = page.locator('section').filter({
      has: page.getByRole('heading', { level: 2, name: 'Sign-in of your organisation', exact: true }),
    });
    await part.getByText('No provider is named.').waitFor();
    school = new URL(page.url()).pathname;
    await part.getByText('Name a provider').click();
    expect(await part.locator('code').innerText()).toBe(at('/sign-in/provider'));
    await part.getByLabel('Address of the provider').fill(provider.issuer.replace('https', 'http'));
    await part.getByLabel('Client id').fill(CLIENT.clientId);
    await part.getByLabel('Client secret').fill(CLIENT.clientSecret);
    await part.getByRole('button', { name: 'Name this provider' }).click();
    await part.getByText('It must begin with https://').waitFor();
    expect(await part.getByLabel('Client id').inputValue()).toBe(CLIENT.clientId);
    expect(await findBarriers(page)).toEqual([]);
    await part.getByLabel('Address of the provider').fill(provider.issuer);
    await part.getByRole('button', { name: 'Name this provider' }).click();
    await part.getByText(provider.issuer, { exact: true }).waitFor();
    expect(await page.content()).not.toContain(CLIENT.clientSecret);

    provider.signInAs('asha-there');
    await page.goto(at('/account'));
    await page.getByRole('button', { name: 'Link the account at Testamur' }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in/provider');
    await page.getByRole('button', { name: 'Link', exact: false }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByText(provider.issuer).waitFor();
    passkeys = await authenticator.list();
    expect(passkeys).toHaveLength(1);
    expect(faults).toEqual([]);
    await close();
  });

  it('lets in whoever linked her account there, from the page of signing in, and nobody else', async () => {
    for (const [account, gets] of [
      ['asha-there', true],
      ['eve-there', false],
    ] as const) {
      provider.signInAs(account);
      const { page, close } = await open('/sign-in');
      await page.getByRole('link', { name: 'Sign in with the provider of your organisation' }).click();
      const house = page.getByLabel('Address of your organisation’s page');
      await house.fill('my school');
      await page.locator('main form button').click();
      await page.getByText('This holds no number of an organisation.').waitFor();
      expect(await house.evaluate((field) => document.activeElement === field)).toBe(true);
      expect(await findBarriers(page)).toEqual([]);
      await house.fill(at(school));
      await page.locator('main form button').click();
      await page.getByRole('checkbox').waitFor();
      await page.locator('main form button').click();
      if (gets) {
        await page.waitForURL((url) => url.pathname === '/account');
        await page.goto(at(school));
        await page.getByText('Your roles here: administrator and member.').waitFor();
      } else {
        await page.locator('[role="alert"]').filter({ hasText: /\S/ }).first().waitFor();
        await page.goto(at('/account'));
        expect(new URL(page.url()).pathname).toBe('/sign-in');
      }
      await close();
    }
  });

  it('is taken back with a passkey, and lets nobody in any more', async () => {
    const { page, close } = await open('/about');
    const authenticator = await giveAuthenticator(page);
    await authenticator.add(passkeys.map((one) => ({ ...one, signCount: one.signCount + 100 })));
    await page.goto(at(`/sign-in?to=${encodeURIComponent(school)}`));
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL((url) => url.pathname === school);
    await page.getByRole('button', { name: 'Take the provider back' }).click();
    await page.getByText('No provider is named.').waitFor();
    await close();

    const other = await open(`/sign-in/provider?organisation=${school.split('/').at(-1)}`);
    await other.page.locator('main form button').click();
    await other.page.locator('[role="alert"]').filter({ hasText: /\S/ }).first().waitFor();
    expect(new URL(other.page.url()).pathname).toBe('/sign-in/provider');
    await other.close();
  });
});
