import { type KindOfPage, rememberSample } from '@testamur/testing/browser';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barred, type Line } from '../../../bench/line.ts';

/** What every check of the portal is given. */
export type Portal = {
  readonly browser: Browser;
  readonly origin: string;
  readonly tell: (words: string) => void;
};

export const WIDTHS = [360, 768, 1280] as const;

/** A page in a browser of its own, whole; `prepare` runs before it is loaded. */
export async function openKind(
  { browser, origin }: Portal,
  kind: KindOfPage,
  {
    width = 1280,
    prepare,
  }: { readonly width?: number; readonly prepare?: (context: BrowserContext) => Promise<void> } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    // Without it a smooth scroll is still under way when the focus is looked for.
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  if (kind.sample !== undefined) await rememberSample(context, kind.sample);
  await prepare?.(context);
  const page = await context.newPage();
  const answer = await page.goto(`${origin}${kind.path}`, { waitUntil: 'load' });
  const wanted = kind.status ?? 200;
  if (answer?.status() !== wanted)
    throw new Error(`${kind.path} answered ${answer?.status()}, not ${wanted}`);
  if (kind.ready !== undefined) await page.locator(kind.ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** How many were found, where none should be; each is told. */
export function noneOf(id: string, found: readonly string[], tell: (words: string) => void): Line {
  for (const each of found) tell(`${id}: ${each}`);
  return barred({ id, value: found.length, unit: 'found', bar: 0, better: 'lower' });
}
