import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';

/** A sample dossier of the packs, by the name of its file. */
export function sampleDossier(name: string): Record<string, unknown> {
  const file = path.resolve(import.meta.dirname, '../../../../packs/samples', `${name}.yaml`);
  return parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

/** Puts a dossier into the storage of the browser, as an earlier visit would have left it. */
export async function rememberDossier(page: Page, dossier: Record<string, unknown>): Promise<void> {
  const text = JSON.stringify({ schema: 'testamur/session/1', dossier, putOff: [] });
  await page.evaluate((value) => localStorage.setItem('testamur.session', value), text);
}

/** Waits until the list of authorities stands on the page. */
export async function seeResults(page: Page): Promise<void> {
  await page.locator('main table tbody tr').first().waitFor();
}
