import type { Page } from 'playwright-core';

/**
 * WCAG 2.2, 3.3.8: people sign in with a passkey, so there is nothing to remember, transcribe or solve. What could become such a test:
 * a field for a secret that a password manager cannot fill or that refuses what is pasted, and puzzles.
 */
const LOOK = `(() => {
  const secrets = [...document.querySelectorAll('input[type=password], input[autocomplete=one-time-code]')];
  const closed = secrets.filter((field) => {
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    return field.autocomplete === 'off' || !field.dispatchEvent(paste);
  });
  const puzzles = [...document.querySelectorAll('[class*=captcha i], [id*=captcha i], iframe')];
  return [...closed, ...puzzles].map((element) => element.outerHTML.slice(0, 100));
})()`;

export const findSignInTests = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(LOOK)) as string[];
