import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LibraryFile } from '@testamur/adapters/library';
import { err, ok, type Problem, type Result } from '@testamur/engines/kernel';
import { readConfiguration } from '../configuration.ts';
import { locatePortal } from '../portal/locate-portal.ts';
import { startServer } from '../start-server.ts';
import { type Published, publishRuleBase } from './publish-rule-base.ts';

export type PublishOptions = {
  readonly library: LibraryFile;
  readonly publishedOn: string;
  readonly folder: string;
  readonly origin?: string | undefined;
  readonly tell?: ((done: number, all: number) => void) | undefined;
};

/**
 * Writes the rule base and the portal as a site of files. A folder with something in it is left as it is and refused.
 *
 * @example await publish({ library, publishedOn: '2026-11-22', folder: 'site', origin: 'https://mirror.example' })
 */
export async function publish({
  library,
  publishedOn,
  folder,
  origin = '',
  tell,
}: PublishOptions): Promise<Result<Published, Problem>> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    return err({
      code: 'SERVER_FOLDER_NOT_EMPTY',
      message: `There is something in ${folder} already.`,
      hint: 'Name an empty folder, or one that is not there yet.',
    });
  const data = mkdtempSync(path.join(tmpdir(), 'testamur-publish-'));
  try {
    const own = { TESTAMUR_ROLE: 'web', PORT: '0', HOST: '127.0.0.1', TESTAMUR_DATA: data };
    const configuration = readConfiguration({ PORTAL_OUT: process.env['PORTAL_OUT'], ...own }, data);
    if (!configuration.ok) return configuration;
    const portal = locatePortal(configuration.value);
    if (!portal.ok) return portal;
    const started = await startServer(configuration.value, library);
    if (!started.ok) return started;
    const portalFiles = path.join(path.dirname(fileURLToPath(portal.value)), 'client');
    const product = (started.value.url ?? '').replace(/\/$/, '');
    try {
      return ok(
        await publishRuleBase({
          ...{ library, publishedOn, folder, product, portalFiles },
          origin: origin.replace(/\/$/, ''),
          ...(tell === undefined ? {} : { tell }),
        }),
      );
    } finally {
      await started.value.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
