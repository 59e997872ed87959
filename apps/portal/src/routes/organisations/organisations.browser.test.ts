import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Credential, findBarriers, findSmallTargets } from '@testamur/testing/browser';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openFoundedPages, runTestamur } from '../account/account.fixture.ts';

/** The walk of a newcomer, as docs/operators-guide.md ("A first Testamur") describes it. Each test goes on where the one before it stopped. */
const SCHOOL = 'Meridian School of Medicine (fictional)';
let school = '';
let signatures = 0;
/** The passkeys of both, as their providers carry them from device to device. */
const passkeys: { asha: readonly Credential[]; mei: readonly Credential[] } = { asha: [], mei: [] };
const pages = openFoundedPages();
const { at } = pages;

/** Signs in on another device, with the passkeys given, and goes on to a page. */
async function signIn(held: readonly Credential[], to: string, options: BrowserContextOptions = {}) {
  const watched = await pages.openWithAuthenticator(`/sign-in?to=${encodeURIComponent(to)}`, options);
  // A counter that went back would tell of a copy (Web Authentication, section 6.1.1).
  signatures += 100;
  await watched.authenticator.add(held.map((one) => ({ ...one, signCount: signatures })));
  await watched.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await watched.page.waitForURL((url) => url.pathname === to);
  return watched;
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const region = (page: Page, heading: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });

