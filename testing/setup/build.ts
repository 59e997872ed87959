import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what is out of date, so that a test never runs against an old product. */
export function setup(): void {
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  const built = spawnSync(process.execPath, [script, '--if-needed'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The build failed; see above.');
}
