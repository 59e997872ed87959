import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { prepareDataFolder } from '../postgres/prepare-data-folder.ts';
import type {} from '../provided-context.ts';

/** Runs once before the tests that open the embedded database many times. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = await prepareDataFolder();
  project.provide('preparedFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
