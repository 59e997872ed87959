import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { locateBrowser } from '../browser/index.ts';
import { startProduct, startThree } from '../product/index.ts';
import type {} from '../provided-context.ts';

/** Runs once before the browser tests. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The same suite against several processes: scripts/three-processes.mjs.
  if (process.env.TESTAMUR_PROCESSES === '3') return provideThree(project);
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-product-'));
  const product = await startProduct({ TESTAMUR_DATA: folder, REQUESTS_PER_MINUTE: '100000' });
  project.provide('productUrl', product.url);
  project.provide('browserFile', await locateBrowser());
  return async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function provideThree(project: TestProject): Promise<() => Promise<void>> {
  const three = await startThree({ REQUESTS_PER_MINUTE: '100000' });
  project.provide('productUrl', three.url);
  project.provide('browserFile', await locateBrowser());
  return () => three.stop();
}
