/** The page's side of the worker: workers are started at the first call. */
import { pageLocale } from '../language/page-locale.ts';
import { LIBRARY_FILES } from './library-files.ts';
import type { Beginning, CallName, Reply, WorkerCalls } from './messages.ts';

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void };

type Line = { worker: Worker | undefined; readonly waiting: Map<number, Waiting> };

/** Plans can take seconds: they have a worker of their own, so that no verdict waits for them. */
const LINES = {
  verdicts: { worker: undefined, waiting: new Map() } as Line,
  plans: { worker: undefined, waiting: new Map() } as Line,
};

let count = 0;

function startWorker(line: Line): Worker {
  const started = new Worker(new URL('./library.worker.ts', import.meta.url), {
    type: 'module',
    name: 'library',
  });
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => settle(line, data));
  started.addEventListener('error', () => abandon(line, 'The program that reads the law could not start.'));
  started.postMessage({ files: LIBRARY_FILES, locale: pageLocale() } satisfies Beginning);
  return started;
}

function settle(line: Line, reply: Reply): void {
  const call = line.waiting.get(reply.number);
  line.waiting.delete(reply.number);
  if ('failure' in reply) call?.reject(new Error(reply.failure));
  else call?.resolve(reply.answer);
}

/** Whoever waits learns of it, and the next call starts anew. */
function abandon(line: Line, why: string): void {
  line.worker?.terminate();
  line.worker = undefined;
  for (const call of line.waiting.values()) call.reject(new Error(why));
  line.waiting.clear();
}

/** @example const schools = await callWorker('findSchools', { query: 'bangalore med' }); */
export function callWorker<Name extends CallName>(
  call: Name,
  ask: WorkerCalls[Name]['ask'],
): Promise<WorkerCalls[Name]['answer']> {
  const line = LINES[call === 'plan' ? 'plans' : 'verdicts'];
  line.worker ??= startWorker(line);
  const number = ++count;
  return new Promise((resolve, reject) => {
    line.waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject });
    line.worker?.postMessage({ number, call, ask });
  });
}
