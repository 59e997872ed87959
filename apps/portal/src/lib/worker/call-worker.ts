/** The page's side of the worker: workers are started at the first call. */

import type { SearchProgress } from '@testamur/engines/planner';
import { SOURCE } from '../language/languages.ts';
import { pageLocale } from '../language/page-locale.ts';
import { Cancelled } from './cancelled.ts';
import { LIBRARY_FILES } from './library-files.ts';
import type { Beginning, CallName, Cancellation, Question, Reply, WorkerCalls } from './messages.ts';

type Waiting = {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: SearchProgress) => void) | undefined;
};

export type CallOptions = {
  /** How far a search is, a few times a second, the best so far with it. Of other calls nothing is told. */
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Once it is aborted, the call is rejected with `Cancelled`, and the worker stops working on it. */
  readonly signal?: AbortSignal;
};

type Line = { worker: Worker | undefined; readonly waiting: Map<number, Waiting> };

/** Plans can take seconds: they have a worker of their own, so that no verdict waits for them. */
const LINES = {
  verdicts: { worker: undefined, waiting: new Map() } as Line,
  plans: { worker: undefined, waiting: new Map() } as Line,
};

/** Each call has a number. */
let count = 0;

function startWorker(line: Line): Worker {
  const started = new Worker(new URL('./library.worker.ts', import.meta.url), {
    type: 'module',
    name: 'library',
  });
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => settle(line, data));
  started.addEventListener('error', () => abandon(line, 'The program that reads the law could not start.'));
  const locale = pageLocale();
  started.postMessage({
    files: LIBRARY_FILES,
    locale: locale === SOURCE ? undefined : locale,
  } satisfies Beginning);
  return started;
}

function settle(line: Line, reply: Reply): void {
  const call = line.waiting.get(reply.number);
  if ('progress' in reply) return call?.onProgress?.(reply.progress);
  line.waiting.delete(reply.number);
  if ('failure' in reply) call?.reject(new Error(reply.failure));
  else call?.resolve(reply.answer);
}

function cancel(line: Line, number: number): void {
  const call = line.waiting.get(number);
  if (call === undefined) return;
  line.waiting.delete(number);
  line.worker?.postMessage({ cancel: number } satisfies Cancellation);
  call.reject(new Cancelled());
}

/** Whoever waits learns of it, and the next call starts anew. */
function abandon(line: Line, why: string): void {
  line.worker?.terminate();
  line.worker = undefined;
  for (const call of line.waiting.values()) call.reject(new Error(why));
  line.waiting.clear();
}

const PLANNING: readonly CallName[] = ['plan', 'front', 'anywhere', 'whatIf'];

/**
 * @example
 * const schools = await callWorker('findSchools', { query: 'bangalore med' });
 * @example
 * const front = await callWorker('front', { ...question, target: { pack: 'gb' } }, { onProgress, signal });
 */
export function callWorker<Name extends CallName>(
  call: Name,
  ask: WorkerCalls[Name]['ask'],
  { onProgress, signal }: CallOptions = {},
): Promise<WorkerCalls[Name]['answer']> {
  if (signal?.aborted === true) return Promise.reject(new Cancelled());
  const line = LINES[PLANNING.includes(call) ? 'plans' : 'verdicts'];
  line.worker ??= startWorker(line);
  count += 1;
  const number = count;
  signal?.addEventListener('abort', () => cancel(line, number), { once: true });
  return new Promise((resolve, reject) => {
    line.waiting.set(number, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
    line.worker?.postMessage({ number, call, ask } satisfies Question<Name>);
  });
}
