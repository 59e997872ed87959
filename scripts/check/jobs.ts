/** Acts that write letters and the worker that sends them in one process, killed at moments of chance: every letter of an act that was acknowledged arrives. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeRandom } from '@testamur/testing/faults';
import { startPostgres } from '@testamur/testing/postgres';
import { type MailReceiver, startMailReceiver } from '@testamur/testing/product';
import { barred, figure, type Line } from '../../bench/line.ts';
import type { CheckOptions } from './options.ts';

const KILLS = 30;
const LONGEST_MS = 4_000;

export async function* checkJobs({ tell }: CheckOptions): AsyncIterable<Line> {
  const folder = mkdtempSync(path.join(tmpdir(), 'testamur-jobs-'));
  yield* killWorkers('embedded', folder, tell);
  rmSync(folder, { recursive: true, force: true });
  const postgres = await startPostgres();
  yield* killWorkers('postgresql', postgres.url, tell);
  await postgres.stop();
}

async function* killWorkers(engine: string, place: string, tell: CheckOptions['tell']): AsyncIterable<Line> {
  const receiver = await startMailReceiver();
  const keys = mkdtempSync(path.join(tmpdir(), 'testamur-jobs-keys-'));
  const random = makeRandom(20_261_122);
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = launch([engine, place, receiver.url, 'act', keys]);
    const said = listen(child);
    await said.begun;
    await new Promise((resolve) => setTimeout(resolve, 50 + random(LONGEST_MS)));
    child.kill('SIGKILL');
    await said.ended;
    acknowledged.push(...said.lines());
    tell(`${engine}: ${kill + 1} kills, ${acknowledged.length} acts, ${receiver.letters.length} letters`);
  }
  const last = launch([engine, place, receiver.url, 'drain', keys]);
  await listen(last).ended;
  rmSync(keys, { recursive: true, force: true });
  await receiver.close();
  yield* judge(engine, acknowledged, receiver);
}

function* judge(engine: string, acknowledged: readonly string[], { letters }: MailReceiver): Iterable<Line> {
  const arrived = new Map<string, Set<string>>();
  for (const { to, messageId } of letters) arrived.set(to, (arrived.get(to) ?? new Set()).add(messageId));
  const lost = acknowledged.filter((address) => !arrived.has(address)).length;
  const ids = [...arrived.values()].reduce((sum, each) => sum + each.size, 0);
  const acts = acknowledged.length;
  yield barred({
    id: `jobs.${engine}.acts`,
    value: acts,
    unit: `acts over ${KILLS} kills`,
    bar: 300,
    better: 'higher',
  });
  yield barred({ id: `jobs.${engine}.lost`, value: lost, unit: 'letters', bar: 0, better: 'lower' });
  const visible = ids - arrived.size;
  yield barred({
    id: `jobs.${engine}.twice-visible`,
    value: visible,
    unit: 'letters',
    bar: 0,
    better: 'lower',
  });
  const twice = letters.length - ids;
  yield figure({
    id: `jobs.${engine}.twice-dropped`,
    value: twice,
    unit: 'letters known by their id',
    better: 'lower',
  });
}

function launch(args: readonly string[]): ChildProcess {
  const script = path.join(import.meta.dirname, 'work-until-killed.ts');
  const flags = ['--import', 'tsx', '--conditions=testamur-source'];
  return spawn(process.execPath, [...flags, script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The child says `open`, then the address of each letter whose act was acknowledged. */
function listen(child: ChildProcess) {
  let text = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      resolve();
    });
    child.on('close', () => resolve());
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  // What stands before the last line break was said whole.
  const lines = () =>
    text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .slice(1, -1);
  return { begun, ended, lines };
}
