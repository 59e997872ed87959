import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * A second build of the portal, for a proxy that serves us below a path; beside the ordinary one, which is left alone.
 * Its folder, from apps/portal, for PORTAL_OUT.
 */
export function buildPortalFor(basePath: string): string {
  const out = '.cache/portal-below-a-path';
  const portal = path.join(root, 'apps/portal');
  const built = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: portal,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BASE_PATH: basePath,
        PORTAL_OUT: out,
        PORTAL_WORK: '.cache/portal-below-a-path-work',
      },
      encoding: 'utf8',
    },
  );
  if (built.status !== 0 || !existsSync(path.join(portal, out))) throw new Error(built.stderr);
  writeFileSync(path.join(portal, out, 'base-path.txt'), basePath);
  return out;
}
