import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { locateBrowser } from '../browser/index.ts';
import { startProduct } from '../product/index.ts';
import type {} from '../provided-context.ts';

/** Runs once before the browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-product-'));
  const product = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '100000' });
  project.provide('productUrl', product.url);
  project.provide('browserFile', await locateBrowser());
  return async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
