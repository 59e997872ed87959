import type { Page } from 'playwright-core';

/** Help that stands on every page: what the product is and how it works, where its sources are, who to ask. */
const LOOK = `[...document.querySelectorAll('body > .app > header a[href], .app > footer a[href], footer a[href]')]
  .map((link) => (link.closest('footer') ? 'foot ' : 'head ') + link.textContent.trim())`;

export const helpOn = async (page: Page): Promise<readonly string[]> => [
  ...new Set((await page.evaluate(LOOK)) as string[]),
];

/** WCAG 2.2, 3.2.6: what stands on both pages stands there in the same order. Pairs that do not. */
export function findHelpOutOfOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  const shared = one.filter((link) => other.includes(link));
  const there = other.filter((link) => one.includes(link));
  return shared.filter((link, index) => there[index] !== link);
}
