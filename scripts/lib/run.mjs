// @ts-check
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Run one command from the root of the repository, its output shown as it comes.
 * @param {string} command
 * @param {string[]} args
 * @typedef {{ env?: NodeJS.ProcessEnv, cwd?: string, yields?: boolean }} RunOptions `yields`: gives way to what runs beside it.
 * @param {RunOptions} [options]
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (options.yields && child.pid !== undefined) setPriority(child.pid, 10);
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Run a package's own executable by its path, so that neither a shell nor npx is needed.
 * @param {string} script path of the executable's JavaScript file, from the root
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options = {}) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * The same for a chatty program: its output is shown only when it fails.
 * @param {string} script @param {string[]} args @param {RunOptions} [options]
 */
export async function runQuietly(script, args, options = {}) {
  const { code, said } = await runApart(script, args, options);
  if (code !== 0) console.error(said);
  return code;
}

/**
 * The same for a program beside which another one speaks: its output is given when it has ended.
 * @param {string} script @param {string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number, said: string }>}
 */
export function runApart(script, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
