// @ts-check
/**
 * `npm run audit`: known weaknesses of what ships, as the registry tells them. Where the registry has no such answer, that is said and the
 * exit code is 0: nothing was found out. 1: a weakness that is high or critical.
 */
import { spawnSync } from 'node:child_process';
import { root } from './lib/run.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { stdout } = spawnSync(npm, ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  timeout: 15_000,
});
const found = readCounts(stdout);
if (found === undefined) {
  console.log('audit: not run, for the registry offers none');
} else {
  const { critical = 0, high = 0, moderate = 0, low = 0 } = found;
  console.log(`audit: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low`);
  process.exitCode = critical + high > 0 ? 1 : 0;
}

/** @param {string} text @returns {Record<string, number> | undefined} */
function readCounts(text) {
  try {
    return JSON.parse(text).metadata?.vulnerabilities;
  } catch {
    return undefined;
  }
}
