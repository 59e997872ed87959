import { readFileSync } from 'node:fs';
import { findBarriers } from '@testamur/testing/browser';
import { describe, expect, it } from 'vitest';
import { openFoundedPages } from '../account.fixture.ts';

const pages = openFoundedPages();
const { at } = pages;

/** Somebody with a new account of her own. */
async function begin(name: string) {
  const watched = await pages.beginAccount(name);
  await watched.page.getByRole('link', { name: 'Your data' }).click();
  await watched.page.getByRole('heading', { level: 1, name: 'Your data' }).waitFor();
  return watched;
}

describe('the page of one’s own data', () => {
  it('shows and saves what is kept, hides it, agrees, objects, and at last erases all of it', async () => {
    const { page, faults, close } = await begin('Dr Asha Rao');
    expect(await findBarriers(page)).toEqual([]);

    await page.getByRole('button', { name: 'Show what is kept about me' }).click();
    await page.getByText(/^Name, mail address and language of a person/).click();
    await page.getByText('"display_name": "Dr Asha Rao"').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all of it as a file' }).click();
    const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8'));
    expect(saved).toMatchObject({ schema: 'testamur/personal-export/1' });

    await page.getByRole('button', { name: 'Hide what tells of me' }).click();
    await page.getByText(/is read by you only/).waitFor();
    await page.getByRole('button', { name: 'Let others see it again' }).click();
    await page.getByRole('button', { name: 'Hide what tells of me' }).waitFor();

    await page.getByRole('button', { name: 'Agree' }).click();
    await page.getByText(/^.*You agreed on/).waitFor();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText(/You withdrew on/).waitFor();

    await page.getByLabel('What it is about').selectOption({ label: 'I object' });
    await page.getByLabel('In your words').fill('To all of it.\nAnd to the rest.');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText(/waits for an answer/).waitFor();
    expect(await page.getByText('And to the rest.').count()).toBe(1);

    const erase = page.getByRole('button', { name: 'Erase everything about me' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel('I understand that this cannot be undone').check();
    await erase.click();
    await page
      .getByRole('heading', { level: 1, name: 'Everything that tells of you has been erased' })
      .waitFor();
    expect(await page.context().cookies()).toEqual([]);
    expect(await findBarriers(page)).toEqual([]);
    const receiving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the receipt' }).click();
    const receipt = readFileSync(await (await receiving).path(), 'utf8');
    expect(JSON.parse(receipt)).toMatchObject({ schema: 'testamur/erasure-receipt/1', keysDestroyed: 1 });
    expect(receipt).not.toContain('Rao');
    await page.goto(at('/account/privacy'));
    expect(page.url()).toBe(at('/sign-in'));
    // Going on while the page still asks for what is new gives that up.
    expect(faults.filter((fault) => !/__data\.json.*ERR_ABORTED/.test(fault))).toEqual([]);
    await close();
  });

  it('shows those who decide nothing for them to decide when they do not belong to the platform', async () => {
    const { page, close } = await begin('Dr Maya Iyer');
    expect(await page.getByRole('link', { name: 'Requests about data' }).count()).toBe(0);
    await page.goto(at('/account/privacy/review'));
    await page.getByText('Nobody has asked for anything.').waitFor();
    await close();
  });
});
