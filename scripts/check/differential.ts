/** Every back end against the reference, over invented people near every threshold: two processes, piece by piece. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { DifferentialReport } from '@testamur/engines/recognition';
import { barred, type Line } from '../../bench/line.ts';
import { keepReports, type Piece } from './kept-reports.ts';
import { openPacks } from './open-packs.ts';
import type { CheckOptions } from './options.ts';

const AT_ONCE = 2_500;
const PROCESSES = 2;
const WORKER = path.join(import.meta.dirname, 'differential-worker.ts');

export async function* checkDifferential(options: CheckOptions): AsyncIterable<Line> {
  const { packs, records, tell, afresh } = options;
  const wanted = openPacks(packs)
    .packs.map(({ pack }) => pack)
    .filter((pack) => packs.length === 0 || packs.includes(pack));
  const kept = keepReports();
  if (afresh) kept.forget();
  const workers = Array.from({ length: PROCESSES }, () => fork(WORKER, { stdio: ['ignore', 2, 2, 'ipc'] }));
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
