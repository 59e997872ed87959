import type { Browser } from 'playwright-core';
import type { KindOfPage } from './every-page.ts';
import { rememberSample } from './person.ts';

/** A poor mobile line: 400 kbit/s, 400 ms until an answer begins. */
export const SLOW_LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
} as const;

const PAUSE_MS = 200;
const MOST_TRIES = 150;

/** Milliseconds until the first content stands in a browser that was never there (first contentful paint), over the slow line. */
export async function timeFirstPaint(browser: Browser, origin: string, kind: KindOfPage): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  if (kind.sample !== undefined) await rememberSample(context, kind.sample);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_LINE);
  await page.goto(`${origin}${kind.path}`, { waitUntil: 'commit' });
  const read = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0`;
  let time = 0;
  for (let tries = 0; time === 0 && tries < MOST_TRIES; tries += 1) {
    await page.waitForTimeout(PAUSE_MS);
    time = (await page.evaluate(read)) as number;
  }
  if (time === 0) throw new Error(`${kind.path} painted nothing`);
  await context.close();
  return time;
}
