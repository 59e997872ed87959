// @ts-check
/**
 * The product while you work on it: the API from source, pages through Vite with hot updates, one process and one address.
 * A change in a page or in an engine shows in the browser at once; a change on the server needs a restart.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './lib/run.mjs';

const child = spawn(
  process.execPath,
  ['--import', 'tsx', '--conditions=testamur-source', path.join(root, 'scripts/lib/dev-server.ts')],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => child.kill(signal));
child.on('close', (code) => process.exit(code ?? 1));
