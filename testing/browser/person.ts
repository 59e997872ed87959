import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { parse } from 'yaml';

const SAMPLES = path.resolve(import.meta.dirname, '../../packs/samples');

/** Lets every page of the context find the dossier of a fictional person, as an earlier visit would have left it. */
export async function rememberSample(context: BrowserContext, sample: string): Promise<void> {
  const dossier: unknown = parse(readFileSync(path.join(SAMPLES, `${sample}.yaml`), 'utf8'));
  const text = JSON.stringify({ schema: 'testamur/session/1', dossier, putOff: [] });
  await context.addInitScript(
    `localStorage['testamur.session'] ??= ${JSON.stringify(text).replaceAll('<', '\\u003c')}`,
  );
}
