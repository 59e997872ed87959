import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { err, ok, type Result } from '@testamur/engines/kernel';
import type { ServerProblem } from '../errors.ts';

/** The address of the built portal's handler, when it was built for this base path. */
export function locatePortal(options: {
  readonly basePath: string;
  readonly portalBuild: string;
}): Result<string, ServerProblem> {
  const { basePath } = options;
  const home = path.dirname(createRequire(import.meta.url).resolve('@testamur/portal/package.json'));
  const build = path.resolve(home, options.portalBuild);
  const handler = path.join(build, 'handler.js');
  if (!existsSync(handler)) {
    return err({
      code: 'SERVER_NOT_BUILT',
      message: 'The portal has not been built yet.',
      hint: 'Run npm run build, then start again.',
    });
  }
  const builtFor = readFileSync(path.join(build, 'base-path.txt'), 'utf8');
  if (builtFor !== basePath) {
    return err({
      code: 'SERVER_BASE_PATH_NOT_BUILT',
      message: `The portal was built for the base path "${builtFor}", not for "${basePath}".`,
      hint: `Build it again: BASE_PATH=${basePath} npm run build`,
    });
  }
  return ok(pathToFileURL(handler).href);
}
