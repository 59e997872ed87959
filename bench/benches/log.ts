/** Appending to the transparency log with a durable acknowledgement, against appending to a bare file and waiting for the disk as often. */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSigner, initLog, nodeFiles, type OpenLog, openLog } from '@testamur/adapters/log';
import { expectOk } from '@testamur/engines/kernel';
import { barred, figure, type Line } from '../line.ts';

const ROUNDS = 9;
const APPENDS = 150;
/** Given at once, so that they share waits. */
const TOGETHER = 2000;
const ENTRY = new Uint8Array(220).fill(120);

export async function* benchLog(): AsyncIterable<Line> {
  const folder = mkdtempSync(path.join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'testamur-bench-'));
  const { signer } = expectOk(createSigner('example.org/log'), 'a good name');
  const files = nodeFiles(path.join(folder, 'log'));
  expectOk(await initLog(files, signer), 'an empty folder');
  const log = expectOk(await openLog({ files, signer }), 'it was just begun');
  try {
    yield* measureAppends(log, path.join(folder, 'bare'));
    yield* measureLag(log);
  } finally {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* measureAppends(log: OpenLog, bareFile: string): AsyncIterable<Line> {
  const bare = await open(bareFile, 'w');
  const best = {
    bare: Number.POSITIVE_INFINITY,
    log: Number.POSITIVE_INFINITY,
    together: Number.POSITIVE_INFINITY,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.bare = Math.min(best.bare, await timeEach(APPENDS, () => appendBare(bare)));
    best.log = Math.min(best.log, await timeEach(APPENDS, () => append(log)));
    const all = () => Promise.all(Array.from({ length: TOGETHER }, () => append(log)));
    best.together = Math.min(best.together, (await timeEach(1, all)) / TOGETHER);
  }
  await bare.close();
  yield figure({ id: 'log.bare-append', value: best.bare * 1000, unit: 'µs, fsynced', better: 'lower' });
  yield barred({
    id: 'log.append',
    value: best.bare / best.log,
    unit: 'R of it',
    bar: 0.3,
    better: 'higher',
  });
  yield figure({
    id: 'log.append-together',
    value: best.bare / best.together,
    unit: 'R of it',
    better: 'higher',
  });
}

async function appendBare(file: Awaited<ReturnType<typeof open>>): Promise<void> {
  await file.write(ENTRY);
  // As the log does: the bytes and the length, not the times of the file.
  await file.datasync();
}

const append = async (log: OpenLog): Promise<number> => expectOk(await log.append(ENTRY), 'the disk is well');

async function timeEach(times: number, act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  for (let done = 0; done < times; done += 1) await act();
  return (performance.now() - before) / times;
}

/** From the acknowledgement to the checkpoint that covers it, while others append. */
async function* measureLag(log: OpenLog): AsyncIterable<Line> {
  let worst = 0;
  for (let round = 0; round < 5; round += 1) {
    const others = Promise.all(Array.from({ length: 3000 }, () => append(log)));
    const index = await append(log);
    const since = performance.now();
    while (log.integrated() <= index) await new Promise((resolve) => setTimeout(resolve, 5));
    worst = Math.max(worst, performance.now() - since);
    await others;
  }
  yield barred({
    id: 'log.integration-lag',
    value: worst / 1000,
    unit: 's, the longest',
    bar: 2,
    better: 'lower',
  });
}
