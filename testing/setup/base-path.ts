import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * A second build of the portal, for a proxy that serves us below a path; beside the ordinary one, which is left alone.
 * Its folder, from apps/portal, for PORTAL_OUT.
 */
export function buildPortalFor(basePath: string): string {
  if (builtFor !== basePath) build(basePath);
  builtFor = basePath;
  return OUT;
}

const OUT = '.cache/portal-below-a-path';
/** One build serves all files of a run that ask for the same path. */
let builtFor: string | undefined;

function build(basePath: string): void {
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
        PORTAL_OUT: OUT,
        PORTAL_WORK: '.cache/portal-below-a-path-work',
      },
      encoding: 'utf8',
    },
  );
  if (built.status !== 0 || !existsSync(path.join(portal, OUT))) throw new Error(built.stderr);
  writeFileSync(path.join(portal, OUT, 'base-path.txt'), basePath);
}
