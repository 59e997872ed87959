import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findBarriers } from '@testamur/testing/browser';
import { describe, expect, it } from 'vitest';
import { openFoundedPages } from '../../account/account.fixture.ts';

const pages = openFoundedPages();
const { at } = pages;

/** The secrets of the links in the letters that have gone, waited for until there are so many. */
async function secretsIn(count: number): Promise<readonly string[]> {
  const folder = path.join(pages.founded.data, 'mail');
  for (const end = Date.now() + 120_000; Date.now() < end; ) {
    const letters = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    const secrets = letters.flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8').replace(/=\r?\n/g, '');
      return /\/sign-in\/link#([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? [];
    });
    if (secrets.length >= count) return secrets;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`There are fewer than ${count} letters.`);
}

async function askForLink(mail: string) {
  const watched = await pages.open('/sign-in');
  await watched.page.getByText('I have no passkey at hand: send me a link').click();
  await watched.page.getByLabel('Mail address of your account').fill(mail);
  await watched.page.getByRole('button', { name: 'Send the link' }).click();
  await watched.page.getByText('If there is an account with this address').waitFor();
  return watched;
}

describe('a link by mail', () => {
  it('signs in where it was asked for, once, and a passkey is still needed for what is dangerous', async () => {
    const first = await pages.beginAccount('Dr Asha Rao');
    await first.page.getByLabel('Mail address').fill('asha.rao@example.org');
    await first.page.getByRole('button', { name: 'Save' }).click();
    await first.page.waitForLoadState('load');

    const asking = await askForLink('Asha.Rao@example.org');
    const [secret] = await secretsIn(1);
    const elsewhere = await pages.open(`/sign-in/link#${secret}`);
    await elsewhere.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.page.getByText('This link serves once, within ten minutes').waitFor();
    expect((await elsewhere.page.context().cookies()).map(({ name }) => name)).not.toContain('testamur');
    await elsewhere.close();

    await asking.page.goto(at(`/sign-in/link#${secret}`));
    await asking.page.waitForURL(at('/sign-in/link'));
    expect(await findBarriers(asking.page)).toEqual([]);
    await asking.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await asking.page.getByText('You are signed in as Dr Asha Rao.').waitFor();
    await asking.page.getByRole('button', { name: 'Make ten new codes' }).click();
    await asking.page.getByText('No passkey was given').waitFor();
    await asking.page.goto(at(`/sign-in/link#${secret}`));
    await asking.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await asking.page.getByText('This link serves once, within ten minutes').waitFor();
    await asking.close();
    await first.close();
  });

  it('is promised in the same words to an address that nobody has, and a page without one says so', async () => {
    const asking = await askForLink('nobody@example.org');
    await asking.page.goto(at('/sign-in/link'));
    await asking.page.getByText('No link was found in the address.').waitFor();
    expect(await asking.page.getByRole('button', { name: 'Sign in', exact: true }).isDisabled()).toBe(true);
    expect(await secretsIn(1)).toHaveLength(1);
    await asking.close();
  });
});
