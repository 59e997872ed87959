/** The product as it ships, for a bench, in a data folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf } from './address-of.ts';

export type BenchServer = { readonly url: string; readonly pid: number; stop(): Promise<void> };

const START = path.resolve(import.meta.dirname, '../apps/server/dist/main.js');

/** The product as it was built. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<BenchServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'testamur-bench-'));
  const child = spawn(process.execPath, [START], {
    env: {
      ...process.env,
      PORT: '0',
      TESTAMUR_DATA: path.join(folder, 'data'),
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
