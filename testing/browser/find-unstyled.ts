import type { Page } from 'playwright-core';

/** For the browser. A component marks what its styles are meant for with a class of its own; a mark that no loaded style knows has lost them. */
const LOOK = `(() => {
  const styled = new Set();
  const read = (rules) => {
    for (const rule of rules) {
      for (const [mark] of (rule.selectorText ?? '').matchAll(/svelte-[a-z0-9]+/g)) styled.add(mark);
      if (rule.cssRules) read(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) if (!sheet.disabled) read(sheet.cssRules);
  const lost = new Map();
  for (const element of document.querySelectorAll('[class*="svelte-"]'))
    for (const mark of element.classList)
      if (mark.startsWith('svelte-') && !styled.has(mark)) lost.set(mark, element.tagName.toLowerCase() + '.' + [...element.classList].join('.'));
  return [...lost.values()];
})()`;

/** What stands on the page without the styles that were written for it. */
export const findUnstyled = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate(LOOK)) as string[];
