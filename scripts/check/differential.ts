/** Every back end against the reference, over invented people near every threshold: two processes, piece by piece. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { DifferentialReport } from '@testamur/engines/recognition';
import { build } from 'esbuild';
import { barred, type Line } from '../../bench/line.ts';
import { keepReports, type Piece } from './kept-reports.ts';
import { openPacks, ROOT } from './open-packs.ts';
import type { CheckOptions } from './options.ts';

const AT_ONCE = 12_500;
const PROCESSES = 2;
const WORKER = path.join(import.meta.dirname, 'differential-worker.ts');
/** Rests in the folder of reports, as deep below the root as this file. */
const BUNDLE = path.join(ROOT, '.cache/check/differential-worker.mjs');
/** For packages that are not modules yet. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
/** Most of what is made lives for one record only. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

export async function* checkDifferential(options: CheckOptions): AsyncIterable<Line> {
  const { packs, records, tell, afresh } = options;
  const wanted = openPacks(packs)
    .packs.map(({ pack }) => pack)
    .filter((pack) => packs.length === 0 || packs.includes(pack));
  const kept = keepReports();
  if (afresh) kept.forget();
  await bundleWorker();
  const workers = Array.from({ length: PROCESSES }, () =>
    fork(BUNDLE, { stdio: ['ignore', 2, 2, 'ipc'], execArgv: NODE_OPTIONS }),
  );
  try {
    for (const pack of wanted) {
      const pieces = piecesOf(pack, records);
      const queue = pieces.filter((piece) => kept.find(piece) === undefined);
      if (queue.length < pieces.length)
        tell(`${pack}: ${pieces.length - queue.length} pieces were done before`);
      const begun = queue.length;
      await Promise.all(
        workers.map(async (worker) => {
          for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
            kept.keep(piece, await judge(worker, piece));
            tell(
              `${pack}: ${pieces.length - queue.length} of ${pieces.length} pieces given out, ${begun} new`,
            );
          }
        }),
      );
      yield sumUp(
        pack,
        pieces.map((piece) => kept.find(piece) as DifferentialReport),
        tell,
      );
    }
  } finally {
    for (const worker of workers) worker.kill();
  }
}

/** Compiled beforehand the interpreter takes three quarters of the time that it takes when each module is compiled as it is read. */
async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [WORKER],
    outfile: BUNDLE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['testamur-source'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  });
}

/** The seed tells the pieces apart, so that each is drawn anew. */
function piecesOf(pack: string, records: number): readonly Piece[] {
  return Array.from({ length: Math.ceil(records / AT_ONCE) }, (_, index) => ({
    pack,
    seed: index + 1,
    records: Math.min(AT_ONCE, records - index * AT_ONCE),
  }));
}

function judge(worker: ChildProcess, piece: Piece): Promise<DifferentialReport> {
  return new Promise((resolve, reject) => {
    const stopped = (code: number | null): void => {
      worker.off('message', answered);
      reject(new Error(`A process stopped with code ${code} at ${piece.pack}, seed ${piece.seed}.`));
    };
    const answered = (report: unknown): void => {
      worker.off('exit', stopped);
      resolve(report as DifferentialReport);
    };
    worker.once('exit', stopped).once('message', answered).send(piece);
  });
}

function sumUp(pack: string, reports: readonly DifferentialReport[], tell: (words: string) => void): Line {
  const differences = reports.reduce((sum, report) => sum + report.differences, 0);
  for (const { backEnd, rule, path: at, what, expected, found, record } of reports.flatMap(
    ({ first }) => first,
  ))
    tell(`${pack}: ${backEnd} ${rule} ${at}: ${what} is ${found}, should be ${expected} (record ${record})`);
  const rare = rareStates(reports);
  for (const [state, seen] of rare) tell(`${pack}: seen ${seen} times only: ${state}`);
  const [first] = reports;
  tell(
    `${pack}: ${first?.rules} rules, ${first?.leaves} leaves, ${rare.length} states seen fewer than 20 times`,
  );
  return barred({
    id: `differential.${pack}`,
    value: differences,
    unit: 'differences',
    bar: 0,
    better: 'lower',
  });
}

/** A piece lists what it saw fewer than twenty times; what some piece does not list was seen often enough. */
function rareStates(reports: readonly DifferentialReport[]): readonly (readonly [string, number])[] {
  const seen = new Map<string, { times: number; pieces: number }>();
  for (const { truth, path: at, seen: times } of reports.flatMap(({ short }) => short)) {
    const held = seen.get(`${truth} ${at}`) ?? { times: 0, pieces: 0 };
    seen.set(`${truth} ${at}`, { times: held.times + times, pieces: held.pieces + 1 });
  }
  return [...seen]
    .filter(([, { times, pieces }]) => pieces === reports.length && times < 20)
    .map(([state, { times }]) => [state, times] as const);
}
