/** The portal as a browser meets it: barriers, the criteria new in WCAG 2.2, weight, a slow line, requests to others. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Line } from '../../bench/line.ts';
import { findUnlistedPages, locateBrowser, startBrowser } from '../../testing/browser/index.ts';
import { startProduct } from '../../testing/product/index.ts';
import type { CheckOptions } from './options.ts';
import { checkBarriers } from './portal/barriers.ts';
import { checkNewCriteria } from './portal/new-criteria.ts';
import type { Portal } from './portal/portal.ts';
import { checkSlowLine } from './portal/slow-line.ts';
import { checkWeight } from './portal/weight.ts';

export async function* checkPortal({ tell }: CheckOptions): AsyncIterable<Line> {
  const unlisted = findUnlistedPages();
  if (unlisted.length > 0)
    throw new Error(
      `Pages that no check knows: ${unlisted.join(', ')}. Add them to testing/browser/every-page.ts.`,
    );
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-check-'));
  const product = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '100000' });
  const browser = await startBrowser(await locateBrowser());
  const portal: Portal = { browser, origin: product.url, tell };
  try {
    yield* checkWeight(portal);
    yield* checkSlowLine(portal);
    yield* checkNewCriteria(portal);
    yield* checkBarriers(portal);
  } finally {
    await browser.close();
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
