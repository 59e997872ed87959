/** From the command to a server that says it is ready, the second time in the same data folder. Time on the wall: best on an idle machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf } from '../address-of.ts';
import { barred, figure, type Line } from '../line.ts';

const START = path.resolve(import.meta.dirname, '../../scripts/start.mjs');
const SECONDS = 3;
const TRIES = 3;

export async function* benchSecondStart(): AsyncIterable<Line> {
  const folder = await mkdtemp(path.join(tmpdir(), 'testamur-bench-'));
  try {
    const first = await startOnce(path.join(folder, 'data'));
    const seconds: number[] = [];
    for (let next = 0; next < TRIES; next += 1) seconds.push(await startOnce(path.join(folder, 'data')));
    yield barred({
      id: 'start.second',
      value: Math.min(...seconds),
      unit: 's',
      bar: SECONDS,
      better: 'lower',
    });
    yield figure({ id: 'start.first', value: first, unit: 's', better: 'lower' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(data: string): Promise<number> {
  const began = performance.now();
  const server = spawn(process.execPath, [START], {
    env: { ...process.env, PORT: '0', TESTAMUR_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const url = await addressOf(server);
    const { status } = await fetch(`${url}/api/health/ready`);
    if (status !== 200) throw new Error(`The server answered ${status} when asked whether it is ready.`);
    return (performance.now() - began) / 1_000;
  } finally {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  }
}
