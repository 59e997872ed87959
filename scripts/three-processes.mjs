// @ts-check
/**
 * Two web processes and a worker on one new PostgreSQL, behind one address. By itself it prints the address and runs until a signal ends it; with
 * `--suite` it runs the whole end-to-end suite in the browser against them, and ends with its exit code.
 *
 *   node scripts/three-processes.mjs
 *   node scripts/three-processes.mjs --suite [what vitest takes]
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [first, ...rest] = process.argv.slice(2);
const isSuite = first === '--suite';
const args = isSuite
  ? ['node_modules/vitest/vitest.mjs', 'run', '-c', 'vitest.browser.config.ts', ...rest]
  : ['--import', 'tsx', '--conditions=testamur-source', 'testing/product/run-three.ts'];
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(isSuite ? { TESTAMUR_PROCESSES: '3' } : {}) },
});
// A terminal sends its signal to the child as well; a supervisor does not.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
