/** The product as it ships, for a bench, in a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type BenchServer = { readonly url: string; readonly pid: number; stop(): Promise<void> };

const START = path.resolve(import.meta.dirname, '../apps/server/dist/main.js');
const PATIENCE = 180_000;

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

function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`The server is not ready after minutes: ${said}`)),
      PATIENCE,
    );
    const hear = (words: Buffer): void => {
      said += words.toString();
      const url = /Testamur is ready: (\S+?)\/?\n/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`The server stopped: ${said}`));
    });
  });
}
