import { findBarriers, giveAuthenticator } from '@testamur/testing/browser';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFoundedPages } from '../account.fixture.ts';

const pages = openFoundedPages();
const { at } = pages;

const switchIn = (page: Page, kind: string) =>
  page.getByRole('group', { name: kind }).getByRole('checkbox', { name: 'By mail' });

describe('the page of notices', () => {
  it('keeps what one wants to be told, and looks after the addresses that an organisation tells', async () => {
    const { page, faults, close } = await pages.openWithAuthenticator(`/join#${pages.founded.secret}`);
    await page.getByText('Testamur invites you, as administrator').waitFor();
    await page.getByLabel('Your name').fill('Dr Asha Rao');
    await page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await page.getByText('You are signed in as Dr Asha Rao.').waitFor();
    await page.getByRole('link', { name: 'Notices' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor();
    await page.getByText('You have given no mail address').waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await switchIn(page, 'Your request was decided').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.goto(at('/account/notices'));
    expect(await switchIn(page, 'Your request was decided').isChecked()).toBe(false);
    expect(await switchIn(page, 'Your approval is asked for').isChecked()).toBe(true);

    await page.getByRole('link', { name: 'Testamur', exact: true }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Addresses that Testamur tells' }).waitFor();
    const add = page.getByRole('button', { name: 'Name an address' });
    await page.getByLabel('Address', { exact: true }).fill('https://hook.example/in');
    expect(await add.isDisabled()).toBe(true);
    await page
      .getByRole('group', { name: 'Of which acts it is told' })
      .getByLabel('people.invite-member')
      .check();
    await add.click();
    const secret = page.getByText(/^whsec_/);
    await secret.waitFor();
    const first = await secret.innerText();
    await page.getByRole('heading', { level: 2, name: 'https://hook.example/in' }).waitFor();
    await page.getByRole('button', { name: 'Give https://hook.example/in a new secret' }).click();
    await page.waitForFunction((earlier) => !document.body.innerText.includes(earlier), first);
    await page.getByText('It works.').waitFor();
    await page.getByRole('button', { name: 'Stop https://hook.example/in' }).click();
    await page.getByText(/^It was stopped on/).waitFor();
    await page.getByRole('button', { name: 'Switch https://hook.example/in on again' }).click();
    await page.getByText('It works.').waitFor();
    await page.getByRole('link', { name: 'What https://hook.example/in was told' }).click();
    await page.getByText('It was told of nothing yet.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.getByText(/^whsec_/).count()).toBe(1);
    await page.reload();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
    expect(faults.filter((fault) => !/__data\.json.*ERR_ABORTED/.test(fault))).toEqual([]);
    await close();
  });

  it('shows no organisation to which one does not belong', async () => {
    const { page, close } = await pages.open('/about');
    await giveAuthenticator(page);
    await page.goto(at('/join'));
    await page.getByLabel('Your name').fill('Dr Maya Iyer');
    await page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await page.getByText('You are signed in as Dr Maya Iyer.').waitFor();
    const answer = await page.goto(at('/account/notices/00000000-0000-4000-8000-000000000000'));
    expect(answer?.status()).toBe(404);
    await page.goto(at('/account/notices'));
    expect(await page.getByRole('heading', { name: 'Addresses of organisations' }).count()).toBe(0);
    await close();
  });
});