/** For whoever looks at the pages: SHOTS=folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}

describe('a newcomer', () => {
  it('takes the link of the console, registers her organisation, and nothing that she typed is lost on an error', async () => {
    const { page, authenticator, faults, close } = await pages.openWithAuthenticator(
      `/join#${pages.founded.secret}`,
    );
    await page.getByText('Testamur invites you, as administrator').waitFor();
    await page.getByLabel('Your name').fill('Dr Asha Rao');
    await page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await page.getByRole('link', { name: 'Your organisations, and how to register one' }).click();
    await page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor();

    await page.getByLabel('Name of the organisation').fill(SCHOOL);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    const kind = page.getByLabel('Kind of organisation');
    expect(await kind.evaluate((field) => document.activeElement === field)).toBe(true);
    expect(await kind.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText('Choose one.').count()).toBe(2);
    expect(await page.getByLabel('Name of the organisation').inputValue()).toBe(SCHOOL);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Dr Asha Rao');
    expect(await findBarriers(page)).toEqual([]);

    await kind.selectOption('school');
    await page.getByLabel('Country').selectOption({ label: 'India' });
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: SCHOOL }).waitFor();
    await page.getByText('Nobody has verified this organisation').waitFor();
    await page.getByText('Your roles here: administrator and member.').waitFor();
    school = new URL(page.url()).pathname;
    passkeys.asha = await authenticator.list();
    expect(faults.filter(isFault)).toEqual([]);
    await close();
  });

  it('invites a colleague, who joins in a browser of her own with a passkey of her own', async () => {
    const asha = await signIn(passkeys.asha, school);
    const invitations = region(asha.page, 'Invitations that wait');
    await invitations.getByLabel('Name of the person').fill('Dr Mei Lin');
    await invitations.getByLabel('Mail address').fill('mei@');
    await invitations.getByRole('button', { name: 'Invite', exact: true }).click();
    await asha.page.getByText('This is no mail address').waitFor();
    expect(await invitations.getByLabel('Name of the person').inputValue()).toBe('Dr Mei Lin');
    await invitations.getByLabel('Mail address').fill('');
    await invitations.getByLabel('Role').selectOption('approver');
    await invitations.getByRole('button', { name: 'Invite', exact: true }).click();
    await asha.page.getByText('Give this link to Dr Mei Lin').waitFor();
    const link = await invitations.locator('code').innerText();
    expect(link).toMatch(/\/join#[A-Za-z0-9_-]{43}$/);
    await invitations.getByRole('listitem').filter({ hasText: 'Dr Mei Lin approver' }).waitFor();
    expect(await findBarriers(asha.page)).toEqual([]);
    await shoot(asha.page, 'invited-desktop');

    await asha.page.reload();
    expect(await invitations.locator('code').count()).toBe(0);

    const mei = await pages.openWithAuthenticator(link);
    await mei.page.getByText(`${SCHOOL} invites you, as approver.`).waitFor();
    await mei.page.getByLabel('Your name').fill('Dr Mei Lin');
    await mei.page.getByRole('button', { name: 'Make a passkey and begin' }).click();
    await mei.page.getByRole('link', { name: SCHOOL }).click();
    await mei.page.getByText('Your roles here: approver and member.').waitFor();
    expect(await mei.page.getByRole('button', { name: 'Invite', exact: true }).count()).toBe(0);
    passkeys.mei = await mei.authenticator.list();

    await asha.page.reload();
    await rowOf(asha.page, 'Dr Mei Lin').getByText('approver and member').waitFor();
    expect(await region(asha.page, 'Invitations that wait').getByText('None waits.').count()).toBe(1);
    expect([...asha.faults, ...mei.faults].filter(isFault)).toEqual([]);
    await mei.close();
    await asha.close();
  });
});

describe('two pairs of eyes', () => {
  it('see an act before it is done: asked, approved by the other, then done once', async () => {
    const asha = await signIn(passkeys.asha, school);
    const policy = asha.page.getByLabel('Approvals needed: Give a member a role');
    await policy.selectOption('1');
    await asha.page.getByRole('button', { name: 'Save: Give a member a role' }).click();
    await region(asha.page, 'Which acts need approval').getByText('Done.').waitFor();
    expect(await policy.inputValue()).toBe('1');

    const row = rowOf(asha.page, 'Dr Asha Rao');
    await row.getByText('Change', { exact: true }).click();
    await row.getByLabel('Give a role').selectOption('officer');
    await row.getByRole('button', { name: 'Give a role' }).click();
    await asha.page.getByText('Nothing has been done yet.').waitFor();
    await asha.page.getByRole('button', { name: 'Ask for approval' }).click();
    const mine = region(asha.page, 'Second pair of eyes').getByRole('listitem');
    await mine.getByText('Give Dr Asha Rao the role officer').waitFor();
    expect(await mine.getByRole('button').count()).toBe(0);

    const mei = await signIn(passkeys.mei, school);
    const hers = region(mei.page, 'Second pair of eyes').getByRole('listitem');
    await hers.getByRole('button', { name: 'Approve' }).click();
    await hers.getByText('Fill this in.').waitFor();
    await shoot(mei.page, 'approve-desktop');
    await hers.getByLabel('Reason').fill('She has done this work since March');
    await hers.getByRole('button', { name: 'Approve' }).click();
    await hers.getByText('Dr Mei Lin approved: She has done this work since March').waitFor();
    expect(await hers.getByRole('button').count()).toBe(0);

    await asha.page.reload();
    await mine.getByRole('button', { name: 'Do it now' }).click();
    await region(asha.page, 'Second pair of eyes').getByText('Nothing waits for approval.').waitFor();
    await rowOf(asha.page, 'Dr Asha Rao').getByText('administrator, member and officer').waitFor();
    expect([...asha.faults, ...mei.faults].filter(isFault)).toEqual([]);
    await mei.close();
    await asha.close();
  });

  it('keep an organisation from being left without an administrator', async () => {
    const { page, close } = await signIn(passkeys.asha, school);
    const row = rowOf(page, 'Dr Asha Rao');
    await row.getByText('Change', { exact: true }).click();
    await row.getByRole('button', { name: 'End the membership of Dr Asha Rao' }).click();
    await page.getByText('This is the last administrator.').waitFor();
    await rowOf(page, 'Dr Asha Rao').getByText('administrator, member and officer').waitFor();
    await close();
  });
});

describe('whoever is away', () => {
  it('lends her role until a day and takes it back', async () => {
    const { page, close } = await signIn(passkeys.asha, school);
    const lent = region(page, 'Roles lent');
    await lent.getByText('Lend a role').first().click();
    await lent.getByLabel('Which of your roles').selectOption('administrator');
    await lent.getByLabel('To whom').selectOption({ label: 'Dr Mei Lin' });
    await lent.getByLabel('Last day').fill('2020-01-01');
    await lent.getByRole('button', { name: 'Lend a role' }).click();
    await lent.getByText('Choose today or a later day.').waitFor();
    await lent.getByLabel('Last day').fill('2090-01-31');
    await lent.getByRole('button', { name: 'Lend a role' }).click();
    await lent
      .getByText(/Dr Asha Rao lends the role administrator to Dr Mei Lin, from .* to 31 January 2090/)
      .waitFor();

    const mei = await signIn(passkeys.mei, school);
    await mei.page.getByRole('button', { name: 'Invite', exact: true }).waitFor();
    await lent.getByRole('button', { name: 'Take the role administrator back from Dr Mei Lin' }).click();
    await lent.getByText('Taken back on').waitFor();
    await mei.page.reload();
    await mei.page.getByText('Your roles here: approver and member.').waitFor();
    await mei.close();
    await close();
  });
});

describe('an organisation', () => {
  it('is found by a part of its name, claimed as part of another, and confirmed from above', async () => {
    const { page, faults, close } = await signIn(passkeys.asha, '/organisations');
    await page.getByLabel('Name of the organisation').fill('Meridian Hospital (fictional)');
    await page.getByLabel('Kind of organisation').selectOption('hospital');
    await page.getByLabel('Country').selectOption('IN');
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    const place = region(page, 'Where it belongs');
    await place.getByText('Say that it is part of another organisation').click();
    await place.getByLabel('Name of the other organisation').fill('100%');
    await place.getByRole('button', { name: 'Search' }).click();
    await place.getByText('No organisation of that name').waitFor();
    await place.getByLabel('Name of the other organisation').fill('SCHOOL OF MED');
    await place.getByLabel('Name of the other organisation').press('Enter');
    await place.getByLabel('Which one').selectOption({ label: `${SCHOOL}, Medical school, India` });
    await place.getByRole('button', { name: 'Say so' }).click();
    await place.getByText('claimed from below, not confirmed yet').waitFor();
    await place.getByRole('link', { name: SCHOOL }).click();
    await region(page, 'Where it belongs')
      .getByRole('button', { name: 'Confirm that Meridian Hospital (fictional) is part of it' })
      .click();
    await page.getByText('confirmed by both').waitFor();
    expect(faults.filter(isFault)).toEqual([]);
    await close();
  });

  it('is verified by an operator of the platform, whom an interest would keep from it, and everybody sees how', async () => {
    const { page, close } = await signIn(passkeys.asha, '/organisations');
    await page.getByRole('link', { name: 'Testamur', exact: true }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Testamur' }).waitFor();
    const row = rowOf(page, 'Dr Asha Rao');
    await row.getByText('Change', { exact: true }).click();
    await row.getByLabel('Give a role').selectOption('operator');
    await row.getByRole('button', { name: 'Give a role' }).click();
    await region(page, 'Organisations that nobody has verified')
      .or(page.getByRole('link', { name: SCHOOL }))
      .first()
      .waitFor();
    const interests = region(page, 'Declared interests');
    await interests.getByText('Declare an interest').first().click();
    await interests.getByLabel('Name of the other organisation').fill('Meridian Hospital');
    await interests.getByRole('button', { name: 'Search' }).click();
    await interests.getByLabel('Kind of interest').selectOption('family');
    await interests.getByLabel('In your own words').fill('A brother works there');
    await interests.getByRole('button', { name: 'Declare an interest' }).click();
    await interests.getByText('A brother works there').waitFor();

    for (const [name, outcome] of [
      ['Meridian Hospital (fictional)', 'You have declared an interest'],
      [SCHOOL, 'Extract of an official register'],
    ] as const) {
      await page.goto(at('/organisations'));
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      const form = region(page, 'Verification');
      await form.getByLabel('How it was checked').selectOption('register-extract');
      await form.getByLabel('What was looked at').fill('Register of medical schools, no. 7');
      await form.getByRole('button', { name: 'Verify this organisation' }).click();
      await form.locator('p, dd').filter({ hasText: outcome }).first().waitFor();
      if (name !== SCHOOL)
        expect(await form.getByLabel('What was looked at').inputValue()).toContain('no. 7');
    }
    await shoot(page, 'verified-desktop');
    await close();

    const visitor = await pages.open(school);
    await visitor.page.getByText('Verified', { exact: true }).waitFor();
    await visitor.page.getByText('Register of medical schools, no. 7').waitFor();
    expect(await visitor.page.getByText('Dr Asha Rao').count()).toBe(0);
    expect(await visitor.page.getByText('Dr Mei Lin').count()).toBe(0);
    await visitor.page.getByRole('link', { name: 'sign in' }).waitFor();
    expect(await findBarriers(visitor.page)).toEqual([]);
    await visitor.close();
  });
});

describe('the page of an organisation', () => {
  it.each([
    ['on a phone', { viewport: { width: 320, height: 700 } }, '', 'phone'],
    ['on a phone, in Arabic', { viewport: { width: 360, height: 700 } }, '/ar', 'arabic-phone'],
    ['in Arabic, in the dark', { colorScheme: 'dark' }, '/ar', 'arabic-dark'],
    [
      'in Russian, in the dark',
      { colorScheme: 'dark', viewport: { width: 390, height: 800 } },
      '/ru',
      'russian-phone',
    ],
  ] as const)('has no barrier and fits %s', async (_where, options, prefix, name) => {
    const { page, faults, close } = await signIn(passkeys.asha, school, options);
    for (const [address, shot] of [
      [school, name],
      ['/organisations', `list-${name}`],
    ] as const) {
      await page.goto(at(`${prefix}${address}`));
      await page.locator('main button:enabled:visible').first().waitFor();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await findBarriers(page)).toEqual([]);
      expect(await findSmallTargets(page)).toEqual([]);
      await shoot(page, shot);
    }
    expect(faults.filter(isFault)).toEqual([]);
    await close();
  });
});

describe('the operator', () => {
  it('backs up, loses the data folder, restores, and both sign in again and belong as before', async () => {
    const backup = path.join(pages.founded.base, 'backup');
    await pages.founded.halt();
    runTestamur('backup', backup, '--data', pages.founded.data);
    rmSync(pages.founded.data, { recursive: true });
    runTestamur('restore', backup, '--check');
    runTestamur('restore', backup, '--data', pages.founded.data);
    expect(existsSync(pages.founded.data)).toBe(true);
    runTestamur('fsck', '--data', pages.founded.data);
    await pages.founded.start();

    for (const [held, own] of [
      [passkeys.asha, 'Your roles here: administrator, member and officer.'],
      [passkeys.mei, 'Your roles here: approver and member.'],
    ] as const) {
      const { page, faults, close } = await signIn(held, school);
      await page.getByRole('heading', { level: 1, name: SCHOOL }).waitFor();
      await page.getByText(own).waitFor();
      for (const name of ['Dr Asha Rao', 'Dr Mei Lin']) expect(await rowOf(page, name).count()).toBe(1);
      await page.getByText('Verified', { exact: true }).waitFor();
      expect(faults.filter(isFault)).toEqual([]);
      await close();
    }
  });
});

/** Chromium writes every refusal of the interface into the console; that an act waits for approval is one. What a page asked for is given up when it is left. */
const isFault = (fault: string): boolean => !/status of 409|__data\.json\S* net::ERR_ABORTED/.test(fault);
