import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that remembers what went wrong in it: console errors, uncaught exceptions, refused requests. */
export type WatchedPage = { readonly page: Page; readonly faults: readonly string[]; close(): Promise<void> };

/**
 * Opens an address in a fresh context. A test ends with `expect(watched.faults).toEqual([])`, so that a breach of the content
 * security policy or a missing file cannot pass unseen. Without a service worker, which would fetch the whole program again for every
 * test, unless `serviceWorkers: 'allow'` asks for it.
 */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  // A busy machine is no fault of a page: only what hangs is a fault.
  page.setDefaultTimeout(120_000);
  page.setDefaultNavigationTimeout(120_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Service Worker registration blocked')) return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Without JavaScript the browser itself refuses the scripts that a page announces.
    if (options.javaScriptEnabled === false && request.resourceType() === 'script') return;
    // A font still under way is given up when the page is left.
    if (request.resourceType() === 'font' && request.failure()?.errorText === 'net::ERR_ABORTED') return;
    faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}
