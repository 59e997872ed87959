import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { locateBinaries, makeReachable, type PostgresMajor } from './locate-binaries.ts';

export type RunningPostgres = {
  readonly url: string;
  stop(): Promise<void>;
  /** As a crash does: no shutdown, then another start on what was left. */
  readonly killAndRestart: () => Promise<void>;
};

/** `nobody` on every Unix: a user that exists without our creating one. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };

/** A real PostgreSQL of its own in the temp folder, for tests: started, used, thrown away. */
export async function startPostgres(major: PostgresMajor = 18): Promise<RunningPostgres> {
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot ? UNPRIVILEGED : {};
  const base = mkdtempSync(path.join(tmpdir(), 'testamur-postgres-'));
  chmodSync(base, 0o755);
  const native = isRoot ? makeReachable(locateBinaries(major), base) : locateBinaries(major);
  const data = path.join(base, 'data');
  mkdirSync(data);
  if (isRoot) chownSync(data, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const options = { ...identity, cwd: data, env: { ...process.env, HOME: data, LC_ALL: 'C' } };
  execFileSync(
    path.join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'],
    { ...options, stdio: 'pipe' },
  );
  const port = await findFreePort();
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const start = () =>
    spawn(
      path.join(native, 'bin', 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  let server: ChildProcess = start();
  await untilReady(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(server);
      rmSync(base, { recursive: true, force: true });
    },
    killAndRestart: async () => {
      await killServer(server);
      server = await startUntilReady(start);
    },
  };
}

function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) =>
      reject(new Error(`PostgreSQL ended with ${code} before it was ready:\n${said}`)),
    );
  });
}

function killServer(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGKILL');
  });
}

/** Those that served connections end a moment after the one that was killed; until then nobody else may start on their files. */
async function startUntilReady(start: () => ChildProcess): Promise<ChildProcess> {
  for (let tries = 0; ; tries += 1) {
    const server = start();
    try {
      await untilReady(server);
      return server;
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** SIGINT is PostgreSQL's "fast shutdown". */
function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
