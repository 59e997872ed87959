import { findBarriers, giveAuthenticator } from '@testamur/testing/browser';
import { describe, expect, it } from 'vitest';
import { openFoundedPages } from './account.fixture.ts';

const pages = openFoundedPages();
const { at } = pages;

describe('the first administrator', () => {
  it('takes the link of the console, makes a passkey, signs in elsewhere and ends the first session from there', async () => {
    const first = await pages.openWithAuthenticator(`/join#${pages.founded.secret}`);
    await first.page.getByText('Testamur invites you, as administrator').waitFor();
    expect(first.page.url()).toBe(at('/join'));
    await first.page.getByLabel('Your name').fill('Dr Asha Rao');
    await first.page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await first.page.getByText('You are signed in as Dr Asha Rao.').waitFor();
    await first.page.getByText(/^Testamur: administrator, member/).waitFor();
    expect(await findBarriers(first.page)).toEqual([]);
    const cookies = await first.page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'testamur', httpOnly: true, sameSite: 'Lax', path: '/' }]);

    const second = await pages.openWithAuthenticator('/account');
    expect(second.page.url()).toBe(at('/sign-in'));
    await second.authenticator.add(await first.authenticator.list());
    await second.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await second.page.getByText('You are signed in as Dr Asha Rao.').waitFor();
    await second.page.getByRole('button', { name: /^Sign out on Chrome/ }).click();
    await second.page.getByRole('button', { name: /^Sign out on Chrome/ }).waitFor({ state: 'detached' });
    await second.page.getByText('identifying.revoke-session').waitFor();

    await first.page.goto(at('/account'));
    expect(first.page.url()).toBe(at('/sign-in'));
    expect([...first.faults, ...second.faults]).toEqual([]);

    await second.page.getByLabel('Name of the new passkey').fill('key in the drawer');
    await second.authenticator.takeAway();
    const other = await giveAuthenticator(second.page);
    await second.page.getByRole('button', { name: 'Add a passkey' }).click();
    await second.page.getByRole('button', { name: 'Remove the passkey key in the drawer' }).waitFor();
    expect(await other.list()).toHaveLength(1);
    await second.page.getByRole('button', { name: 'Make ten new codes' }).click();
    await second.page.getByText('10 recovery codes are left.').waitFor();
    const codes = await second.page.locator('main code').allInnerTexts();
    await second.page.getByRole('button', { name: 'I have lost my passkeys and my codes' }).click();
    await second.page.getByRole('button', { name: 'Cancel the waiting' }).click();
    await second.page.getByRole('button', { name: 'I have lost my passkeys and my codes' }).waitFor();
    await second.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await second.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await second.page.context().cookies()).toEqual([]);
    for (const outcome of ['We could not recognise you', 'You are signed in as Dr Asha Rao.']) {
      await second.page.getByText('I have lost my passkeys: use a recovery code').click();
      const code = outcome.startsWith('You') ? codes[0] : '00000-00000-00000-00000';
      await second.page.getByLabel('Recovery code').fill(code ?? '');
      await second.page.getByRole('button', { name: 'Sign in with the code' }).click();
      await second.page.getByText(outcome).waitFor();
      if (outcome.startsWith('We')) await second.page.reload();
    }
    await second.page.getByText('9 recovery codes are left.').waitFor();
    await second.close();
    await first.close();
  });

  it('has used the link: it opens nothing for anybody else', async () => {
    const watched = await pages.openWithAuthenticator(`/join#${pages.founded.secret}`);
    await watched.page.getByText('This link does not open any invitation').waitFor();
    await watched.close();
  });

  it('is told when nobody is recognised, in the same words whatever is wrong', async () => {
    const watched = await pages.openWithAuthenticator('/sign-in');
    await watched.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await watched.page.getByText('No passkey was given').waitFor();
    expect(await watched.page.context().cookies()).toEqual([]);
    await watched.close();
  });
});
